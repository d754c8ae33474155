package org.secondperiod.kit.limits;

import java.util.Collection;

/**
 * About how many different students a credential was shown within the last half hour to hour, in 16 KiB however many they are:
 * each id sets one of 65,536 bits, and what is left unset says how many there were (linear counting; Whang, Vander-Zanden and
 * Taylor, 1990). Within 2% up to some 50,000. Of the ids themselves nothing is kept.
 */
final class SeenStudents {

    private static final int BITS = 1 << 16;
    private static final int WORD = 64;

    private long[] before = new long[BITS / WORD];
    private long[] now = new long[BITS / WORD];
    private long half;

    /**
     * Adds these, unless there would be more than {@code most} then.
     *
     * @param halfHour the number of the half hour that it is
     * @return whether they are added
     */
    synchronized boolean add(Collection<String> students, int most, long halfHour) {
        turnTo(halfHour);
        long[] more = now.clone();
        students.forEach(student -> set(more, student));
        if (count(before, more) > most && count(before, more) > count(before, now)) {
            return false;
        }
        now = more;
        return true;
    }

    private void turnTo(long halfHour) {
        if (halfHour != half) {
            before = halfHour == half + 1 ? now : new long[BITS / WORD];
            now = new long[BITS / WORD];
            half = halfHour;
        }
    }

    private static void set(long[] bits, String student) {
        int place = spread(student.hashCode()) & BITS - 1;
        bits[place / WORD] |= 1L << place % WORD;
    }

    /** Ids that differ in their last figures only have hashes that lie side by side (the finalizer of MurmurHash3). */
    private static int spread(int hash) {
        int mixed = (hash ^ hash >>> 16) * 0x85EBCA6B;
        mixed = (mixed ^ mixed >>> 13) * 0xC2B2AE35;
        return mixed ^ mixed >>> 16;
    }

    private static long count(long[] one, long[] other) {
        int set = 0;
        for (int i = 0; i < one.length; i++) {
            set += Long.bitCount(one[i] | other[i]);
        }
        return set == BITS ? Long.MAX_VALUE : Math.round(-BITS * Math.log((double) (BITS - set) / BITS));
    }
}
