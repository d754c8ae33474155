package org.secondperiod.ingest.rosters.oneroster;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of our side file secondperiod_badges.csv.
 *
 * @param validFrom inclusive; a date means its start in the district's zone
 * @param validTo exclusive; a date is meant inclusively, so it means the next day's start
 */
public record BadgeRow(
        long line,
        String badge,
        String studentId,
        @Nullable Instant validFrom,
        @Nullable Instant validTo) {

    static final List<String> COLUMNS = List.of("badge", "studentSourcedId");

    private static final int DATE_LENGTH = "yyyy-MM-dd".length();

    public static BadgeRow read(Row row, ZoneId zone) {
        return new BadgeRow(
                row.line(),
                row.id("badge"),
                row.id("studentSourcedId"),
                moment(row, "validFrom", zone, 0),
                moment(row, "validTo", zone, 1));
    }

    private static @Nullable Instant moment(Row row, String column, ZoneId zone, int daysAfterDate) {
        String value = row.textOrNone(column);
        if (value == null || value.length() > DATE_LENGTH) {
            return row.instant(column);
        }
        LocalDate date = Values.date(column, value);
        return date.plusDays(daysAfterDate).atStartOfDay(zone).toInstant();
    }
}
