package org.secondperiod.outreach.facts;

import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.ids.SchoolId;

/**
 * One version of what the SIS says of a student in one period of a day.
 *
 * @param period "1", "2", ... or {@link #WHOLE_DAY}
 * @param code the district's own code, for people to read
 * @param reason why the student is excused, where the code tells
 * @param version the source's version, 0 where it has none
 * @param takenAt when the teacher or office took it; kept to the millisecond
 * @param eventId breaks the last tie
 * @param withdrawn the source took the mark back: this version counts as no mark
 */
public record MarkFact(
        SchoolId school,
        String period,
        MarkKind kind,
        String code,
        @Nullable String reason,
        long version,
        Instant takenAt,
        String eventId,
        boolean withdrawn) {

    /** The period of a mark that speaks of the whole day. */
    public static final String WHOLE_DAY = "day";

    /**
     * The order of versions: the greatest one is what the SIS says now. A mark whose code is mapped later comes a second time,
     * with its meaning, and that is the one that counts, whichever of the two arrives first.
     */
    static final Comparator<MarkFact> BY_VERSION = Comparator.comparingLong(MarkFact::version)
            .thenComparing(MarkFact::takenAt)
            .thenComparing(MarkFact::saysSomething)
            .thenComparing(MarkFact::eventId)
            .thenComparing(MarkFact::withdrawn)
            .thenComparing(MarkFact::kind)
            .thenComparing(MarkFact::code)
            .thenComparing(MarkFact::reason, Comparator.nullsFirst(Comparator.naturalOrder()));

    public MarkFact {
        takenAt = Millis.of(takenAt);
    }

    /** A withdrawal says something whatever its code. */
    private boolean saysSomething() {
        return withdrawn || kind.isKnown();
    }

    Slot slot() {
        return new Slot(school, period);
    }

    /** What a mark is about; its versions replace each other. */
    record Slot(SchoolId school, String period) implements Comparable<Slot> {

        @Override
        public int compareTo(Slot other) {
            return Comparator.comparing(Slot::school)
                    .thenComparing(Slot::period)
                    .compare(this, other);
        }
    }
}
