package org.secondperiod.kit.bulk;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/**
 * Times as RFC 3339 writes them, with an offset: {@code 2026-10-14T08:01:30.250-04:00} or {@code ...Z}. Written out by hand,
 * because a bulk body has one in every line.
 */
public final class Rfc3339 {

    private static final int MAX_OFFSET_MINUTES = 18 * 60;

    private Rfc3339() {}

    /**
     * Reads a time; finer parts than milliseconds are cut off.
     *
     * @throws DateTimeParseException saying what is missing or wrong
     */
    public static Instant parse(String text) {
        if (text.length() < 19
                || text.charAt(4) != '-'
                || text.charAt(7) != '-'
                || !isT(text.charAt(10))
                || text.charAt(13) != ':'
                || text.charAt(16) != ':') {
            throw wrong(text, "date and time do not have that form", 0);
        }
        LocalDate date = date(text);
        int hour = digits(text, 11, 2, 23);
        int minute = digits(text, 14, 2, 59);
        int second = digits(text, 17, 2, 59);
        int at = 19;
        int millis = 0;
        if (at < text.length() && text.charAt(at) == '.') {
            int end = at + 1;
            while (end < text.length() && Character.digit(text.charAt(end), 10) >= 0) {
                end++;
            }
            millis = millis(text, at + 1, end);
            at = end;
        }
        long seconds =
                date.toEpochDay() * 86_400L + hour * 3_600L + minute * 60L + second - offsetMinutes(text, at) * 60L;
        return Instant.ofEpochSecond(seconds, millis * 1_000_000L);
    }

    private static boolean isT(char c) {
        return c == 'T' || c == 't' || c == ' ';
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.of(digits(text, 0, 4, 9999), digits(text, 5, 2, 12), digits(text, 8, 2, 31));
        } catch (DateTimeParseException e) {
            throw e;
        } catch (DateTimeException e) {
            throw wrong(text, "there is no such date", 8);
        }
    }

    private static int millis(String text, int from, int to) {
        if (from == to || to - from > 9) {
            throw wrong(text, "the fraction has 1 to 9 digits", from);
        }
        int value = 0;
        for (int i = 0; i < 3; i++) {
            value = value * 10 + (from + i < to ? text.charAt(from + i) - '0' : 0);
        }
        return value;
    }

    private static int offsetMinutes(String text, int at) {
        if (at >= text.length()) {
            throw wrong(text, "the offset is missing", at);
        }
        char sign = text.charAt(at);
        if ((sign == 'Z' || sign == 'z') && at + 1 == text.length()) {
            return 0;
        }
        if ((sign != '+' && sign != '-') || text.length() != at + 6 || text.charAt(at + 3) != ':') {
            throw wrong(text, "the offset is neither Z nor of the form -04:00", at);
        }
        int minutes = digits(text, at + 1, 2, 18) * 60 + digits(text, at + 4, 2, 59);
        if (minutes > MAX_OFFSET_MINUTES) {
            throw wrong(text, "there is no such offset", at);
        }
        return sign == '-' ? -minutes : minutes;
    }

    private static int digits(String text, int from, int count, int max) {
        int value = 0;
        for (int i = from; i < from + count; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                throw wrong(text, "a digit is missing at position " + (i + 1), i);
            }
            value = value * 10 + digit;
        }
        if (value > max) {
            throw wrong(text, value + " at position " + (from + 1) + " is too large", from);
        }
        return value;
    }

    private static DateTimeParseException wrong(String text, String why, int at) {
        return new DateTimeParseException(why, text, at);
    }
}
