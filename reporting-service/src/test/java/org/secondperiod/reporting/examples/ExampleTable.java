package org.secondperiod.reporting.examples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rows of a CSV file of {@code src/test/resources} with a header, each as column to cell. */
public final class ExampleTable {

    private static final Pattern CELL = Pattern.compile("(?:^|,)(?:\"((?:[^\"]|\"\")*)\"|([^,]*))");

    private ExampleTable() {}

    public static List<Map<String, String>> of(String file) {
        try {
            List<List<String>> lines = Files.readAllLines(Path.of("src/test/resources", file)).stream()
                    .map(ExampleTable::cells)
                    .toList();
            return lines.subList(1, lines.size()).stream()
                    .map(row -> byColumn(lines.getFirst(), row))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> byColumn(List<String> columns, List<String> row) {
        Map<String, String> example = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            example.put(columns.get(i), row.get(i));
        }
        return example;
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        Matcher cell = CELL.matcher(line);
        while (cell.find()) {
            String quoted = cell.group(1);
            cells.add(quoted == null ? cell.group(2) : quoted.replace("\"\"", "\""));
        }
        return cells;
    }
}
