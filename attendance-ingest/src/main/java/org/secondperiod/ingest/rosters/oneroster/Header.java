package org.secondperiod.ingest.rosters.oneroster;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The first line of a file: each column's name and place. */
final class Header {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private Header() {}

    static Map<String, Integer> read(String file, CsvRecords.@Nullable Record first) {
        if (first == null) {
            throw new UnusableRoster(file + " is empty; it needs at least a header line");
        }
        if (first.fault() != null) {
            throw new UnusableRoster(
                    file + " can not be read: its header " + first.fault().reason());
        }
        Map<String, Integer> columns = new LinkedHashMap<>();
        for (int i = 0; i < first.fields().size(); i++) {
            String name = first.fields().get(i).strip();
            if (i == 0 && !name.isEmpty() && name.charAt(0) == BYTE_ORDER_MARK) {
                name = unquoted(name.substring(1));
            }
            Integer before = columns.put(name, i);
            if (before != null && !name.isEmpty()) {
                throw new UnusableRoster("%s has a column twice: numbers %d and %d of its header are the same"
                        .formatted(file, before + 1, i + 1));
            }
        }
        return columns;
    }

    /** A byte order mark in front of a quote hides the quote from the CSV reader. */
    private static String unquoted(String name) {
        boolean quoted = name.length() > 1 && name.startsWith("\"") && name.endsWith("\"");
        return quoted ? name.substring(1, name.length() - 1) : name;
    }
}
