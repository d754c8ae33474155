package org.secondperiod.outreach.whereabouts;

import java.time.LocalDate;
import java.util.Map;

/**
 * A school's day in numbers.
 *
 * @param unknownStudents of how many there are marks or sightings, though no roster has ever named them; they are in no state
 * @param states how many students are in each state; a state without any is missing
 * @param held of those held, how many for each reason
 * @param tasks how many call tasks are in each state
 */
public record SummaryView(
        String schoolId,
        String name,
        LocalDate schoolDay,
        long enrolled,
        long unknownStudents,
        Map<String, Long> states,
        Map<String, Long> held,
        Map<String, Long> tasks) {}
