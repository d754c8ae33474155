package org.secondperiod.outreach.examples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A table of examples that a principal can read, from a CSV file with a header (RFC 4180, one line per row).
 *
 * @param rows the cells in the order of the columns
 */
public record ExampleTable(List<String> columns, List<List<String>> rows) {

    private static final Pattern CELL = Pattern.compile("(?:^|,)(?:\"((?:[^\"]|\"\")*)\"|([^,]*))");

    /** Reads a file of {@code src/test/resources}. */
    public static ExampleTable of(String file) {
        try {
            List<List<String>> lines = Files.readAllLines(Path.of("src/test/resources", file)).stream()
                    .map(ExampleTable::cells)
                    .toList();
            return new ExampleTable(lines.getFirst(), lines.subList(1, lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every row as column to cell. */
    public List<Map<String, String>> byColumn() {
        List<Map<String, String>> examples = new ArrayList<>();
        for (List<String> row : rows) {
            Map<String, String> example = new TreeMap<>();
            for (int i = 0; i < columns.size(); i++) {
                example.put(columns.get(i), row.get(i));
            }
            examples.add(example);
        }
        return examples;
    }

    /** The table in Markdown. */
    public String markdown() {
        StringBuilder table = new StringBuilder();
        line(table, columns);
        line(table, columns.stream().map(column -> "---").toList());
        rows.forEach(row -> line(table, row));
        return table.toString();
    }

    private static void line(StringBuilder table, List<String> cells) {
        table.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    private static List<String> cells(String line) {
        return CELL.matcher(line).results().map(ExampleTable::cell).toList();
    }

    private static String cell(MatchResult match) {
        return match.group(1) == null ? match.group(2) : match.group(1).replace("\"\"", "\"");
    }
}
