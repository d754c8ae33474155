package org.secondperiod.outreach.join.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.secondperiod.events.AbsenceMark;
import org.secondperiod.events.AttendanceTaken;
import org.secondperiod.events.Encrypted;
import org.secondperiod.events.EnrolmentsChanged;
import org.secondperiod.events.EventJson;
import org.secondperiod.events.KnownAbsence;
import org.secondperiod.events.ReaderChanged;
import org.secondperiod.events.Scan;
import org.secondperiod.events.SchoolChanged;
import org.secondperiod.events.Topics;
import org.secondperiod.kit.delivery.Received;
import org.secondperiod.kit.ids.ReaderId;
import org.secondperiod.kit.ids.SchoolDay;
import org.secondperiod.kit.ids.SchoolId;
import org.secondperiod.kit.ids.StudentId;
import org.secondperiod.kit.traces.Traces;
import org.secondperiod.outreach.doors.ReaderNews;
import org.secondperiod.outreach.doors.db.BuildingSeenStore.BuildingSeen;
import org.secondperiod.outreach.facts.MarkVersion;
import org.secondperiod.outreach.facts.ScanFact;
import org.secondperiod.outreach.facts.StudentDay;
import org.secondperiod.outreach.facts.StudentDayFacts;
import org.secondperiod.outreach.facts.db.KnownAbsenceStore;
import org.secondperiod.outreach.facts.db.KnownAbsenceStore.Covered;
import org.secondperiod.outreach.facts.db.SubmittedStore.Signal;
import org.secondperiod.outreach.join.Intake;
import org.secondperiod.outreach.records.KeptDays;
import org.secondperiod.outreach.roster.StudentRoster;
import org.secondperiod.outreach.roster.db.PersonStore.Sealed;
import org.secondperiod.outreach.schooldays.SchoolVersion;

/**
 * Collapses a batch of events, of any topics and in any order, into what it tells. What is of an imported history tells nothing
 * here: nobody looks for anybody on those days.
 */
final class IntakeReader {

    /** Of a person told before values said their version: older than every one that does. */
    private static final long UNVERSIONED = 0;

    private final ZoneId districtZone;
    private final KeptDays kept;
    private final Map<SchoolId, SchoolVersion> schools = new HashMap<>();
    private final Map<ReaderId, ReaderNews> readers = new HashMap<>();
    private final List<Signal> submitted = new ArrayList<>();
    private final Map<StudentId, StudentRoster> rosters = new HashMap<>();
    private final Set<StudentId> rostersGone = new HashSet<>();
    private final Map<StudentId, Sealed> people = new HashMap<>();
    private final Set<StudentId> peopleGone = new HashSet<>();
    private final List<KnownAbsenceStore.Of> knownAbsences = new ArrayList<>();
    private final SortedMap<StudentDay, StudentDayFacts> facts = new TreeMap<>();
    private final List<MarkVersion> marks = new ArrayList<>();
    private final Set<BuildingSeen> buildingsSeen = new HashSet<>();

    IntakeReader(ZoneId districtZone) {
        this(districtZone, KeptDays.ALL);
    }

    /** @param kept what is of an earlier day was purged, and is not read again */
    IntakeReader(ZoneId districtZone, KeptDays kept) {
        this.districtZone = districtZone;
        this.kept = kept;
    }

    /** Adds a record. @throws RuntimeException if it cannot be understood */
    void read(Received record) {
        switch (record.topic()) {
            case "attendance.marks.v1" -> mark(record.event(Topics.MARKS), Traces.of(record.headers()));
            case "attendance.taken.v1" -> taken(record.event(Topics.TAKEN));
            case "attendance.known-absences.v1" -> knownAbsence(record.event(Topics.KNOWN_ABSENCES));
            case "building.scans.v1" -> scan(record.event(Topics.SCANS));
            case "building.readers.v1" -> reader(record.event(Topics.READERS));
            case "roster.schools.v1" -> school(record);
            case "roster.enrolments.v1" -> roster(record);
            case "roster.people.v1" -> person(record);
            default -> throw new IllegalArgumentException("not a topic of this consumer: " + record.topic());
        }
    }

    Intake intake() {
        return new Intake(
                schools.values(),
                readers.values(),
                submitted,
                rosters.values(),
                rostersGone,
                people.values(),
                peopleGone,
                knownAbsences,
                facts,
                marks,
                buildingsSeen);
    }

    private void mark(AbsenceMark event, @Nullable String trace) {
        if (Boolean.TRUE.equals(event.history())) {
            return;
        }
        MarkVersion version = FactsFromEvents.mark(event, trace);
        if (kept.keepFactsOf(version.day().date())) {
            marks.add(version);
            add(new StudentDay(version.student(), version.day()), StudentDayFacts.of(version.mark()));
        }
    }

    private void taken(AttendanceTaken event) {
        if (Boolean.TRUE.equals(event.history())) {
            return;
        }
        Signal signal = FactsFromEvents.signal(event);
        if (kept.keepFactsOf(signal.at().day().date())) {
            submitted.add(signal);
        }
    }

    private void knownAbsence(KnownAbsence event) {
        KnownAbsenceStore.Of absence = FactsFromEvents.knownAbsence(event);
        if (kept.keepFactsOf(Covered.by(absence).to())) {
            knownAbsences.add(absence);
        }
    }

    private void scan(Scan event) {
        ScanFact scan = FactsFromEvents.scan(event);
        SchoolDay day = scan.filedUnder(districtZone);
        heard(ReaderNews.heard(scan.reader(), scan.building(), earlier(scan.at(), scan.recordedAt())));
        if (!kept.keepScansOf(day)) {
            return;
        }
        add(new StudentDay(new StudentId(event.studentId()), day), StudentDayFacts.of(scan));
        if (scan.unusableFor(day, districtZone).isEmpty()) {
            buildingsSeen.add(BuildingSeen.at(scan.building(), scan.at()));
        }
    }

    private void reader(ReaderChanged event) {
        heard(FactsFromEvents.reader(event));
    }

    private void heard(ReaderNews news) {
        readers.merge(news.readerId(), news, ReaderNews::merge);
    }

    private void add(StudentDay day, StudentDayFacts told) {
        facts.merge(day, told, StudentDayFacts::merge);
    }

    /** A school that is removed keeps its past; its calendar simply names no further days. */
    private void school(Received record) {
        if (!record.isTombstone()) {
            SchoolChanged event = record.event(Topics.SCHOOLS);
            SchoolVersion school = RosterFromEvents.school(event);
            schools.merge(
                    school.settings().schoolId(),
                    school,
                    (one, other) -> other.version() >= one.version() ? other : one);
        }
    }

    private void roster(Received record) {
        StudentId student = new StudentId(record.key());
        if (record.isTombstone()) {
            rosters.remove(student);
            rostersGone.add(student);
        } else {
            EnrolmentsChanged event = record.event(Topics.ENROLMENTS);
            rostersGone.remove(student);
            rosters.merge(
                    student,
                    RosterFromEvents.roster(event),
                    (one, other) -> other.version() >= one.version() ? other : one);
        }
    }

    private void person(Received record) {
        StudentId student = new StudentId(record.key());
        if (record.isTombstone()) {
            people.remove(student);
            peopleGone.add(student);
        } else {
            peopleGone.remove(student);
            Encrypted value = record.encrypted();
            String encrypted = new String(EventJson.write(value), StandardCharsets.UTF_8);
            people.merge(
                    student,
                    new Sealed(student, value.version() == null ? UNVERSIONED : value.version(), encrypted),
                    (one, other) -> other.version() >= one.version() ? other : one);
        }
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
