package org.secondperiod.outreach.examples;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.ids.BuildingId;
import org.secondperiod.kit.ids.ReaderId;
import org.secondperiod.kit.ids.SchoolDay;
import org.secondperiod.kit.ids.SchoolId;
import org.secondperiod.outreach.doors.Reader;
import org.secondperiod.outreach.facts.KnownAbsences;
import org.secondperiod.outreach.facts.StudentDayFacts;
import org.secondperiod.outreach.facts.SubmittedAttendance;
import org.secondperiod.outreach.schooldays.DayPlan;
import org.secondperiod.outreach.schooldays.SchoolSettings;
import org.secondperiod.outreach.schooldays.SchoolSettings.Bell;
import org.secondperiod.outreach.schooldays.SchoolSettings.BellSchedule;
import org.secondperiod.outreach.schooldays.SchoolSettings.CalendarDay;
import org.secondperiod.outreach.whereabouts.SchoolPicture;
import org.secondperiod.outreach.whereabouts.Situation;

/**
 * The ordinary morning that every example begins with, and what an example makes of it: Bronx Lab (BXL) in the building
 * East, Wednesday 14 October 2026, New York. Period 1 is 08:00 to 08:41, so the late limit is 08:20 and the cut-off 08:44;
 * the day ends at 14:00. The school's SIS signals attendance; it has not yet. Ana is in class 101. The main door sends
 * heartbeats and was heard from at 08:45. 450 students are enrolled, 30 are marked absent, and others were scanned.
 */
public final class Scene {

    public static final SchoolId BXL = new SchoolId("BXL");
    public static final BuildingId EAST = new BuildingId("East");
    static final String REGULAR = "regular";

    public LocalDate day = LocalDate.of(2026, 10, 14);
    public ZoneId zone = ZoneId.of("America/New_York");
    StudentDayFacts facts = StudentDayFacts.NONE;
    KnownAbsences known = KnownAbsences.NONE;
    SubmittedAttendance submitted = SubmittedAttendance.NONE;
    final Map<ReaderId, Reader> readers = new TreeMap<>();
    boolean enrolled = true;
    Set<String> classIds = Set.of("101");

    @Nullable
    String firstPeriod;

    String triggerPeriod = "1";
    boolean signals = true;

    @Nullable
    CalendarDay calendarDay = new CalendarDay(REGULAR, null);

    List<BellSchedule> bells = new ArrayList<>();
    int students = 450;
    int knownAbsent = 0;
    int markedAbsent = 30;
    boolean anyScan = true;

    @Nullable
    BigDecimal median;

    public Scene() {
        putReader("Main", true, true, Instant.parse("2026-10-14T12:45:00Z"));
        bells(
                REGULAR,
                false,
                "1 08:00-08:41, 2 08:45-09:26, 3 09:30-10:11, 4 10:15-10:56, 5 11:00-11:41, 6 11:45-12:26,"
                        + " 7 12:30-13:11, 8 13:15-14:00");
        bells("remote", true, "1 08:00-08:41, 2 08:45-09:26, 3 09:30-10:11, 8 13:15-14:00");
        bells("late start", false, "1 10:00-10:31, 2 10:35-11:06, 3 11:10-11:41, 8 13:29-14:00");
        bells("early dismissal", false, "1 08:00-08:26, 2 08:30-08:56, 3 09:00-09:26, 8 11:04-11:30");
        bells("without period 1", false, "2 08:45-09:26, 3 09:30-10:11, 8 13:15-14:00");
    }

    public Times times() {
        return new Times(day, zone);
    }

    void bells(String dayType, boolean remote, String periods) {
        bells.add(new BellSchedule(
                dayType,
                LocalDate.of(2025, 9, 1),
                remote,
                Arrays.stream(periods.split(", ?")).map(Scene::bell).toList()));
    }

    static Bell bell(String text) {
        String[] part = text.trim().split("[ -]");
        return new Bell(part[0], LocalTime.parse(part[1]), LocalTime.parse(part[2]));
    }

    /** Adds to what is known of the student's day. */
    public void tell(StudentDayFacts more) {
        facts = facts.merge(more);
    }

    void putReader(String name, boolean inService, boolean heartbeats, @Nullable Instant lastHeard) {
        putReader(name, inService, null, heartbeats, lastHeard);
    }

    void putReader(
            String name,
            boolean inService,
            @Nullable Instant inServiceSince,
            boolean heartbeats,
            @Nullable Instant lastHeard) {
        ReaderId id = new ReaderId(name);
        Duration silence = Duration.ofMinutes(10);
        readers.put(
                id, new Reader(id, EAST, name + " door", inService, inServiceSince, silence, heartbeats, lastHeard));
    }

    public SchoolSettings settings() {
        return new SchoolSettings(
                BXL,
                "Bronx Lab",
                zone,
                List.of(EAST),
                triggerPeriod,
                3,
                20,
                signals,
                60,
                10,
                List.copyOf(bells),
                calendarDay == null ? Map.of() : Map.of(day, calendarDay));
    }

    public DayPlan plan() {
        return DayPlan.of(settings(), SchoolDay.of(day), firstPeriod);
    }

    public Situation situation() {
        return new Situation(
                enrolled,
                classIds,
                facts,
                known,
                submitted,
                readers.values(),
                new SchoolPicture(students, knownAbsent, markedAbsent, anyScan, median),
                Map.of(new BuildingId("West"), "West Building"));
    }
}
