package org.secondperiod.ingest.rosters.oneroster;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a text, some of which can be looked at before they are taken. A line ends with {@code \n}, {@code \r\n} or
 * {@code \r}; of one that is longer than any row may be only the beginning is kept.
 */
final class TextLines implements Closeable {

    /** Characters of a line; far more than any row has, and little to hold in memory. */
    static final int LONGEST = 1 << 20;

    private final Reader reader;
    private final List<String> ahead = new ArrayList<>();
    private final char[] buffer = new char[1 << 16];
    private int at;
    private int filled;
    private boolean afterReturn;
    private long number;

    TextLines(Reader reader) {
        this.reader = reader;
    }

    /** The next line, none at the end. */
    @Nullable
    String take() throws IOException {
        String line = ahead.isEmpty() ? read() : ahead.removeFirst();
        number += line == null ? 0 : 1;
        return line;
    }

    /** The line that comes so many lines after the one that was taken last, none if the text ends before. */
    @Nullable
    String ahead(int lines) throws IOException {
        while (ahead.size() < lines) {
            String line = read();
            if (line == null) {
                return null;
            }
            ahead.add(line);
        }
        return ahead.get(lines - 1);
    }

    /** The number, from 1, of the line that was taken last. */
    long number() {
        return number;
    }

    private @Nullable String read() throws IOException {
        StringBuilder line = new StringBuilder();
        boolean begun = false;
        while (at < filled || fill()) {
            if (afterReturn && buffer[at] == '\n') {
                at++;
                afterReturn = false;
                continue;
            }
            afterReturn = false;
            begun = true;
            int end = endOfLine();
            line.append(buffer, at, Math.min(end - at, LONGEST + 1 - line.length()));
            at = end;
            if (end < filled) {
                afterReturn = buffer[end] == '\r';
                at++;
                return line.toString();
            }
        }
        return begun ? line.toString() : null;
    }

    private int endOfLine() {
        int end = at;
        while (end < filled && buffer[end] != '\n' && buffer[end] != '\r') {
            end++;
        }
        return end;
    }

    private boolean fill() throws IOException {
        at = 0;
        filled = Math.max(0, reader.read(buffer, 0, buffer.length));
        return filled > 0;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
