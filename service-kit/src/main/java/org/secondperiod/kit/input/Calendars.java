package org.secondperiod.kit.input;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.problems.Problems;

/** The dates and times that are taken: 1900 to 2200, which no school needs to leave and every part of the system can hold. */
public final class Calendars {

    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2200, 12, 31);
    private static final Instant FROM = FIRST.atStartOfDay().toInstant(ZoneOffset.UTC);
    private static final Instant UNTIL = LAST.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    private static final String OUT_OF_BOUNDS = "must be in the years 1900 to 2200";

    private Calendars() {}

    /** Reads {@code yyyy-MM-dd} of a parameter; anything else is a problem (422) that names the field. */
    public static LocalDate date(String field, String text) {
        LocalDate date;
        try {
            date = LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw Problems.field(field, "must be a date like 2026-10-14");
        }
        String fault = fault(date);
        if (fault != null) {
            throw Problems.field(field, fault);
        }
        return date;
    }

    /** What is wrong with the date, said as what would follow its field's name, if anything is. */
    public static @Nullable String fault(LocalDate date) {
        return date.isBefore(FIRST) || date.isAfter(LAST) ? OUT_OF_BOUNDS : null;
    }

    /** What is wrong with the moment, said as what would follow its field's name, if anything is. */
    public static @Nullable String fault(Instant moment) {
        return moment.isBefore(FROM) || !moment.isBefore(UNTIL) ? OUT_OF_BOUNDS : null;
    }
}
