package org.secondperiod.outreach.facts;

import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * One version of the SIS's signal that a class, or the whole school, submitted its attendance for a period.
 *
 * @param period "1", "2", ... or {@link MarkFact#WHOLE_DAY}
 * @param classId the class; null for the whole school
 * @param version the source's version, 0 where it has none
 * @param withdrawn the source took the signal back
 */
public record AttendanceTaken(
        String period, @Nullable String classId, long version, Instant takenAt, String eventId, boolean withdrawn) {

    static final Comparator<AttendanceTaken> BY_VERSION = Comparator.comparingLong(AttendanceTaken::version)
            .thenComparing(AttendanceTaken::takenAt)
            .thenComparing(AttendanceTaken::eventId)
            .thenComparing(AttendanceTaken::withdrawn);

    public AttendanceTaken {
        takenAt = Millis.of(takenAt);
    }

    /** Of two versions of one signal, the one that counts. */
    public static AttendanceTaken latest(AttendanceTaken one, AttendanceTaken other) {
        return BY_VERSION.compare(one, other) >= 0 ? one : other;
    }

    Slot slot() {
        return new Slot(period, classId == null ? "" : classId);
    }

    /** What a signal is about; its versions replace each other. */
    record Slot(String period, String classId) implements Comparable<Slot> {

        @Override
        public int compareTo(Slot other) {
            return Comparator.comparing(Slot::period)
                    .thenComparing(Slot::classId)
                    .compare(this, other);
        }
    }
}
