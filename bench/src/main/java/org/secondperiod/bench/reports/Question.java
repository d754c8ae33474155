package org.secondperiod.bench.reports;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Function;

/**
 * What is asked of the service, and the same of the raw student days.
 *
 * @param title what a person would call it
 * @param path of a date
 * @param figures what the answer says, by line
 * @param sql of a date: the line's name first, and then the same figures
 */
record Question(
        String title,
        Function<LocalDate, String> path,
        Function<JsonNode, SortedMap<String, List<Long>>> figures,
        Function<LocalDate, String> sql) {}
