package org.secondperiod.kit.bulk;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Finds what is not text in a line: control bytes and bytes that are not UTF-8. */
final class LineEncoding {

    private LineEncoding() {}

    /**
     * Checks a line.
     *
     * @throws BadLine naming the first byte at fault and its column
     */
    static void check(byte[] bytes, int offset, int length) {
        check(bytes, offset, length, "\t");
    }

    /**
     * Checks a JSON object that is a body of its own, and so may have line breaks.
     *
     * @throws BadLine naming the first byte at fault and its column
     */
    static void checkObject(byte[] bytes) {
        check(bytes, 0, bytes.length, "\t\n\r");
    }

    private static void check(byte[] bytes, int offset, int length, String allowed) {
        for (int i = 0; i < length; i++) {
            byte b = bytes[offset + i];
            if (b >= 0 && b < 0x20 && allowed.indexOf(b) < 0 || b == 0x7F) {
                throw BadLine.at(
                        i + 1, "The control byte " + hex(b) + where(bytes, offset, i, allowed) + " is not text");
            }
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes, offset, length);
        CoderResult result = decoder.decode(in, CharBuffer.allocate(length), true);
        if (result.isError()) {
            int at = in.position() - offset;
            throw BadLine.at(
                    at + 1,
                    "The byte " + hex(bytes[in.position()]) + where(bytes, offset, at, allowed)
                            + " is not UTF-8 (a file saved as Windows-1252 looks like this); save the file as UTF-8");
        }
    }

    private static String where(byte[] bytes, int offset, int at, String allowed) {
        if (allowed.indexOf('\n') < 0) {
            return " at column " + (at + 1);
        }
        int line = 1;
        int begin = 0;
        for (int i = 0; i < at; i++) {
            if (bytes[offset + i] == '\n') {
                line++;
                begin = i + 1;
            }
        }
        return " at line %d, column %d".formatted(line, at - begin + 1);
    }

    private static String hex(byte b) {
        return "0x%02X".formatted(b & 0xFF);
    }
}
