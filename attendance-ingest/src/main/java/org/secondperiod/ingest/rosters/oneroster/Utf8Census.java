package org.secondperiod.ingest.rosters.oneroster;

/** Counts well-formed UTF-8 sequences beyond ASCII, and the bytes that belong to none, over any number of buffers. */
final class Utf8Census {

    private static final int[] UNASSIGNED_IN_WINDOWS_1252 = {0x81, 0x8D, 0x8F, 0x90, 0x9D};

    private long sequences;
    private long strayBytes;
    private int pending;
    private boolean unassigned;

    void add(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            if (bytes[i] < 0 || pending > 0) {
                add(bytes[i] & 0xFF);
            }
        }
    }

    /** Well-formed sequences, without a byte order mark's weight: one more does no harm. */
    long sequences() {
        return sequences;
    }

    /** Bytes that are not UTF-8; an unfinished sequence at the end counts. */
    long strayBytes() {
        return strayBytes + (pending > 0 ? 1 : 0);
    }

    boolean unassignedInWindows1252() {
        return unassigned;
    }

    private void add(int value) {
        for (int none : UNASSIGNED_IN_WINDOWS_1252) {
            unassigned |= value == none;
        }
        boolean continues = (value & 0xC0) == 0x80;
        if (pending > 0 && continues) {
            pending--;
            sequences += pending == 0 ? 1 : 0;
            return;
        }
        strayBytes += pending > 0 ? 1 : 0;
        pending = followers(value);
        strayBytes += pending < 0 ? 1 : 0;
        pending = Math.max(0, pending);
    }

    private static int followers(int value) {
        if (value < 0x80) {
            return 0;
        }
        if (value >= 0xC2 && value <= 0xDF) {
            return 1;
        }
        if (value >= 0xE0 && value <= 0xEF) {
            return 2;
        }
        return value >= 0xF0 && value <= 0xF4 ? 3 : -1;
    }
}
