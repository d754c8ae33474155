package org.secondperiod.reporting.csv;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A line of CSV (RFC 4180) that a spreadsheet takes for data and never for a formula. */
public final class Csv {

    /**
     * What spreadsheets begin a formula with, also as wide as East Asian characters are, and behind what they do not show: blanks and
     * characters of control and format. A cell that begins with a tab or a line break may be taken apart before it is read.
     */
    private static final Pattern FORMULA =
            Pattern.compile("^(?:[\\t\\r\\n]|[\\s\\p{Z}\\p{Cc}\\p{Cf}]*[=+\\-@\\uFF1D\\uFF0B\\uFF0D\\uFF20])");

    private static final Pattern PLAIN = Pattern.compile("[^\",\r\n]*");

    private Csv() {}

    /** The cells of one line, with its end; null is an empty cell, and a number stays one below zero too. */
    public static String line(@Nullable Object... cells) {
        return Arrays.stream(cells).map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        String text = value.toString();
        if (value instanceof String && FORMULA.matcher(text).find()) {
            text = "'" + text;
        }
        return PLAIN.matcher(text).matches() ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
