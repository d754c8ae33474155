package org.secondperiod.ingest.schools;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the calendar says of a date.
 *
 * @param dayType none means there is no school
 * @param note why it is not an ordinary day, such as "snow"
 */
public record CalendarDay(
        LocalDate date, @Nullable String dayType, @Nullable String note) {}
