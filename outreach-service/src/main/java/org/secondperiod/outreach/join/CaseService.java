package org.secondperiod.outreach.join;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.ids.BuildingId;
import org.secondperiod.kit.ids.ReaderId;
import org.secondperiod.kit.ids.SchoolId;
import org.secondperiod.kit.ids.StudentId;
import org.secondperiod.outreach.doors.Reader;
import org.secondperiod.outreach.doors.ReaderNews;
import org.secondperiod.outreach.doors.db.ReaderStore;
import org.secondperiod.outreach.facts.KnownAbsences;
import org.secondperiod.outreach.facts.ScanFact;
import org.secondperiod.outreach.facts.StudentDay;
import org.secondperiod.outreach.facts.StudentDayFacts;
import org.secondperiod.outreach.facts.SubmittedAttendance;
import org.secondperiod.outreach.facts.db.KnownAbsenceStore;
import org.secondperiod.outreach.facts.db.StudentDayStore;
import org.secondperiod.outreach.facts.db.SubmittedStore;
import org.secondperiod.outreach.roster.Enrolment;
import org.secondperiod.outreach.roster.db.EnrolmentStore;
import org.secondperiod.outreach.schooldays.DayPlan;
import org.secondperiod.outreach.schooldays.SchoolOnDay;
import org.secondperiod.outreach.schooldays.SchoolVersion;
import org.secondperiod.outreach.schooldays.db.SchoolStore;
import org.secondperiod.outreach.whereabouts.Situation;
import org.secondperiod.outreach.whereabouts.StoredWhereabouts;
import org.secondperiod.outreach.whereabouts.StudentAtSchool;

/** Gathers, with a handful of queries for any number of students, all that deciding on them needs to know. */
@ApplicationScoped
class CaseService {

    private final SchoolStore schools;
    private final EnrolmentStore enrolments;
    private final StudentDayStore facts;
    private final KnownAbsenceStore knownAbsences;
    private final SubmittedStore submitted;
    private final ReaderStore readers;

    CaseService(
            SchoolStore schools,
            EnrolmentStore enrolments,
            StudentDayStore facts,
            KnownAbsenceStore knownAbsences,
            SubmittedStore submitted,
            ReaderStore readers) {
        this.schools = schools;
        this.enrolments = enrolments;
        this.facts = facts;
        this.knownAbsences = knownAbsences;
        this.submitted = submitted;
        this.readers = readers;
    }

    /** The cases of these students; one at a school that is not known yet is left out. */
    List<Case> gather(Handle tx, List<StoredWhereabouts> stored, AtHand atHand) {
        Set<SchoolId> schoolIds = stored.stream().map(one -> one.of().school()).collect(toSet());
        Set<StudentId> students = stored.stream().map(one -> one.of().student()).collect(toSet());
        Set<SchoolOnDay> schoolDays =
                stored.stream().map(one -> one.of().schoolOnDay()).collect(toSet());
        Map<SchoolId, SchoolVersion> settings = schools.load(tx, schoolIds);
        Known known = new Known(
                settings,
                enrolments.load(tx, students),
                factsOf(tx, stored, atHand.facts()),
                knownAbsences.load(tx, students),
                submitted.load(tx, schoolDays),
                readersOf(tx, settings, atHand.signs()),
                new HashMap<>());
        Map<BuildingId, String> names = schools.namesOf(tx, known.buildingsElsewhere(stored));
        List<Case> cases = new ArrayList<>(stored.size());
        for (StoredWhereabouts one : stored) {
            if (settings.containsKey(one.of().school())) {
                cases.add(known.caseOf(one, names));
            }
        }
        return cases;
    }

    private Map<StudentDay, StudentDayFacts> factsOf(
            Handle tx, List<StoredWhereabouts> stored, Map<StudentDay, StudentDayFacts> atHand) {
        Set<StudentDay> others = stored.stream()
                .map(one -> one.of().studentDay())
                .filter(day -> !atHand.containsKey(day))
                .collect(toSet());
        Map<StudentDay, StudentDayFacts> all = new HashMap<>(atHand);
        all.putAll(facts.load(tx, others));
        return all;
    }

    private Map<SchoolId, List<Reader>> readersOf(
            Handle tx, Map<SchoolId, SchoolVersion> settings, Map<ReaderId, ReaderNews> signs) {
        Set<BuildingId> buildings = settings.values().stream()
                .flatMap(school -> school.settings().buildings().stream())
                .collect(toSet());
        Map<BuildingId, List<Reader>> at = readers.at(tx, buildings).stream()
                .map(reader -> reader.with(signs.get(reader.readerId())))
                .collect(groupingBy(Reader::buildingId));
        Map<SchoolId, List<Reader>> ofSchool = new HashMap<>();
        settings.forEach((school, version) -> ofSchool.put(
                school,
                version.settings().buildings().stream()
                        .distinct()
                        .flatMap(building -> at.getOrDefault(building, List.of()).stream())
                        .toList()));
        return ofSchool;
    }

    /** What was loaded, to be put together student by student. */
    private record Known(
            Map<SchoolId, SchoolVersion> schools,
            Map<StudentId, List<Enrolment>> enrolments,
            Map<StudentDay, StudentDayFacts> facts,
            Map<StudentId, KnownAbsences> absences,
            Map<SchoolOnDay, SubmittedAttendance> submitted,
            Map<SchoolId, List<Reader>> readers,
            Map<PlanOf, DayPlan> plans) {

        private record PlanOf(SchoolOnDay day, @Nullable String firstPeriod) {}

        Case caseOf(StoredWhereabouts stored, Map<BuildingId, String> buildingNames) {
            StudentAtSchool of = stored.of();
            Enrolment enrolment = enrolments.getOrDefault(of.student(), List.of()).stream()
                    .filter(one -> one.school().equals(of.school()) && one.covers(of.day()))
                    .findFirst()
                    .orElse(null);
            DayPlan plan = plan(of.schoolOnDay(), enrolment == null ? null : enrolment.firstPeriod());
            Set<String> classIds = enrolment != null && plan instanceof DayPlan.Open open
                    ? enrolment.classIdsIn(open.trigger().name())
                    : Set.of();
            return Case.of(
                    stored,
                    plan,
                    new Situation(
                            enrolment != null,
                            classIds,
                            facts.getOrDefault(of.studentDay(), StudentDayFacts.NONE),
                            absences.getOrDefault(of.student(), KnownAbsences.NONE),
                            submitted.getOrDefault(of.schoolOnDay(), SubmittedAttendance.NONE),
                            readers.getOrDefault(of.school(), List.of()),
                            Case.ORDINARY,
                            buildingNames));
        }

        private DayPlan plan(SchoolOnDay day, @Nullable String firstPeriod) {
            return plans.computeIfAbsent(
                    new PlanOf(day, firstPeriod),
                    of -> DayPlan.of(
                            schools.get(of.day().school()).settings(), of.day().day(), of.firstPeriod()));
        }

        /** The buildings where students were scanned that are not their school's. */
        Collection<BuildingId> buildingsElsewhere(List<StoredWhereabouts> stored) {
            return stored.stream()
                    .filter(one -> schools.containsKey(one.of().school()))
                    .flatMap(one -> facts.getOrDefault(one.of().studentDay(), StudentDayFacts.NONE).scans().stream()
                            .map(ScanFact::building)
                            .filter(building -> !schools.get(one.of().school())
                                    .settings()
                                    .buildings()
                                    .contains(building)))
                    .collect(toSet());
        }
    }
}
