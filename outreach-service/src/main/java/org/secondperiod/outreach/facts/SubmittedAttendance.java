package org.secondperiod.outreach.facts;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What one school submitted on one day: the latest version of each signal, sorted by period and class. */
public record SubmittedAttendance(List<AttendanceTaken> signals) {

    public static final SubmittedAttendance NONE = new SubmittedAttendance(List.of());

    public SubmittedAttendance {
        signals = Latest.perIdentity(signals, AttendanceTaken::slot, AttendanceTaken.BY_VERSION);
    }

    /** Idempotent, commutative and associative. */
    public SubmittedAttendance merge(SubmittedAttendance other) {
        return new SubmittedAttendance(Latest.union(signals, other.signals));
    }

    /** The signal that speaks for a student of {@code classIds} in {@code period}: of a class, or of the school. */
    public Optional<AttendanceTaken> speakingFor(String period, Set<String> classIds) {
        return signals.stream()
                .filter(signal -> !signal.withdrawn())
                .filter(signal ->
                        signal.period().equals(period) || signal.period().equals(MarkFact.WHOLE_DAY))
                .filter(signal -> signal.classId() == null || classIds.contains(signal.classId()))
                .findFirst();
    }
}
