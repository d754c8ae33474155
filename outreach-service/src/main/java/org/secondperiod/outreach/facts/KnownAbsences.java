package org.secondperiod.outreach.facts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.secondperiod.kit.ids.SchoolDay;
import org.secondperiod.kit.ids.SchoolId;

/** What the schools know of one student's absences: the latest version of each, sorted by id. */
public record KnownAbsences(List<KnownAbsence> absences) {

    public static final KnownAbsences NONE = new KnownAbsences(List.of());

    public KnownAbsences {
        absences = Latest.perIdentity(absences, KnownAbsence::absenceId, KnownAbsence.BY_VERSION);
    }

    /** Idempotent, commutative and associative. */
    public KnownAbsences merge(KnownAbsences other) {
        return new KnownAbsences(Latest.union(absences, other.absences));
    }

    /** The first one (by id) that covers all of {@code [from, to)} on {@code day}. */
    public Optional<KnownAbsence> covering(SchoolId school, SchoolDay day, Instant from, Instant to) {
        return absences.stream()
                .filter(absence -> absence.covers(school, day, from, to))
                .findFirst();
    }
}
