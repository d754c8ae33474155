package org.secondperiod.kit.bulk;

/**
 * Notices what comes again within one request, by its {@link ContentId}, in at most 16 MiB: after half a million different
 * ids it forgets them and begins anew, so that a repeat is then taken as new, which the facts' own identity makes harmless.
 */
public final class Repeats {

    private static final int FIRST_SLOTS = 1 << 12;
    private static final int MAX_SLOTS = 1 << 20;

    private long[] table = new long[2 * FIRST_SLOTS];
    private int size;

    /** Whether the id came before; it has come from now on. */
    public boolean seenBefore(ContentId id) {
        if (2 * size >= slots()) {
            grow();
        }
        return !add(nonZero(id.high()), id.low());
    }

    private boolean add(long high, long low) {
        int mask = slots() - 1;
        int slot = (int) (high ^ low) & mask;
        while (table[2 * slot] != 0) {
            if (table[2 * slot] == high && table[2 * slot + 1] == low) {
                return false;
            }
            slot = slot + 1 & mask;
        }
        table[2 * slot] = high;
        table[2 * slot + 1] = low;
        size++;
        return true;
    }

    private void grow() {
        long[] old = table;
        boolean full = slots() == MAX_SLOTS;
        table = new long[full ? old.length : 2 * old.length];
        size = 0;
        for (int i = 0; !full && i < old.length; i += 2) {
            if (old[i] != 0) {
                add(old[i], old[i + 1]);
            }
        }
    }

    private int slots() {
        return table.length / 2;
    }

    private static long nonZero(long value) {
        return value == 0 ? 1 : value;
    }
}
