package org.secondperiod.outreach.join;

import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.ids.SchoolId;
import org.secondperiod.kit.ids.StudentId;
import org.secondperiod.outreach.facts.db.SubmittedStore;
import org.secondperiod.outreach.join.db.ConcernStore;
import org.secondperiod.outreach.records.KeptDaysService;
import org.secondperiod.outreach.roster.Enrolment;
import org.secondperiod.outreach.roster.StudentRoster;
import org.secondperiod.outreach.roster.db.EnrolmentStore;
import org.secondperiod.outreach.schooldays.SchoolSettings;
import org.secondperiod.outreach.schooldays.SchoolVersion;
import org.secondperiod.outreach.schooldays.db.PictureStore;
import org.secondperiod.outreach.schooldays.db.SchoolStore;
import org.secondperiod.outreach.whereabouts.db.LookAgainStore;

/**
 * Applies what holds for whole schools: settings, doors, submitted attendance, rosters. It decides nothing itself: whoever
 * may be concerned is looked at again, at once.
 */
@ApplicationScoped
class SchoolFactsService {

    private final SchoolStore schools;
    private final DoorFactsService doors;
    private final SubmittedStore submitted;
    private final EnrolmentStore enrolments;
    private final ConcernStore concerns;
    private final PictureStore pictures;
    private final LookAgainStore lookAgain;
    private final KeptDaysService kept;
    private final ZoneId districtZone;

    SchoolFactsService(
            SchoolStore schools,
            DoorFactsService doors,
            SubmittedStore submitted,
            EnrolmentStore enrolments,
            ConcernStore concerns,
            PictureStore pictures,
            LookAgainStore lookAgain,
            KeptDaysService kept,
            @ConfigProperty(name = "secondperiod.district.zone") ZoneId districtZone) {
        this.schools = schools;
        this.doors = doors;
        this.submitted = submitted;
        this.enrolments = enrolments;
        this.concerns = concerns;
        this.pictures = pictures;
        this.lookAgain = lookAgain;
        this.kept = kept;
        this.districtZone = districtZone;
    }

    /** Which schools an intake changes as a whole, to be locked before it is applied. */
    record Change(DoorFactsService.Change doors, Set<SchoolId> schools) {}

    Change inspect(Handle tx, Intake intake, Instant now) {
        DoorFactsService.Change doorChange = doors.inspect(tx, intake, now);
        Set<SchoolId> changing = new HashSet<>(doorChange.schools());
        intake.schools().forEach(school -> changing.add(school.settings().schoolId()));
        intake.submitted().forEach(signal -> changing.add(signal.at().school()));
        changing.addAll(concerns.schoolsOf(tx, studentsOfRosters(intake)));
        intake.rosters().forEach(roster -> roster.enrolments().forEach(one -> changing.add(one.school())));
        return new Change(doorChange, changing);
    }

    void apply(Handle tx, Intake intake, Change change, Instant now) {
        applySettings(tx, intake.schools(), now);
        doors.apply(tx, intake, change.doors(), now);
        lookAgain.submitted(tx, submitted.merge(tx, intake.submitted()), now);
        applyRosters(tx, intake, now);
    }

    /** Stores what many transactions tell alike: the last thing that a transaction does. */
    void finish(Handle tx, Change change) {
        doors.store(tx, change.doors());
    }

    private void applySettings(Handle tx, Collection<SchoolVersion> told, Instant now) {
        List<SchoolId> ids =
                told.stream().map(school -> school.settings().schoolId()).toList();
        Map<SchoolId, SchoolVersion> before = schools.load(tx, ids);
        schools.put(tx, told);
        schools.load(tx, ids).forEach((id, after) -> {
            SchoolVersion was = before.get(id);
            if (was == null || was.version() != after.version()) {
                LocalDate today = LocalDate.ofInstant(now, after.settings().zone());
                lookAgain.settingsChanged(tx, id, today, otherDays(was, after.settings()), now);
            }
        });
    }

    /** The dates of which the calendar says something else than before. */
    private static Set<LocalDate> otherDays(@Nullable SchoolVersion before, SchoolSettings after) {
        if (before == null) {
            return after.calendar().keySet();
        }
        return Stream.concat(before.settings().calendar().keySet().stream(), after.calendar().keySet().stream())
                .filter(date -> !Objects.equals(
                        before.settings().calendar().get(date), after.calendar().get(date)))
                .collect(toSet());
    }

    private void applyRosters(Handle tx, Intake intake, Instant now) {
        Set<StudentId> students = studentsOfRosters(intake);
        if (students.isEmpty()) {
            return;
        }
        Map<StudentId, List<Enrolment>> before = enrolments.load(tx, students);
        enrolments.put(tx, intake.rosters());
        if (!intake.rostersGone().isEmpty()) {
            enrolments.forget(tx, intake.rostersGone());
        }
        Map<StudentId, List<Enrolment>> after = enrolments.load(tx, students);
        Set<StudentId> changed = students.stream()
                .filter(student -> !asSet(before.get(student)).equals(asSet(after.get(student))))
                .collect(toSet());
        if (!changed.isEmpty()) {
            pictures.forget(tx, schoolsOf(changed, before, after));
            concerns.enrol(tx, changed, kept.at(now).decided(), now);
            lookAgain.rostersChanged(
                    tx, changed, LocalDate.ofInstant(now, districtZone).minusDays(1), now);
        }
    }

    private static Set<SchoolId> schoolsOf(
            Set<StudentId> changed, Map<StudentId, List<Enrolment>> before, Map<StudentId, List<Enrolment>> after) {
        return changed.stream()
                .flatMap(student -> Stream.of(before, after).map(all -> all.getOrDefault(student, List.of())))
                .flatMap(List::stream)
                .map(Enrolment::school)
                .collect(toSet());
    }

    private static Set<Enrolment> asSet(@Nullable List<Enrolment> enrolments) {
        return enrolments == null ? Set.of() : new HashSet<>(enrolments);
    }

    private static Set<StudentId> studentsOfRosters(Intake intake) {
        return Stream.concat(intake.rosters().stream().map(StudentRoster::student), intake.rostersGone().stream())
                .collect(toSet());
    }
}
