package org.secondperiod.ingest.rosters.oneroster;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.ids.Ids;

/** One line, read by column name. Every reading method rejects the line where the value can not be what it should be. */
public final class Row {

    private static final char REPLACEMENT = '\uFFFD';

    private final String file;
    private final CsvRecords.Record csv;
    private final Map<String, Integer> columns;
    private final Consumer<RowProblem> problems;

    Row(String file, CsvRecords.Record csv, Map<String, Integer> columns, Consumer<RowProblem> problems) {
        this.file = file;
        this.csv = csv;
        this.columns = columns;
        this.problems = problems;
    }

    /** Counted from 1, the header included. */
    public long line() {
        return csv.line();
    }

    /** The value without surrounding blanks; none where it is blank or the file has no such column. */
    public @Nullable String textOrNone(String column) {
        Integer place = columns.get(column);
        String value = place == null ? "" : csv.fields().get(place).strip();
        checkCharacters(column, value);
        return value.isEmpty() ? null : value;
    }

    public String textOr(String column, String otherwise) {
        String value = textOrNone(column);
        return value == null ? otherwise : value;
    }

    public String text(String column) {
        String value = textOrNone(column);
        if (value == null) {
            throw new RowRejected(column, "is empty");
        }
        return value;
    }

    /** An id; see {@link Values#isId}. */
    public String id(String column) {
        return Values.id(column, text(column));
    }

    /** Comma separated ids, in their order, each once. */
    public List<String> ids(String column) {
        return list(column, ",").stream().map(id -> Values.id(column, id)).toList();
    }

    /** The parts of a value, without blanks and repetitions, in their order. */
    public List<String> list(String column, String separator) {
        String value = textOr(column, "");
        return Arrays.stream(value.split(separator, -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .distinct()
                .toList();
    }

    public @Nullable LocalDate date(String column) {
        String value = textOrNone(column);
        return value == null ? null : Values.date(column, value);
    }

    public @Nullable Instant instant(String column) {
        String value = textOrNone(column);
        return value == null ? null : Values.instant(column, value);
    }

    public boolean flag(String column) {
        return Values.flag(column, textOr(column, "false").toLowerCase(Locale.ROOT));
    }

    public @Nullable Integer number(String column) {
        String value = textOrNone(column);
        return value == null ? null : Values.number(column, value);
    }

    /** Tells the sender something about a line that is used all the same. */
    public void note(String column, String reason) {
        problems.accept(problem(column, reason, RowProblem.Effect.NOTED));
    }

    RowProblem problem(@Nullable String column, String reason, RowProblem.Effect effect) {
        return new RowProblem(file, line(), column, reason, effect, readableId());
    }

    private @Nullable String readableId() {
        Integer place = columns.get("sourcedId");
        String id = place == null || place >= csv.fields().size()
                ? ""
                : csv.fields().get(place).strip();
        return Ids.isId(id) ? id : null;
    }

    void requireWhole() {
        CsvRecords.Fault fault = csv.fault();
        if (fault != null) {
            throw new RowRejected(columnAt(fault.field()), fault.reason());
        }
        if (csv.fields().size() != columns.size()) {
            throw new RowRejected(
                    null, "has " + csv.fields().size() + " fields where the header has " + columns.size());
        }
    }

    /** Why it is not used, and which other lines that concerns. */
    RowProblem rejected(RowRejected why) {
        String further = csv.lastLine() > line() ? "; inside of quotes it goes on to line " + csv.lastLine() : "";
        return problem(why.column(), why.getMessage() + further, RowProblem.Effect.REJECTED);
    }

    private @Nullable String columnAt(@Nullable Integer field) {
        return columns.entrySet().stream()
                .filter(column -> column.getValue().equals(field))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    private static void checkCharacters(String column, String value) {
        for (int i = 0; i < value.length(); i++) {
            char character = value.charAt(i);
            if (character == REPLACEMENT) {
                throw new RowRejected(column, "has a byte that is not UTF-8 at character " + (i + 1));
            }
            if (Character.isISOControl(character)) {
                throw new RowRejected(
                        column, "has a control character (U+%04X) at character %d".formatted((int) character, i + 1));
            }
        }
    }
}
