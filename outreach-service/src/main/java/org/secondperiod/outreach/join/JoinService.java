package org.secondperiod.outreach.join;

import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.secondperiod.kit.ids.SchoolId;
import org.secondperiod.kit.ids.StudentId;
import org.secondperiod.outreach.facts.StudentDay;
import org.secondperiod.outreach.facts.StudentDayFacts;
import org.secondperiod.outreach.facts.db.KnownAbsenceStore;
import org.secondperiod.outreach.facts.db.MarkHistoryStore;
import org.secondperiod.outreach.facts.db.StudentDayStore;
import org.secondperiod.outreach.join.db.ConcernStore;
import org.secondperiod.outreach.roster.PeopleService;
import org.secondperiod.outreach.schooldays.db.SchoolLocks;
import org.secondperiod.outreach.whereabouts.StudentAtSchool;

/**
 * Takes facts in and decides on whomever they concern, in one transaction: first the schools' locks, then what holds for
 * whole schools, then the students' facts, each under its row's lock, then the decisions.
 */
@ApplicationScoped
public class JoinService {

    private final SchoolLocks locks;
    private final SchoolFactsService schoolFacts;
    private final ConcernStore concerns;
    private final StudentDayStore facts;
    private final MarkHistoryStore markHistory;
    private final KnownAbsenceStore knownAbsences;
    private final PeopleService people;
    private final DecisionService decisions;

    JoinService(
            SchoolLocks locks,
            SchoolFactsService schoolFacts,
            ConcernStore concerns,
            StudentDayStore facts,
            MarkHistoryStore markHistory,
            KnownAbsenceStore knownAbsences,
            PeopleService people,
            DecisionService decisions) {
        this.locks = locks;
        this.schoolFacts = schoolFacts;
        this.concerns = concerns;
        this.facts = facts;
        this.markHistory = markHistory;
        this.knownAbsences = knownAbsences;
        this.people = people;
        this.decisions = decisions;
    }

    /** Takes in what was told. Told again, it changes nothing. */
    public void apply(Handle tx, Intake intake, Instant now) {
        SchoolFactsService.Change change = schoolFacts.inspect(tx, intake, now);
        locks.take(tx, schoolsOfStudents(tx, intake), change.schools());
        schoolFacts.apply(tx, intake, change, now);
        people.put(tx, intake.people());
        people.forget(tx, intake.peopleGone());

        markHistory.add(tx, intake.marks());
        Map<StudentDay, StudentDayFacts> changed = facts.merge(tx, intake.facts());
        Set<StudentAtSchool> concerned = new HashSet<>(concerns.on(tx, changed.keySet()));
        intake.facts().forEach((day, told) -> {
            if (changed.containsKey(day)) {
                concerned.addAll(named(day, told));
            }
        });
        concerned.addAll(concerns.within(tx, knownAbsences.merge(tx, intake.knownAbsences())));
        decisions.decide(tx, concerned, new AtHand(changed, change.doors().signs()), now);
        schoolFacts.finish(tx, change);
    }

    private Set<SchoolId> schoolsOfStudents(Handle tx, Intake intake) {
        Set<StudentId> knownAbsent = intake.knownAbsences().stream()
                .map(KnownAbsenceStore.Of::student)
                .collect(toSet());
        Set<SchoolId> schools = new HashSet<>(concerns.schoolsOf(tx, knownAbsent));
        concerns.on(tx, intake.facts().keySet()).forEach(of -> schools.add(of.school()));
        intake.facts().forEach((day, told) -> named(day, told).forEach(of -> schools.add(of.school())));
        return schools;
    }

    /** The schools that a student's marks and sightings name, enrolled there or not. */
    private static Collection<StudentAtSchool> named(StudentDay day, StudentDayFacts told) {
        return Stream.concat(
                        told.marks().stream().map(mark -> mark.school()),
                        told.sightings().stream().map(sighting -> sighting.school()))
                .map(school -> new StudentAtSchool(day.student(), school, day.day()))
                .collect(toSet());
    }
}
