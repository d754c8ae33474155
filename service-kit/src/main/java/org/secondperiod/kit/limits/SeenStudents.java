package org.secondperiod.kit.limits;

import java.util.BitSet;
import java.util.Collection;
import java.util.OptionalLong;

/**
 * About how many different students a credential was shown within the last hour, in 32 KiB however many they are. Time goes in
 * windows of ten minutes; what counts is the one that runs and the six before it, so at least the last 60 minutes and less than the
 * last 70. Each id has one of 65,536 places, which keeps in which of these windows it was seen last; how many places are empty says
 * how many students there were (linear counting; Whang, Vander-Zanden and Taylor, 1990). Within 2% up to some 50,000. Of the ids
 * themselves nothing is kept.
 */
final class SeenStudents {

    /** Windows that count. */
    static final int WINDOWS = 7;

    /** Too many at once, whenever it is. */
    static final long NEVER = Long.MAX_VALUE;

    private static final int PLACES = 1 << 16;
    private static final int HALF_A_BYTE = 4;

    /** Two places to a byte, each with the {@link #mark} of a window; 0 is nobody. */
    private final byte[] places = new byte[PLACES / 2];

    /** How many places have each mark. */
    private final int[] having = new int[WINDOWS + 1];

    private long newest;

    SeenStudents() {
        having[0] = PLACES;
    }

    /**
     * Adds these, unless there would be more than {@code most} then.
     *
     * @param window the number of the ten minutes that it is
     * @return none if they are added; else the first window in which they may be, if nobody else is seen meanwhile
     */
    synchronized OptionalLong add(Collection<String> students, int most, long window) {
        turnTo(window);
        BitSet wanted = placesOf(students);
        int[] others = having.clone();
        wanted.stream().forEach(place -> others[at(place)]--);
        boolean someAreNew = others[0] < having[0];
        if (someAreNew && estimate(others[0]) > most) {
            return OptionalLong.of(firstIn(others, most));
        }
        wanted.stream().forEach(place -> put(place, mark(newest)));
        return OptionalLong.empty();
    }

    /** One after the other the windows leave, the oldest first, with whoever was seen in them last. */
    private long firstIn(int[] others, int most) {
        int empty = others[0];
        for (long leaving = newest - WINDOWS + 1; leaving <= newest; leaving++) {
            empty += others[mark(leaving)];
            if (estimate(empty) <= most) {
                return leaving + WINDOWS;
            }
        }
        return NEVER;
    }

    private void turnTo(long window) {
        // Another thread may have looked at the clock just before a window began, and come later.
        if (window == newest || window == newest - 1) {
            return;
        }
        boolean allHaveLeft = window < newest || window >= newest + WINDOWS;
        for (long begins = allHaveLeft ? window - WINDOWS + 1 : newest + 1; begins <= window; begins++) {
            forget(mark(begins));
        }
        newest = window;
    }

    /** Of the window that had this mark before. */
    private void forget(int mark) {
        for (int place = 0; place < PLACES && having[mark] > 0; place++) {
            if (at(place) == mark) {
                put(place, 0);
            }
        }
    }

    private static int mark(long window) {
        return (int) Math.floorMod(window, (long) WINDOWS) + 1;
    }

    private int at(int place) {
        return (places[place / 2] >> shift(place)) & 0xF;
    }

    private void put(int place, int mark) {
        having[at(place)]--;
        having[mark]++;
        int other = places[place / 2] & ~(0xF << shift(place));
        places[place / 2] = (byte) (other | (mark << shift(place)));
    }

    private static int shift(int place) {
        return (place % 2) * HALF_A_BYTE;
    }

    private static BitSet placesOf(Collection<String> students) {
        BitSet wanted = new BitSet(PLACES);
        students.forEach(student -> wanted.set(spread(student.hashCode()) & (PLACES - 1)));
        return wanted;
    }

    /** Ids that differ in their last figures only have hashes that lie side by side (the finalizer of MurmurHash3). */
    private static int spread(int hash) {
        int mixed = (hash ^ (hash >>> 16)) * 0x85EBCA6B;
        mixed = (mixed ^ (mixed >>> 13)) * 0xC2B2AE35;
        return mixed ^ (mixed >>> 16);
    }

    private static long estimate(int empty) {
        return empty == 0 ? Long.MAX_VALUE : Math.round(-PLACES * Math.log((double) empty / PLACES));
    }
}
