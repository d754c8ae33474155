package org.secondperiod.kit.bulk;

import java.io.IOException;
import java.io.InputStream;

/**
 * The lines of a stream as ranges of one reused buffer. The range is valid until the next call of {@link #next()}. A line
 * break is {@code \n} or {@code \r\n}; a byte order mark of UTF-8 at the start is skipped.
 */
final class ByteLines {

    private static final int ROOM = 64 * 1024;

    private final InputStream in;
    private final long maxBytes;
    private final int maxLine;
    private byte[] buffer;
    private int from;
    private int filled;
    private long total;

    private long number;
    private int offset;
    private int length;
    private boolean plain;
    private boolean tooLong;

    ByteLines(InputStream in, long maxBytes, int maxLine) {
        this.in = in;
        this.maxBytes = maxBytes;
        this.maxLine = maxLine;
        this.buffer = new byte[Math.max(ROOM, 2 * (maxLine + 2))];
    }

    /** Moves to the next line; false at the end of the stream. */
    boolean next() throws IOException {
        if (number == 0 && total == 0) {
            skipByteOrderMark();
        }
        tooLong = false;
        plain = true;
        int scanned = from;
        while (true) {
            for (int i = scanned; i < filled; i++) {
                byte b = buffer[i];
                if (b == '\n') {
                    return line(i, i + 1);
                }
                if (b < 0x20 && b != '\r' && b != '\t' || b == 0x7F) {
                    plain = false;
                }
            }
            scanned = filled;
            if (filled - from > maxLine + 1) {
                tooLong = true;
                from = filled - 1; // keeps one byte, so that a final line without a break is still seen
                scanned = filled;
            }
            int kept = scanned - from;
            if (!fill()) {
                return filled > from && line(filled, filled);
            }
            scanned = from + kept;
        }
    }

    private boolean line(int end, int nextFrom) {
        number++;
        offset = from;
        length = end - from;
        if (length > 0 && buffer[end - 1] == '\r') {
            length--;
        }
        tooLong |= length > maxLine;
        from = nextFrom;
        return true;
    }

    private boolean fill() throws IOException {
        if (from > 0) {
            System.arraycopy(buffer, from, buffer, 0, filled - from);
            filled -= from;
            from = 0;
        }
        int read = in.read(buffer, filled, buffer.length - filled);
        if (read < 0) {
            return false;
        }
        filled += read;
        total += read;
        if (total > maxBytes) {
            throw BulkProblems.tooLarge(maxBytes, number);
        }
        return true;
    }

    private void skipByteOrderMark() throws IOException {
        while (filled < 3 && fill()) {
            continue;
        }
        int first = filled > 0 ? buffer[0] & 0xFF : 0;
        int second = filled > 1 ? buffer[1] & 0xFF : 0;
        if (first == 0xFF && second == 0xFE || first == 0xFE && second == 0xFF) {
            throw BulkProblems.utf16();
        }
        if (first == 'P' && second == 'K' || first == 0x1F && second == 0x8B) {
            throw BulkProblems.compressed();
        }
        if (first == 0xEF && second == 0xBB && filled > 2 && (buffer[2] & 0xFF) == 0xBF) {
            from = 3;
        }
    }

    /** The line's number, from 1. */
    long number() {
        return number;
    }

    byte[] buffer() {
        return buffer;
    }

    int offset() {
        return offset;
    }

    int length() {
        return length;
    }

    /** Whether the line is printable ASCII (and tabs) throughout, so that its encoding needs no look. */
    boolean plain() {
        return plain;
    }

    boolean tooLong() {
        return tooLong;
    }

    boolean blank() {
        for (int i = offset; i < offset + length; i++) {
            if (buffer[i] != ' ' && buffer[i] != '\t') {
                return false;
            }
        }
        return !tooLong;
    }
}
