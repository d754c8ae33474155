package org.secondperiod.outreach.facts;

import java.util.List;
import java.util.Optional;
import org.secondperiod.kit.ids.SchoolId;

/**
 * All that was told of one student on one day: the latest version of each mark, every scan, every sighting. However the
 * same facts arrived, the value is the same: one entry per identity, sorted.
 */
public record StudentDayFacts(List<MarkFact> marks, List<ScanFact> scans, List<SightingFact> sightings) {

    public static final StudentDayFacts NONE = new StudentDayFacts(List.of(), List.of(), List.of());

    public StudentDayFacts {
        marks = Latest.perIdentity(marks, MarkFact::slot, MarkFact.BY_VERSION);
        scans = Latest.sorted(Latest.perIdentity(scans, ScanFact::eventId, ScanFact.FIRST_TOLD), ScanFact.BY_TIME);
        sightings = Latest.perIdentity(sightings, SightingFact::sightingId, SightingFact.LATER);
    }

    public static StudentDayFacts of(MarkFact mark) {
        return new StudentDayFacts(List.of(mark), List.of(), List.of());
    }

    public static StudentDayFacts of(ScanFact scan) {
        return new StudentDayFacts(List.of(), List.of(scan), List.of());
    }

    public static StudentDayFacts of(SightingFact sighting) {
        return new StudentDayFacts(List.of(), List.of(), List.of(sighting));
    }

    /** Both sets of facts. Idempotent, commutative and associative. */
    public StudentDayFacts merge(StudentDayFacts other) {
        return new StudentDayFacts(
                Latest.union(marks, other.marks),
                Latest.union(scans, other.scans),
                Latest.union(sightings, other.sightings));
    }

    /** What the SIS says now of a period; empty where it says nothing, or took it back. */
    public Optional<MarkFact> mark(SchoolId school, String period) {
        for (MarkFact mark : marks) {
            if (!mark.withdrawn()
                    && mark.period().equals(period)
                    && mark.school().equals(school)) {
                return Optional.of(mark);
            }
        }
        return Optional.empty();
    }
}
