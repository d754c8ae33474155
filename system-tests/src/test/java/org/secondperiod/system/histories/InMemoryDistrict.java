package org.secondperiod.system.histories;

import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.delivery.Received;
import org.secondperiod.kit.ids.ReaderId;
import org.secondperiod.kit.ids.SchoolDay;
import org.secondperiod.kit.ids.SchoolId;
import org.secondperiod.kit.ids.StudentId;
import org.secondperiod.local.oracle.Verdict;
import org.secondperiod.outreach.doors.Reader;
import org.secondperiod.outreach.doors.ReaderNews;
import org.secondperiod.outreach.doors.db.BuildingSeenStore.BuildingSeen;
import org.secondperiod.outreach.facts.KnownAbsences;
import org.secondperiod.outreach.facts.SightingFact;
import org.secondperiod.outreach.facts.StudentDay;
import org.secondperiod.outreach.facts.StudentDayFacts;
import org.secondperiod.outreach.facts.SubmittedAttendance;
import org.secondperiod.outreach.join.Intake;
import org.secondperiod.outreach.join.kafka.EventsRead;
import org.secondperiod.outreach.roster.Enrolment;
import org.secondperiod.outreach.roster.StudentRoster;
import org.secondperiod.outreach.schooldays.DayPlan;
import org.secondperiod.outreach.schooldays.SchoolOnDay;
import org.secondperiod.outreach.schooldays.SchoolVersion;
import org.secondperiod.outreach.tasks.CallTask;
import org.secondperiod.outreach.tasks.Decide;
import org.secondperiod.outreach.tasks.HoldDecision;
import org.secondperiod.outreach.whereabouts.Assess;
import org.secondperiod.outreach.whereabouts.Conclusion;
import org.secondperiod.outreach.whereabouts.HoldReason;
import org.secondperiod.outreach.whereabouts.SchoolPicture;
import org.secondperiod.outreach.whereabouts.Situation;
import org.secondperiod.outreach.whereabouts.StudentAtSchool;
import org.secondperiod.outreach.whereabouts.Whereabouts;

/** The district's facts and conclusions without a database: the real merges, the real decision, maps between them. */
final class InMemoryDistrict {

    private static final SchoolPicture NO_PICTURE = new SchoolPicture(0, 0, 0, true, null);

    private final ZoneId zone;
    private final Map<StudentDay, StudentDayFacts> facts = new HashMap<>();
    private final Map<StudentId, KnownAbsences> known = new HashMap<>();
    private final Map<SchoolOnDay, SubmittedAttendance> submitted = new HashMap<>();
    private final Map<ReaderId, ReaderNews> readers = new HashMap<>();
    private final Map<SchoolId, SchoolVersion> schools = new HashMap<>();
    private final Map<StudentId, StudentRoster> rosters = new HashMap<>();
    private final Set<BuildingSeen> buildingsSeen = new HashSet<>();
    private final Map<SchoolOnDay, Map<HoldReason, HoldDecision>> holds = new HashMap<>();
    private final Map<StudentAtSchool, Kept> kept = new HashMap<>();
    /** Time alone never changes a picture: it holds until something is told. */
    private final Map<SchoolOnDay, SchoolPicture> pictures = new HashMap<>();

    InMemoryDistrict(ZoneId zone) {
        this.zone = zone;
    }

    private record Kept(
            Whereabouts whereabouts,
            @Nullable Instant heldSince,
            @Nullable String heldWith,
            @Nullable CallTask task,
            @Nullable Instant lookAgainAt) {}

    /** A student who is to be looked at again. */
    record Due(StudentAtSchool student, Instant at) {}

    void tell(Collection<Told> batch) {
        pictures.clear();
        var events = batch.stream()
                .filter(Told::isEvent)
                .map(InMemoryDistrict::received)
                .toList();
        take(EventsRead.of(events, zone));
        batch.forEach(told -> {
            switch (told.fact()) {
                case StaffSaw seen ->
                    facts.merge(
                            new StudentDay(new StudentId(seen.studentId()), SchoolDay.of(seen.schoolDay())),
                            StudentDayFacts.of(sighting(seen)),
                            StudentDayFacts::merge);
                case LeadDecided lead -> decided(lead);
                default -> {}
            }
        });
    }

    private static Received received(Told told) {
        return new Received(told.topic(), 0, 0, told.key(), told.json(), Map.of());
    }

    private static SightingFact sighting(StaffSaw seen) {
        return new SightingFact(
                seen.sightingId(),
                new SchoolId(seen.schoolId()),
                SightingFact.Seen.valueOf(seen.seen().name()),
                seen.at(),
                seen.by());
    }

    private void decided(LeadDecided lead) {
        var reason = HoldReason.valueOf(lead.reason());
        holds.computeIfAbsent(
                        new SchoolOnDay(new SchoolId(lead.schoolId()), SchoolDay.of(lead.schoolDay())),
                        day -> new HashMap<>())
                .put(reason, new HoldDecision(reason, HoldDecision.Verdict.valueOf(lead.verdict())));
    }

    private void take(Intake intake) {
        intake.facts().forEach((day, told) -> facts.merge(day, told, StudentDayFacts::merge));
        intake.knownAbsences()
                .forEach(of ->
                        known.merge(of.student(), new KnownAbsences(List.of(of.absence())), KnownAbsences::merge));
        intake.submitted()
                .forEach(signal -> submitted.merge(
                        signal.at(), new SubmittedAttendance(List.of(signal.taken())), SubmittedAttendance::merge));
        intake.readers().forEach(news -> readers.merge(news.readerId(), news, ReaderNews::merge));
        intake.schools()
                .forEach(school -> schools.merge(
                        school.settings().schoolId(),
                        school,
                        (one, other) -> other.version() > one.version() ? other : one));
        intake.rosters()
                .forEach(roster -> rosters.merge(
                        roster.student(), roster, (one, other) -> other.version() > one.version() ? other : one));
        buildingsSeen.addAll(intake.buildingsSeen());
    }

    /** Decides on a student; nothing can be said at a school that is not known. */
    void decide(StudentAtSchool student, Instant now) {
        if (!schools.containsKey(student.school())) {
            return;
        }
        var plan = plan(student);
        var before = kept.get(student);
        var picture = plan instanceof DayPlan.Open open
                ? pictures.computeIfAbsent(student.schoolOnDay(), day -> picture(day, open))
                : NO_PICTURE;
        var whereabouts = Assess.assess(situation(student, plan, picture), plan, now);
        var decision = whereabouts instanceof Whereabouts.Held held
                ? holds.getOrDefault(student.schoolOnDay(), Map.of()).get(held.reason())
                : null;
        var task = before == null ? null : before.task();
        var next = Decide.decide(whereabouts, before == null ? null : before.heldSince(), decision, task, plan, now);
        kept.put(
                student,
                new Kept(
                        whereabouts,
                        next.heldSince(),
                        next.holdIsWith() == null ? null : next.holdIsWith().name(),
                        next.change().after(task),
                        earliest(whereabouts.lookAgainAt(), next.lookAgainAt())));
    }

    private DayPlan plan(StudentAtSchool student) {
        return DayPlan.of(
                schools.get(student.school()).settings(),
                student.day(),
                enrolment(student).map(Enrolment::firstPeriod).orElse(null));
    }

    private Optional<Enrolment> enrolment(StudentAtSchool student) {
        var roster = rosters.get(student.student());
        return roster == null
                ? Optional.empty()
                : roster.enrolments().stream()
                        .filter(one -> one.school().equals(student.school()) && one.covers(student.day()))
                        .findFirst();
    }

    private Situation situation(StudentAtSchool student, DayPlan plan, SchoolPicture picture) {
        var enrolment = enrolment(student);
        var period = plan instanceof DayPlan.Open open ? open.trigger().name() : "";
        return new Situation(
                enrolment.isPresent(),
                enrolment.map(one -> one.classIdsIn(period)).orElse(Set.of()),
                facts.getOrDefault(student.studentDay(), StudentDayFacts.NONE),
                known.getOrDefault(student.student(), KnownAbsences.NONE),
                submitted.getOrDefault(student.schoolOnDay(), SubmittedAttendance.NONE),
                readers.values().stream().map(InMemoryDistrict::reader).toList(),
                picture,
                Map.of());
    }

    private static Reader reader(ReaderNews news) {
        var settings = news.settings();
        return settings == null
                ? new Reader(
                        news.readerId(),
                        news.buildingId(),
                        news.readerId().value(),
                        false,
                        null,
                        Reader.DEFAULT_ALLOWED_SILENCE,
                        news.sentHeartbeat(),
                        news.heardAt())
                : new Reader(
                        news.readerId(),
                        settings.reader().buildingId(),
                        settings.reader().name(),
                        settings.reader().inService(),
                        settings.reader().inServiceSince(),
                        settings.reader().allowedSilence(),
                        news.sentHeartbeat(),
                        news.heardAt());
    }

    private SchoolPicture picture(SchoolOnDay school, DayPlan.Open open) {
        var enrolled = rosters.keySet().stream()
                .map(student -> new StudentAtSchool(student, school.school(), school.day()))
                .filter(student -> enrolment(student).isPresent())
                .collect(toSet());
        int knownAbsent = 0;
        int markedAbsent = 0;
        for (var student : enrolled) {
            var plan = plan(student);
            var situation = situation(student, plan, NO_PICTURE);
            knownAbsent += Assess.isKnownAbsent(situation, plan) ? 1 : 0;
            markedAbsent += Assess.isMarkedAbsentUnexplained(situation, plan) ? 1 : 0;
        }
        var schoolZone = schools.get(school.school()).settings().zone();
        boolean anyScan = buildingsSeen.stream()
                .filter(seen -> open.buildings().contains(seen.building()))
                .anyMatch(seen -> Stream.of(schoolZone, zone)
                        .allMatch(clock -> LocalDate.ofInstant(seen.quarter(), clock)
                                .equals(school.day().date())));
        return new SchoolPicture(enrolled.size(), knownAbsent, markedAbsent, anyScan, null);
    }

    /** Who is to be looked at again next. */
    Optional<Due> due() {
        return kept.entrySet().stream()
                .filter(entry -> entry.getValue().lookAgainAt() != null)
                .map(entry -> new Due(entry.getKey(), entry.getValue().lookAgainAt()))
                .min(Comparator.comparing(Due::at).thenComparing(Due::student));
    }

    /** What was decided last; null if nothing was. */
    @Nullable
    Verdict verdict(StudentAtSchool student) {
        var last = kept.get(student);
        if (last == null) {
            return null;
        }
        var conclusion = Conclusion.of(last.whereabouts());
        var task = last.task();
        return Verdicts.of(
                conclusion,
                last.heldSince(),
                last.heldWith(),
                task == null ? null : task.state().name(),
                task != null && task.weakEvidence(),
                task == null || task.ended() == null ? null : task.ended().name());
    }

    private static @Nullable Instant earliest(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }
}
