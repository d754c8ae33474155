package org.secondperiod.ingest.rosters.oneroster;

import java.util.ArrayList;
import java.util.List;

/**
 * A record's fields: commas, and double quotes that are doubled inside of quotes (RFC 4180). A quote inside of a field that
 * does not begin with one is taken as it stands: {@code Robert "Bob" Diaz} is a name that sources send.
 *
 * @param values those that could be read
 * @param end how the reading ended
 * @param quoteAt where the quote at fault stands in the text, from 1; 0 where there is none
 */
record CsvFields(List<String> values, End end, int quoteAt) {

    /** How the reading of a text ends. */
    enum End {
        /** With its last field. */
        WHOLE,
        /** Inside of quotes: more lines may belong to it. */
        OPEN,
        /** At a quote after which neither a comma nor the end stands. */
        STRAY
    }

    static CsvFields of(String text) {
        List<String> values = new ArrayList<>();
        int at = 0;
        while (at <= text.length()) {
            if (!text.startsWith("\"", at)) {
                int comma = text.indexOf(',', at);
                int end = comma < 0 ? text.length() : comma;
                values.add(text.substring(at, end));
                at = end + 1;
                continue;
            }
            int closing = closing(text, at + 1);
            if (closing < 0) {
                return new CsvFields(values, End.OPEN, at + 1);
            }
            values.add(text.substring(at + 1, closing).replace("\"\"", "\""));
            if (closing + 1 < text.length() && text.charAt(closing + 1) != ',') {
                return new CsvFields(values, End.STRAY, closing + 1);
            }
            at = closing + 2;
        }
        return new CsvFields(values, End.WHOLE, 0);
    }

    private static int closing(String text, int from) {
        int quote = text.indexOf('"', from);
        while (quote >= 0 && text.startsWith("\"", quote + 1)) {
            quote = text.indexOf('"', quote + 2);
        }
        return quote;
    }
}
