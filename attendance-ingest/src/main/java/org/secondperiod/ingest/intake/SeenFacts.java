package org.secondperiod.ingest.intake;

/**
 * Which facts one request has named already. It keeps 60 bits of each fact's hash: 16 bytes a fact at most, about 30 MB for
 * the million and a half lines that the largest body may have.
 */
final class SeenFacts {

    private static final int BITS_PER_CHARACTER = 6;
    private static final int CHARACTERS = 10;
    private static final long EMPTY = 0;

    private long[] slots = new long[4096];
    private int size;

    /** Whether this is the first time; remembers it. */
    boolean first(IncomingFact fact) {
        var own = fact.ownId();
        var key = bits(fact.eventId()) ^ (own == null ? 0 : Long.rotateLeft(bits(own.contentHash()), 1));
        if (size * 2 > slots.length) {
            grow();
        }
        return add(key == EMPTY ? 1 : key);
    }

    private boolean add(long key) {
        int at = (int) (key ^ (key >>> 32)) & (slots.length - 1);
        while (slots[at] != EMPTY) {
            if (slots[at] == key) {
                return false;
            }
            at = (at + 1) & (slots.length - 1);
        }
        slots[at] = key;
        size++;
        return true;
    }

    private void grow() {
        var old = slots;
        slots = new long[old.length * 2];
        size = 0;
        for (var key : old) {
            if (key != EMPTY) {
                add(key);
            }
        }
    }

    /** The first 60 bits of a hash in base64, whose characters are equally likely. */
    private static long bits(String hash) {
        long bits = 0;
        for (int i = 0; i < CHARACTERS; i++) {
            bits = (bits << BITS_PER_CHARACTER) | sixBits(hash.charAt(i));
        }
        return bits;
    }

    private static int sixBits(char c) {
        if (c >= 'a') {
            return c - 'a';
        }
        if (c >= 'A' && c <= 'Z') {
            return 26 + c - 'A';
        }
        return c == '-' ? 62 : c == '_' ? 63 : 52 + c - '0';
    }
}
