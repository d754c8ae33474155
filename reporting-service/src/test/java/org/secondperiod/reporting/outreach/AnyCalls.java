package org.secondperiod.reporting.outreach;

import static org.secondperiod.reporting.intake.Told.fresh;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.secondperiod.events.AbsenceMark;
import org.secondperiod.events.AttendanceCategory;
import org.secondperiod.events.CallLogged;
import org.secondperiod.events.CallTaskChanged;
import org.secondperiod.events.EnrolmentsChanged;
import org.secondperiod.events.Topics;
import org.secondperiod.events.WhereaboutsChanged;
import org.secondperiod.kit.delivery.Received;
import org.secondperiod.reporting.facts.SchoolDate;
import org.secondperiod.reporting.intake.Told;

/**
 * Made-up mornings of three schools, one of which goes by half of its periods, and eighteen students: calls that are corrected, taken
 * back, found in error and judged, tasks that end, reopen and arrive, whereabouts that change, marks of several periods, some of
 * students who are not enrolled yet, and days that are not submitted.
 */
final class AnyCalls {

    static final List<LocalDate> DAYS =
            List.of(LocalDate.of(2026, 10, 13), LocalDate.of(2026, 10, 14), LocalDate.of(2026, 10, 15));

    /** Those and the day after them. */
    static final List<LocalDate> SCHOOL_DAYS =
            Stream.concat(DAYS.stream(), Stream.of(LocalDate.of(2026, 10, 16))).toList();

    /** Some more absences than anything else. */
    private static final List<AttendanceCategory> CATEGORIES = List.of(
            AttendanceCategory.UNEXCUSED_ABSENCE,
            AttendanceCategory.UNEXCUSED_ABSENCE,
            AttendanceCategory.EXCUSED_ABSENCE,
            AttendanceCategory.EXCUSED_ABSENCE,
            AttendanceCategory.PARTIAL,
            AttendanceCategory.TARDY,
            AttendanceCategory.PRESENT,
            AttendanceCategory.UNKNOWN);

    private static final List<CallTaskChanged.State> STATES = List.of(
            CallTaskChanged.State.OPEN,
            CallTaskChanged.State.CLAIMED,
            CallTaskChanged.State.AWAITING_ARRIVAL,
            CallTaskChanged.State.DONE,
            CallTaskChanged.State.ARRIVED,
            CallTaskChanged.State.WITHDRAWN,
            CallTaskChanged.State.EXPIRED);

    private final Random random;
    private final List<String> schools = List.of(fresh("A"), fresh("B"), Told.HALF);
    private final List<String> callers = List.of("chen", "osei", "rivera");
    private final List<Received> rosters = new ArrayList<>();
    private final List<Received> attendance = new ArrayList<>();
    private final Map<String, Map<LocalDate, Map<String, AbsenceMark>>> marks = new HashMap<>();
    private final Set<SchoolDate> submitted = new HashSet<>();
    private final Map<String, LocalDate> entries = new HashMap<>();
    private final Map<String, String> triggers = new HashMap<>();
    private final List<List<Received>> strands = new ArrayList<>();
    final Map<String, String> schoolsOf = new TreeMap<>();
    final List<CallTaskChanged> tasks = new ArrayList<>();
    final List<CallLogged> calls = new ArrayList<>();
    final List<WhereaboutsChanged> whereabouts = new ArrayList<>();
    final Map<String, String> grades = new HashMap<>();

    AnyCalls(Random random) {
        this.random = random;
        for (String school : schools) {
            rosters.add(Told.received(
                    Topics.SCHOOLS, Told.school(school, 1, true, Told.weekdays("2026-09-07", "2027-06-11"))));
            IntStream.range(0, 6).forEach(i -> student(school, fresh("s")));
            for (LocalDate day : SCHOOL_DAYS) {
                if (random.nextInt(8) > 0) {
                    submitted.add(new SchoolDate(school, day));
                    attendance.add(Told.received(Topics.TAKEN, Told.taken(school, day, "day", null, 1, false)));
                }
            }
        }
    }

    List<String> schools() {
        return schools;
    }

    /** Schools and rosters. */
    List<Received> rosters() {
        return rosters;
    }

    /** Marks and submitted days. */
    List<Received> attendance() {
        return attendance;
    }

    /** Whether the school has submitted the day, and the student was enrolled on it. */
    boolean mayCount(String student, LocalDate day) {
        return submitted.contains(new SchoolDate(schoolsOf.get(student), day)) && !day.isBefore(entries.get(student));
    }

    /** The period by whose mark the student's day is judged where the school goes by one. */
    String trigger(String student) {
        return triggers.get(student);
    }

    /** What holds of the student's day in the end, by period. */
    Map<String, AbsenceMark> marks(String student, LocalDate day) {
        return marks.getOrDefault(student, Map.of()).getOrDefault(day, Map.of());
    }

    /** Attendance in any order, with the calls between. */
    List<Received> mixed() {
        List<Received> ofAttendance = new ArrayList<>(attendance);
        Collections.shuffle(ofAttendance, random);
        List<Received> ofCalls = new ArrayList<>(shuffled());
        List<Received> mixed = new ArrayList<>();
        while (!ofAttendance.isEmpty() || !ofCalls.isEmpty()) {
            boolean next = random.nextInt(ofAttendance.size() + ofCalls.size()) < ofAttendance.size();
            mixed.add(next ? ofAttendance.removeFirst() : ofCalls.removeFirst());
        }
        return mixed;
    }

    /** Calls in any order; of each student's tasks and whereabouts the order of their partition. */
    List<Received> shuffled() {
        List<Integer> order = new ArrayList<>();
        for (int strand = 0; strand < strands.size(); strand++) {
            order.addAll(Collections.nCopies(strands.get(strand).size(), strand));
        }
        Collections.shuffle(order, random);
        int[] next = new int[strands.size()];
        return order.stream()
                .map(strand -> strands.get(strand).get(next[strand]++))
                .toList();
    }

    private void student(String school, String student) {
        String grade = any(List.of("9", "10"));
        String firstPeriod = random.nextInt(4) == 0 ? "2" : null;
        LocalDate entry = random.nextInt(6) == 0 ? DAYS.get(1) : LocalDate.of(2026, 9, 7);
        grades.put(student, grade);
        schoolsOf.put(student, school);
        entries.put(student, entry);
        triggers.put(student, firstPeriod == null ? "1" : firstPeriod);
        rosters.add(Told.received(
                Topics.ENROLMENTS,
                Told.roster(
                        student,
                        1,
                        new EnrolmentsChanged.Enrolment(
                                school, entry, null, grade, grade + "-A", firstPeriod, List.of()))));
        SCHOOL_DAYS.forEach(day -> marks(school, student, day));
        DAYS.forEach(day -> morning(school, student, day));
    }

    private void marks(String school, String student, LocalDate day) {
        if (random.nextInt(6) == 0) {
            return;
        }
        boolean half = school.equals(Told.HALF);
        if (random.nextInt(half ? 6 : 2) == 0) {
            mark(school, student, day, "day");
        }
        for (int period = 1; period <= (half ? 8 : 3); period++) {
            if (random.nextInt(3) > 0) {
                mark(school, student, day, String.valueOf(period));
            }
        }
    }

    /** Often corrected, and sometimes withdrawn in the end. */
    private void mark(String school, String student, LocalDate day, String period) {
        AbsenceMark mark = null;
        for (long version = 1; version <= 1 + random.nextInt(3); version++) {
            mark = Told.mark(
                    student,
                    school,
                    day,
                    period,
                    any(CATEGORIES),
                    any(Arrays.asList(null, "ILLNESS", "TRANSPORT")),
                    version);
            attendance.add(Told.received(Topics.MARKS, mark));
        }
        Map<String, AbsenceMark> ofDay =
                marks.computeIfAbsent(student, key -> new HashMap<>()).computeIfAbsent(day, key -> new HashMap<>());
        if (random.nextInt(8) == 0) {
            attendance.add(Told.received(Topics.MARKS, Told.withdrawn(mark)));
        } else {
            ofDay.put(period, mark);
        }
    }

    private void morning(String school, String student, LocalDate day) {
        whereabouts(school, student, day);
        if (random.nextInt(6) > 0) {
            task(school, student, day);
            for (int i = random.nextInt(4); i > 0; i--) {
                call(school, student, day);
            }
        }
    }

    private void whereabouts(String school, String student, LocalDate day) {
        List<Received> strand = new ArrayList<>();
        int minutes = 0;
        for (long version = 1; version <= 1 + random.nextInt(4); version++) {
            minutes += random.nextInt(120);
            WhereaboutsChanged.State state = any(List.of(WhereaboutsChanged.State.values()));
            WhereaboutsChanged event = new WhereaboutsChanged(
                    fresh("w"),
                    student,
                    school,
                    day,
                    state,
                    1,
                    state == WhereaboutsChanged.State.HELD
                            ? any(List.of("DOOR_FEED_SILENT", "ATTENDANCE_NOT_TAKEN", "SEEN_ELSEWHERE"))
                            : null,
                    at(day, minutes),
                    null,
                    "1",
                    random.nextBoolean() ? at(day, minutes - 1) : null,
                    null,
                    random.nextInt(3) > 0 ? at(day, 0) : null,
                    version,
                    at(day, minutes));
            whereabouts.add(event);
            strand.add(Told.received(Topics.WHEREABOUTS, event));
        }
        strands.add(strand);
    }

    private void task(String school, String student, LocalDate day) {
        List<Received> strand = new ArrayList<>();
        int minutes = random.nextInt(50);
        Instant arrived = null;
        CallTaskChanged.State state = CallTaskChanged.State.OPEN;
        for (long version = 1; version <= 1 + random.nextInt(5); version++) {
            state = version == 1 ? CallTaskChanged.State.OPEN : any(STATES);
            arrived = state == CallTaskChanged.State.ARRIVED || random.nextInt(6) == 0 ? at(day, minutes) : arrived;
            CallTaskChanged event = new CallTaskChanged(
                    fresh("ct"),
                    taskId(student, day),
                    student,
                    school,
                    day,
                    state,
                    null,
                    null,
                    false,
                    false,
                    null,
                    arrived,
                    version,
                    at(day, minutes),
                    null,
                    null,
                    version == 1 && random.nextInt(4) > 0
                            ? new CallTaskChanged.Draw(
                                    any(List.of(CallTaskChanged.Band.RELATIONSHIP, CallTaskChanged.Band.THE_REST)),
                                    UUID.randomUUID().toString().replace("-", ""))
                            : null);
            tasks.add(event);
            strand.add(Told.received(Topics.CALL_TASKS, event));
            minutes += random.nextInt(150);
        }
        strands.add(strand);
    }

    private void call(String school, String student, LocalDate day) {
        String id = fresh("call");
        Instant at = at(day, random.nextInt(300)).plusMillis(random.nextInt(1000));
        for (long version = 1; version <= 1 + random.nextInt(3); version++) {
            CallLogged event = new CallLogged(
                    fresh("c"),
                    id,
                    taskId(student, day),
                    student,
                    school,
                    day,
                    any(List.of(CallLogged.Outcome.values())),
                    random.nextInt(3) == 0 ? null : any(List.of(CallLogged.Result.values())),
                    any(Arrays.asList(null, "overslept", "transport", "not-said")),
                    any(callers),
                    at,
                    version,
                    at,
                    any(Arrays.asList(null, CallLogged.Channel.OUTGOING_CALL, CallLogged.Channel.INCOMING_CALL)),
                    null,
                    null,
                    random.nextBoolean() ? at.plusSeconds(3600) : null,
                    null,
                    random.nextInt(5) == 0 ? "SCAN_CAME_LATE" : null,
                    random.nextInt(6) == 0 ? true : null,
                    any(Arrays.asList(null, null, CallLogged.RootCause.AVERSION, CallLogged.RootCause.BARRIER)));
            calls.add(event);
            strands.add(List.of(Told.received(Topics.CALLS, event)));
        }
    }

    static String taskId(String student, LocalDate day) {
        return "task-%s-%s".formatted(student, day);
    }

    private static Instant at(LocalDate day, int minutesAfterCutOff) {
        return day.atTime(12, 44).toInstant(ZoneOffset.UTC).plusSeconds(60L * minutesAfterCutOff);
    }

    private <T extends @Nullable Object> T any(List<T> these) {
        return these.get(random.nextInt(these.size()));
    }
}
