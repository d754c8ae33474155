package org.secondperiod.outreach.join;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.secondperiod.events.AbsenceMark;
import org.secondperiod.events.AttendanceCategory;
import org.secondperiod.events.AttendanceTaken;
import org.secondperiod.events.EnrolmentsChanged;
import org.secondperiod.events.EnrolmentsChanged.Enrolment;
import org.secondperiod.events.EnrolmentsChanged.SchoolClass;
import org.secondperiod.events.KnownAbsence;
import org.secondperiod.events.PersonChanged;
import org.secondperiod.events.PersonChanged.Contact;
import org.secondperiod.events.PersonChanged.Phone;
import org.secondperiod.events.ReaderChanged;
import org.secondperiod.events.Scan;
import org.secondperiod.events.SchoolChanged;
import org.secondperiod.events.Topics;
import org.secondperiod.kit.testing.TestTopics;
import org.secondperiod.kit.time.Times;

/** Tells the service what a SIS, a roster and doors would tell it, over the topics. Times are New York's unless said. */
@Singleton
public class Told {

    public static final LocalDate DAY = LocalDate.parse("2026-10-14");
    public static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private static final AtomicLong COUNTER = new AtomicLong();

    @Inject
    TestTopics topics;

    @Inject
    Clock clock;

    /** 08:05 in New York on the day. */
    public static Instant at(String time) {
        return at(time, NEW_YORK);
    }

    public static Instant at(String time, ZoneId zone) {
        return DAY.atTime(LocalTime.parse(time)).atZone(zone).toInstant();
    }

    /** An id that no other test has. */
    public static String fresh(String kind) {
        return kind + "-" + COUNTER.incrementAndGet();
    }

    public static long nextVersion() {
        return COUNTER.incrementAndGet();
    }

    /** Regular days with periods 08:00-08:41, 08:45-09:26 and 14:00-14:40: the cut-off is 08:44. */
    public SchoolDraft school(String schoolId, String... buildings) {
        return new SchoolDraft(schoolId, List.of(buildings));
    }

    /**
     * A school whose only door somebody has come through, and that was heard from last at that time: whoever is marked absent
     * there is called if the door is heard, and held if it is silent.
     *
     * @return its building
     */
    public String schoolHeardAt(String schoolId, String time) {
        String building = fresh("building");
        school(schoolId, building).withoutSignal().send();
        heartbeat(building, time);
        scan(fresh("somebody"), building, "07:30");
        return building;
    }

    public final class SchoolDraft {
        private final String schoolId;
        private final List<String> buildings;
        private ZoneId zone = NEW_YORK;
        private boolean sendsTaken = true;
        private @Nullable String dayType = "regular";
        private String firstEnd = "08:41";

        SchoolDraft(String schoolId, List<String> buildings) {
            this.schoolId = schoolId;
            this.buildings = buildings;
        }

        public SchoolDraft in(String zoneId) {
            this.zone = ZoneId.of(zoneId);
            return this;
        }

        public SchoolDraft withoutSignal() {
            this.sendsTaken = false;
            return this;
        }

        public SchoolDraft noSchool() {
            this.dayType = null;
            return this;
        }

        public SchoolDraft firstPeriodEnds(String time) {
            this.firstEnd = time;
            return this;
        }

        public void send() {
            Map<LocalDate, SchoolChanged.CalendarDay> calendar = new LinkedHashMap<>();
            calendar.put(DAY, new SchoolChanged.CalendarDay(dayType, dayType == null ? "snow" : null));
            calendar.put(DAY.plusDays(1), new SchoolChanged.CalendarDay("regular", null));
            topics.send(
                    Topics.SCHOOLS,
                    new SchoolChanged(
                            fresh("ev"),
                            schoolId,
                            "School " + schoolId,
                            zone.getId(),
                            buildings,
                            "1",
                            3,
                            20,
                            sendsTaken,
                            60,
                            10,
                            List.of(new SchoolChanged.BellSchedule(
                                    "regular",
                                    LocalDate.parse("2026-09-01"),
                                    false,
                                    List.of(
                                            period("1", "08:00", firstEnd),
                                            period("2", "08:45", "09:26"),
                                            period("3", "14:00", "14:40")))),
                            calendar,
                            nextVersion(),
                            now()));
        }
    }

    private static SchoolChanged.Period period(String name, String start, String end) {
        return new SchoolChanged.Period(name, LocalTime.parse(start), LocalTime.parse(end));
    }

    public void enrolled(String studentId, String... schools) {
        enrolments(
                studentId,
                Arrays.stream(schools).map(school -> sitting(school, null)).toList());
    }

    public void enrolledInClass(String studentId, String schoolId, String classId) {
        enrolments(studentId, List.of(sitting(schoolId, classId)));
    }

    public void enrolments(String studentId, List<Enrolment> enrolments) {
        topics.send(
                Topics.ENROLMENTS,
                new EnrolmentsChanged(fresh("ev"), studentId, enrolments, List.of(), List.of(), nextVersion(), now()));
    }

    private static Enrolment sitting(String schoolId, @Nullable String classId) {
        List<SchoolClass> classes = new ArrayList<>();
        if (classId != null) {
            classes.add(new SchoolClass(classId, "Class " + classId, List.of("1"), "teacher-9"));
        }
        return new Enrolment(schoolId, null, null, "9", "904", null, classes);
    }

    public void person(String studentId, String givenName, String familyName) {
        person(studentId, givenName, familyName, List.of(), List.of());
    }

    /** With their own numbers, and people to call. */
    public void person(
            String studentId, String givenName, String familyName, List<Phone> phones, List<Contact> contacts) {
        person(studentId, givenName, familyName, phones, contacts, null);
    }

    /** Somebody of whom the roster says that they are of age. */
    public void ofAge(
            String studentId, String givenName, String familyName, List<Phone> phones, List<Contact> contacts) {
        person(studentId, givenName, familyName, phones, contacts, true);
    }

    private void person(
            String studentId,
            String givenName,
            String familyName,
            List<Phone> phones,
            List<Contact> contacts,
            @Nullable Boolean ofAge) {
        topics.send(
                Topics.PEOPLE,
                new PersonChanged(
                        fresh("ev"),
                        studentId,
                        givenName,
                        familyName,
                        null,
                        null,
                        "es",
                        phones,
                        contacts,
                        ofAge,
                        nextVersion(),
                        now()));
    }

    public AbsenceMark absent(String studentId, String schoolId) {
        return mark(studentId, schoolId, "1", "A", AttendanceCategory.UNEXCUSED_ABSENCE, "08:20", 1, false);
    }

    public AbsenceMark mark(
            String studentId,
            String schoolId,
            String period,
            String code,
            AttendanceCategory category,
            String takenAt,
            long version,
            boolean deleted) {
        AbsenceMark mark = markEvent(studentId, schoolId, period, code, category, takenAt, version, deleted);
        topics.send(Topics.MARKS, mark);
        return mark;
    }

    public AbsenceMark markEvent(
            String studentId,
            String schoolId,
            String period,
            String code,
            AttendanceCategory category,
            String takenAt,
            long version,
            boolean deleted) {
        return new AbsenceMark(
                fresh("ev"),
                null,
                studentId,
                schoolId,
                DAY,
                period,
                code,
                category,
                null,
                at(takenAt),
                version,
                deleted,
                "sis",
                now());
    }

    public void taken(String schoolId, @Nullable String classId, String at) {
        topics.send(
                Topics.TAKEN,
                new AttendanceTaken(fresh("ev"), schoolId, DAY, "1", classId, at(at), 1, false, "sis", now()));
    }

    public Scan scan(String studentId, String building, String at) {
        return scan(studentId, building, Scan.Direction.IN, at(at));
    }

    public Scan scan(String studentId, String building, Scan.Direction direction, Instant at) {
        return scan(studentId, building, direction, at, later(at, now()), null);
    }

    /** A scan by a reader whose clock is ahead: it is recorded now. */
    public Scan scanAhead(String studentId, String building, String at) {
        return scan(studentId, building, Scan.Direction.IN, at(at), now(), null);
    }

    /** A scan whose badge became the student's only now. */
    public Scan scanThatWaited(String studentId, String building, String at) {
        return scan(studentId, building, Scan.Direction.IN, at(at), at(at), now());
    }

    private Scan scan(
            String studentId,
            String building,
            Scan.Direction direction,
            Instant at,
            Instant recordedAt,
            @Nullable Instant resolvedAt) {
        Scan scan = new Scan(
                fresh("ev"),
                fresh("scan"),
                studentId,
                "reader-" + building,
                building,
                at,
                direction,
                null,
                resolvedAt,
                recordedAt);
        topics.send(Topics.SCANS, scan);
        return scan;
    }

    /** The one reader of a building that sends heartbeats was heard from. */
    public void heartbeat(String building, String at) {
        reader(building, ReaderChanged.Kind.HEARTBEAT, true, at(at));
    }

    public void reader(String building, ReaderChanged.Kind kind, boolean inService, Instant at) {
        reader("reader-" + building, building, kind, inService, null, at);
    }

    /** A reader is registered: from then on it is in service. */
    public void newReader(String readerId, String building, String at) {
        reader(readerId, building, ReaderChanged.Kind.SETTINGS, true, at(at), at(at));
    }

    private void reader(
            String readerId,
            String building,
            ReaderChanged.Kind kind,
            boolean inService,
            @Nullable Instant inServiceSince,
            Instant at) {
        topics.send(
                Topics.READERS,
                new ReaderChanged(
                        fresh("ev"),
                        kind,
                        readerId,
                        building,
                        "Main door",
                        inService,
                        inServiceSince,
                        10,
                        at,
                        kind == ReaderChanged.Kind.HEARTBEAT ? 0 : null,
                        null,
                        nextVersion(),
                        later(at, now())));
    }

    public void knownAbsence(String studentId, KnownAbsence.Reason reason) {
        topics.send(
                Topics.KNOWN_ABSENCES,
                new KnownAbsence(
                        fresh("ev"),
                        fresh("known"),
                        studentId,
                        null,
                        reason,
                        DAY,
                        DAY,
                        null,
                        null,
                        null,
                        1,
                        false,
                        "sis",
                        now()));
    }

    private Instant now() {
        return Times.now(clock);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
