package org.secondperiod.ingest.rosters.oneroster;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A CSV file with a header, read once, row by row; memory does not grow with its length. */
public final class CsvTable {

    private final String file;
    private final TextEncoding encoding;
    private final CsvRecords records;
    private final Map<String, Integer> columns;

    private CsvTable(String file, TextEncoding encoding, InputStream bytes) {
        this.file = file;
        this.encoding = encoding;
        var decoder = encoding.charset()
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        this.records = new CsvRecords(new InputStreamReader(bytes, decoder));
        this.columns = Header.read(file, next());
        records.expect(columns.size());
    }

    static CsvTable open(String file, Supplier<InputStream> content) {
        try (InputStream sniffed = content.get()) {
            return new CsvTable(file, TextEncoding.of(file, sniffed), content.get());
        } catch (IOException e) {
            throw new UnusableRoster(file + " can not be read: the zip is damaged");
        }
    }

    /** Whether a column of that name is there. */
    public boolean has(String column) {
        return columns.containsKey(column);
    }

    /**
     * Demands columns.
     *
     * @throws UnusableRoster naming the first that is missing
     */
    public void require(List<String> names) {
        Set<String> present = columns.keySet();
        for (String name : names) {
            if (!present.contains(name)) {
                String near = present.stream()
                        .filter(column -> column.toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)))
                        .map(column -> " (there is '" + column + "': names are case-sensitive)")
                        .findFirst()
                        .orElseGet(() -> others(names));
                throw new UnusableRoster(file + " has no column '" + name + "'" + near);
            }
        }
    }

    /** What there is of them. The header itself is not repeated: where a file has none, its first line is a person. */
    private String others(List<String> names) {
        String there = names.stream().filter(columns::containsKey).collect(Collectors.joining(", "));
        return there.isEmpty()
                ? " and none of the others that must be there; its first line must be its header"
                : "; of those that must be there its header has " + there;
    }

    /** Passes every row on; a row that can not be used goes to {@code problems} instead and the next follows. */
    void forEach(Consumer<Row> use, Consumer<RowProblem> problems) {
        forEach(() -> {}, use, problems);
    }

    /** The same, and counts: {@code counted} runs for every row, whatever becomes of it. */
    public void forEach(Runnable counted, Consumer<Row> use, Consumer<RowProblem> problems) {
        if (encoding.assumed()) {
            problems.accept(new RowProblem(
                    file,
                    0,
                    null,
                    "is not UTF-8; it was read as " + encoding.charset().name()
                            + ", please check a name with an accent",
                    RowProblem.Effect.NOTED,
                    null));
        }
        try (records) {
            for (CsvRecords.Record row = next(); row != null; row = next()) {
                counted.run();
                accept(row, use, problems);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(CsvRecords.Record csv, Consumer<Row> use, Consumer<RowProblem> problems) {
        Row row = new Row(file, csv, columns, problems);
        try {
            row.requireWhole();
            use.accept(row);
        } catch (RowRejected e) {
            problems.accept(row.rejected(e));
        }
    }

    private CsvRecords.@Nullable Record next() {
        try {
            return records.next();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
