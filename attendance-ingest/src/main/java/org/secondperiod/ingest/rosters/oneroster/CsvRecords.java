package org.secondperiod.ingest.rosters.oneroster;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.secondperiod.ingest.rosters.oneroster.CsvFields.End;

/**
 * A text's records. One may go on over several lines inside of quotes; but a quote that stands where it should not costs no
 * more than its own line: the next record begins with the next line, whatever the quote may have meant.
 */
final class CsvRecords implements Closeable {

    /** A record of more lines than this is none: somewhere a quote was not closed. */
    private static final int MOST_LINES = 100;

    /**
     * A record.
     *
     * @param line where it begins, from 1
     * @param lastLine where it ends
     * @param fields what could be read of it
     */
    record Record(
            long line,
            long lastLine,
            List<String> fields,
            @Nullable Fault fault) {}

    /**
     * What makes a record none.
     *
     * @param field the place of the field at fault, from 0; none where it is the whole line
     */
    record Fault(@Nullable Integer field, String reason) {}

    private final TextLines lines;
    private int width;

    CsvRecords(Reader reader) {
        this.lines = new TextLines(reader);
    }

    /** How many fields a record has: one that goes on over several lines and then has not as many is none. */
    void expect(int fields) {
        width = fields;
    }

    /** The next record, none at the end. */
    @Nullable
    Record next() throws IOException {
        String first = lines.take();
        while (first != null && first.isEmpty()) {
            first = lines.take();
        }
        if (first == null) {
            return null;
        }
        if (first.length() > TextLines.LONGEST) {
            return broken(first, List.of(), null, "is longer than %d characters".formatted(TextLines.LONGEST));
        }
        CsvFields fields = CsvFields.of(first);
        return switch (fields.end()) {
            case WHOLE -> new Record(lines.number(), lines.number(), fields.values(), null);
            case STRAY -> stray(first, fields);
            case OPEN -> {
                Record whole = onSeveralLines(first);
                yield whole == null ? open(first, fields) : whole;
            }
        };
    }

    private @Nullable Record onSeveralLines(String first) throws IOException {
        StringBuilder text = new StringBuilder(first);
        for (int more = 1; more < MOST_LINES && text.length() <= TextLines.LONGEST; more++) {
            String next = lines.ahead(more);
            if (next == null) {
                return null;
            }
            text.append('\n').append(next);
            if (next.indexOf('"') < 0) {
                continue;
            }
            CsvFields fields = CsvFields.of(text.toString());
            if (fields.end() == End.WHOLE && (width == 0 || fields.values().size() == width)) {
                long line = lines.number();
                for (int i = 0; i < more; i++) {
                    lines.take();
                }
                return new Record(line, lines.number(), fields.values(), null);
            }
            if (fields.end() != End.OPEN) {
                return null;
            }
        }
        return null;
    }

    private Record open(String line, CsvFields fields) {
        return broken(
                line,
                fields.values(),
                fields.values().size(),
                "has a quote at character %d of the line that is not closed. ".formatted(fields.quoteAt()) + wayOut());
    }

    private Record stray(String line, CsvFields fields) {
        return broken(
                line,
                fields.values(),
                fields.values().size() - 1,
                "has a quote at character %d of the line after which neither a comma nor the end of the line stands. "
                                .formatted(fields.quoteAt())
                        + wayOut());
    }

    private String wayOut() {
        return "Write a quote inside of a value twice; reading went on with line " + (lines.number() + 1);
    }

    /** Before the fault the fields are certain; after it they are guessed, only to know whose line it may be. */
    private Record broken(String line, List<String> certain, @Nullable Integer field, String reason) {
        List<String> fields =
                new ArrayList<>(Arrays.asList(line.replace("\"", "").split(",", -1)));
        for (int i = 0; i < certain.size() && i < fields.size(); i++) {
            fields.set(i, certain.get(i));
        }
        return new Record(lines.number(), lines.number(), fields, new Fault(field, reason));
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
