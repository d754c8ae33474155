package org.secondperiod.ingest.rosters.oneroster;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;
import org.secondperiod.kit.ids.Ids;

/** The forms that values may have; other forms are never guessed, nor repeated: what stands in a wrong column may be a name. */
final class Values {

    /** ISO 8601 also allows years of more digits with a sign, which no roster means. */
    private static final DateTimeFormatter FOUR_DIGIT_YEAR =
            DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private Values() {}

    static String id(String column, String value) {
        if (!Ids.isId(value)) {
            throw new RowRejected(column, "is not an id: 1 to 64 characters out of A-Z a-z 0-9 . _ : - are taken");
        }
        return value;
    }

    static LocalDate date(String column, String value) {
        try {
            return LocalDate.parse(value, FOUR_DIGIT_YEAR);
        } catch (DateTimeParseException e) {
            throw new RowRejected(column, "is not a date in the form yyyy-MM-dd");
        }
    }

    static Instant instant(String column, String value) {
        try {
            return OffsetDateTime.parse(value).toInstant();
        } catch (DateTimeParseException e) {
            throw new RowRejected(column, "is not a time in the form yyyy-MM-ddTHH:mm:ssZ (RFC 3339)");
        }
    }

    static boolean flag(String column, String value) {
        return switch (value) {
            case "true", "yes", "1" -> true;
            case "false", "no", "0" -> false;
            default -> throw new RowRejected(column, "is neither true nor false");
        };
    }

    static int number(String column, String value) {
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new RowRejected(column, "is not a whole number");
        }
    }
}
