package org.secondperiod.kit.bulk;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.secondperiod.events.QuickTimes;
import org.secondperiod.kit.ids.Ids;
import org.secondperiod.kit.input.Calendars;

/**
 * One line with named fields, whatever its form was. Every getter throws the {@link BadLine} that says what is wrong: with the
 * line as a whole, or with the field. Names are those of the {@link Columns}.
 */
public final class BulkLine {

    /** The largest number that is taken: large enough for nanoseconds, and with room to count on from it. */
    public static final long LARGEST_NUMBER = 4_000_000_000_000_000_000L;

    private final long number;
    private final Columns columns;
    private final @Nullable String[] values;
    private final int[] positions;
    private final byte[] bytes;
    private final int offset;
    private final int length;
    private final List<BadLine> faults = new ArrayList<>();
    private boolean single;
    private @Nullable BadLine problem;

    BulkLine(long number, Columns columns, byte[] bytes, int offset, int length) {
        this.number = number;
        this.columns = columns;
        this.values = new String[columns.size()];
        this.positions = new int[columns.size()];
        this.bytes = bytes;
        this.offset = offset;
        this.length = length;
    }

    /** A single JSON object, read by the same rules as a line of a bulk body; faults of its fields wait for {@link #fields}. */
    public static BulkLine ofJson(byte[] object, Columns columns) {
        BulkLine line = new BulkLine(1, columns, object, 0, object.length);
        line.single = true;
        try {
            LineEncoding.checkObject(object);
            JsonLine.read(object, 0, object.length, line);
        } catch (BadLine e) {
            line.fail(e);
        }
        return line;
    }

    void set(int index, String value, int column) {
        values[index] = value;
        positions[index] = column;
    }

    boolean isSet(int index) {
        return positions[index] > 0;
    }

    void fail(BadLine why) {
        problem = why;
    }

    /** A fault of one field. A line of many is judged by the first; a single object goes on. */
    void fault(BadLine why) {
        if (!single) {
            throw why;
        }
        faults.add(why);
    }

    boolean isSingle() {
        return single;
    }

    Columns columns() {
        return columns;
    }

    /** The line's number, from 1. */
    public long number() {
        return number;
    }

    /** The line as it came; to be called before the next line is read. Bytes that are not UTF-8 show as U+FFFD. */
    public String raw() {
        return new String(bytes, offset, length, StandardCharsets.UTF_8);
    }

    /** For a reader that wants to hear of all fields that are wrong. */
    public AllFields fields() {
        if (problem != null) {
            throw problem;
        }
        return new AllFields(faults);
    }

    /** The field as given: none where the line does not have it, empty where it is there and empty. */
    public @Nullable String get(String field) {
        if (problem != null) {
            throw problem;
        }
        return values[index(field)];
    }

    /** The field, none where it is missing or empty. */
    public @Nullable String optional(String field) {
        String value = get(field);
        return value == null || value.isEmpty() ? null : value;
    }

    /** The field, which must be there and not be empty. */
    public String text(String field) {
        String value = optional(field);
        if (value == null) {
            throw bad(field, "is missing");
        }
        return value;
    }

    /** An id that must be there. */
    public String id(String field) {
        return checkId(field, text(field));
    }

    /** An id that may be missing. */
    public @Nullable String optionalId(String field) {
        String value = optional(field);
        return value == null ? null : checkId(field, value);
    }

    /** A time that must be there, RFC 3339 with its offset, truncated to milliseconds. */
    public Instant instant(String field) {
        String value = text(field);
        Instant time;
        try {
            time = Rfc3339.parse(value);
        } catch (DateTimeParseException e) {
            throw bad(
                    field,
                    "is not a time of the form 2026-10-14T08:01:30-04:00 (RFC 3339, with its offset): "
                            + e.getMessage());
        }
        refuse(field, Calendars.fault(time));
        return time;
    }

    /** A date that must be there, {@code yyyy-MM-dd}. */
    public LocalDate date(String field) {
        String value = text(field);
        LocalDate date;
        try {
            LocalDate usual = QuickTimes.date(value);
            date = usual == null ? LocalDate.parse(value) : usual;
        } catch (DateTimeParseException e) {
            throw bad(field, "is not a date of the form 2026-10-14 (yyyy-MM-dd)");
        }
        refuse(field, Calendars.fault(date));
        return date;
    }

    /** A whole number, 0 or more, that may be missing. */
    public @Nullable Long optionalNumber(String field) {
        String value = optional(field);
        if (value == null) {
            return null;
        }
        try {
            long number = Long.parseLong(value);
            if (number < 0) {
                throw bad(field, "is below 0");
            }
            if (number > LARGEST_NUMBER) {
                throw bad(field, "is above " + LARGEST_NUMBER);
            }
            return number;
        } catch (NumberFormatException expected) {
            throw bad(field, "is not a whole number");
        }
    }

    /** {@code true} or {@code false}; missing means false. */
    public boolean flag(String field) {
        String value = optional(field);
        if (value == null || value.equals("false")) {
            return false;
        }
        if (value.equals("true")) {
            return true;
        }
        throw bad(field, "is neither true nor false");
    }

    /** The fault of a field of this line, for a rule of the caller's own. */
    public BadLine bad(String field, String reason) {
        int position = positions[index(field)];
        return BadLine.field(field, position > 0 ? position : null, reason);
    }

    private void refuse(String field, @Nullable String fault) {
        if (fault != null) {
            throw bad(field, fault);
        }
    }

    private String checkId(String field, String value) {
        if (!Ids.isId(value)) {
            throw bad(field, "is not an id: 1 to 64 characters out of A-Z a-z 0-9 . _ : -");
        }
        return value;
    }

    private int index(String field) {
        Integer index = columns.index(field);
        if (index == null) {
            throw new IllegalArgumentException("No such column: " + field);
        }
        return index;
    }
}
