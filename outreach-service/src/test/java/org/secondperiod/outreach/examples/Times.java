package org.secondperiod.outreach.examples;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * Times as the tables write them: {@code 08:44} on the clock of the school, {@code 12:44Z} in UTC, {@code
 * 2026-10-13T23:50} on another date.
 */
public record Times(LocalDate day, ZoneId zone) {

    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter LONG = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");

    public Instant read(String text) {
        if (text.endsWith("Z")) {
            return at(text.substring(0, text.length() - 1), ZoneOffset.UTC);
        }
        return at(text, zone);
    }

    private Instant at(String text, ZoneId in) {
        LocalDateTime local = text.contains("T") ? LocalDateTime.parse(text) : day.atTime(LocalTime.parse(text));
        return local.atZone(in).toInstant();
    }

    public @Nullable Instant readIfAny(String text) {
        return text.isEmpty() ? null : read(text);
    }

    /** The school's clock, with as many digits as it takes; nothing for no time. */
    public String write(@Nullable Instant instant) {
        if (instant == null) {
            return "";
        }
        LocalTime local = LocalTime.ofInstant(instant, zone);
        return local.format(local.getSecond() == 0 && local.getNano() == 0 ? SHORT : LONG);
    }
}
