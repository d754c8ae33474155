package org.secondperiod.reporting.intake;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.secondperiod.reporting.facts.KnownAbsence;
import org.secondperiod.reporting.facts.Mark;
import org.secondperiod.reporting.facts.Submission;
import org.secondperiod.reporting.roster.RosterVersion;
import org.secondperiod.reporting.roster.SchoolTold;

/**
 * What a batch tells, in any order, with repeats.
 *
 * @param rostersGone students whom the roster no longer knows
 */
public record Intake(
        List<SchoolTold> schools,
        List<RosterVersion> rosters,
        Set<String> rostersGone,
        List<Mark> marks,
        List<Submission> submissions,
        List<KnownAbsence> knownAbsences) {

    /** Nothing yet. */
    public static Intake empty() {
        return new Intake(
                new ArrayList<>(),
                new ArrayList<>(),
                new LinkedHashSet<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>());
    }
}
