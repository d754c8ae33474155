package org.secondperiod.kit.bulk;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Which field each position of a CSV line holds, as its header row says. */
final class CsvHeader {

    private final int[] targets;

    private CsvHeader(int[] targets) {
        this.targets = targets;
    }

    /** Reads the header row; one that does not fit is a problem of the whole body. */
    static CsvHeader of(String line, Columns columns) {
        CsvFields fields = fields(line);
        int[] targets = new int[fields.size()];
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < targets.length; i++) {
            String name = fields.value(i);
            Integer target = columns.index(name);
            if (target == null) {
                throw BulkProblems.header(unknown(name, i, line, columns));
            }
            if (!seen.add(name)) {
                throw BulkProblems.header("The header names " + name + " twice.");
            }
            targets[i] = target;
        }
        String missing = columns.required().stream()
                .filter(name -> !seen.contains(name))
                .sorted()
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw BulkProblems.header("The header does not name " + missing + ". " + known(columns));
        }
        return new CsvHeader(targets);
    }

    private static CsvFields fields(String line) {
        try {
            return CsvFields.of(line);
        } catch (BadLine e) {
            throw BulkProblems.header(e.reason() + " (column " + e.column() + ").");
        }
    }

    private static String unknown(String name, int position, String line, Columns columns) {
        if (line.indexOf(',') < 0 && (line.indexOf(';') >= 0 || line.indexOf('\t') >= 0)) {
            return "The header has no comma: fields are separated by commas, not by semicolons or tabs.";
        }
        String hint = columns.names().stream()
                .filter(known -> known.equalsIgnoreCase(name.replace("_", "").replace(" ", "")))
                .findFirst()
                .map(known -> " It is written " + known + ".")
                .orElse("");
        // Not repeated: where a file has no header, its first line is somebody's.
        return "The header's field " + (position + 1) + " is not known." + hint + " " + known(columns);
    }

    private static String known(Columns columns) {
        return "Known are " + String.join(", ", columns.names()) + ".";
    }

    int size() {
        return targets.length;
    }

    int target(int position) {
        return targets[position];
    }
}
