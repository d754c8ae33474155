package org.secondperiod.outreach.join;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.secondperiod.kit.ids.StudentId;
import org.secondperiod.outreach.doors.ReaderNews;
import org.secondperiod.outreach.doors.db.BuildingSeenStore.BuildingSeen;
import org.secondperiod.outreach.facts.MarkVersion;
import org.secondperiod.outreach.facts.StudentDay;
import org.secondperiod.outreach.facts.StudentDayFacts;
import org.secondperiod.outreach.facts.db.KnownAbsenceStore;
import org.secondperiod.outreach.facts.db.SubmittedStore.Signal;
import org.secondperiod.outreach.roster.StudentRoster;
import org.secondperiod.outreach.roster.db.PersonStore.Sealed;
import org.secondperiod.outreach.schooldays.SchoolVersion;

/**
 * What a batch of events tells, collapsed: one value for each school, reader, student and student's day.
 *
 * @param rostersGone students whose roster was removed
 * @param peopleGone students who are to be forgotten
 * @param marks every version of every mark, for the history
 * @param buildingsSeen where scans saw somebody, and when
 */
public record Intake(
        Collection<SchoolVersion> schools,
        Collection<ReaderNews> readers,
        List<Signal> submitted,
        Collection<StudentRoster> rosters,
        Set<StudentId> rostersGone,
        Collection<Sealed> people,
        Set<StudentId> peopleGone,
        List<KnownAbsenceStore.Of> knownAbsences,
        SortedMap<StudentDay, StudentDayFacts> facts,
        List<MarkVersion> marks,
        Set<BuildingSeen> buildingsSeen) {

    /** Nothing but facts of students. */
    static Intake ofFacts(SortedMap<StudentDay, StudentDayFacts> facts) {
        return new Intake(
                List.of(), List.of(), List.of(), List.of(), Set.of(), List.of(), Set.of(), List.of(), facts, List.of(),
                Set.of());
    }
}
