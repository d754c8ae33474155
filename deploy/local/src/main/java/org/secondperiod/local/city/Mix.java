package org.secondperiod.local.city;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Mixes into a day what real mornings have and attendance files do not tell: marks in error, scans that come late,
 * corrections in the wrong order, and facts that are sent more than once. The same seed mixes the same.
 */
public final class Mix {

    /** Shares of the students who are present, in thousandths. */
    private static final Map<Twist, Integer> OF_THE_PRESENT =
            new EnumMap<>(Map.of(Twist.MARKED_IN_ERROR, 20, Twist.LATE_UPLOAD, 10, Twist.LEFT_AGAIN, 3));

    /** Shares of the students who are absent, in thousandths. */
    private static final Map<Twist, Integer> OF_THE_ABSENT = new EnumMap<>(Map.of(
            Twist.CORRECTED, 30,
            Twist.WITHDRAWN, 10,
            Twist.EXCUSED_FIRST, 20,
            Twist.CAME_LATE, 80,
            Twist.ELSEWHERE, 5));

    private static final int REPEATED = 50;
    private static final int ALL = 1_000;

    private final long seed;
    private final boolean nothing;

    private Mix(long seed, boolean nothing) {
        this.seed = seed;
        this.nothing = nothing;
    }

    /** The day as the file has it. */
    public static Mix nothing() {
        return new Mix(0, true);
    }

    public static Mix of(long seed) {
        return new Mix(seed, false);
    }

    boolean isNothing() {
        return nothing;
    }

    /** What happens to the n-th student of a school. */
    Twist twist(SchoolFigures school, int n) {
        if (nothing || school.isReleased(n)) {
            return Twist.NONE;
        }
        int left = draw(school, n, "twist");
        for (Map.Entry<Twist, Integer> share : (school.isAbsent(n) ? OF_THE_ABSENT : OF_THE_PRESENT).entrySet()) {
            left -= share.getValue();
            if (left < 0) {
                return share.getKey();
            }
        }
        return Twist.NONE;
    }

    /** Whether all facts of a student are sent twice in one request, and once more after the cut-off. */
    boolean repeated(SchoolFigures school, int n) {
        return !nothing && draw(school, n, "repeated") < REPEATED;
    }

    /** How many students each twist happens to. */
    public Map<Twist, Long> counts(List<SchoolFigures> schools) {
        Map<Twist, Long> counts = new EnumMap<>(Twist.class);
        for (SchoolFigures school : schools) {
            IntStream.range(0, school.enrolled()).forEach(n -> counts.merge(twist(school, n), 1L, Long::sum));
        }
        counts.remove(Twist.NONE);
        return counts;
    }

    private int draw(SchoolFigures school, int n, String what) {
        long about = 31L * (31L * school.schoolId().hashCode() + n) + what.hashCode();
        return new Random(seed * 0x9E3779B97F4A7C15L ^ about).nextInt(ALL);
    }
}
