package org.secondperiod.kit.bulk;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits one CSV line: commas, double quotes doubled inside quotes (RFC 4180). A record is one line: a quote that is not
 * closed on its line is that line's fault, so that a single stray quote never swallows the rest of the file.
 */
final class CsvFields {

    private final List<String> values = new ArrayList<>();
    private final List<Integer> starts = new ArrayList<>();

    private CsvFields() {}

    /**
     * Splits a line.
     *
     * @throws BadLine where the quotes do not fit
     */
    static CsvFields of(String line) {
        CsvFields fields = new CsvFields();
        int at = 0;
        do {
            at = line.startsWith("\"", at) ? fields.quoted(line, at) : fields.bare(line, at);
        } while (at <= line.length());
        return fields;
    }

    private int bare(String line, int start) {
        int comma = line.indexOf(',', start);
        int end = comma < 0 ? line.length() : comma;
        String value = line.substring(start, end);
        int quote = value.indexOf('"');
        if (quote >= 0) {
            throw BadLine.at(start + quote + 1, "A quote stands inside a field that does not begin with one");
        }
        add(value.strip(), start);
        return end + 1;
    }

    private int quoted(String line, int start) {
        StringBuilder value = new StringBuilder();
        int at = start + 1;
        while (true) {
            int quote = line.indexOf('"', at);
            if (quote < 0) {
                throw BadLine.at(start + 1, "A quoted field is not closed on its line");
            }
            value.append(line, at, quote);
            if (line.startsWith("\"", quote + 1)) {
                value.append('"');
                at = quote + 2;
                continue;
            }
            if (quote + 1 < line.length() && line.charAt(quote + 1) != ',') {
                throw BadLine.at(quote + 2, "Something stands between a closing quote and the next comma");
            }
            add(value.toString(), start);
            return quote + 2;
        }
    }

    private void add(String value, int start) {
        values.add(value);
        starts.add(start + 1);
    }

    int size() {
        return values.size();
    }

    String value(int index) {
        return values.get(index);
    }

    /** Where the field begins, from 1. */
    int column(int index) {
        return starts.get(index);
    }
}
