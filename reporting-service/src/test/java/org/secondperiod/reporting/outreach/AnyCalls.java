package org.secondperiod.reporting.outreach;

import static org.secondperiod.reporting.intake.Told.fresh;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.secondperiod.events.AbsenceMark;
import org.secondperiod.events.AttendanceCategory;
import org.secondperiod.events.CallLogged;
import org.secondperiod.events.CallTaskChanged;
import org.secondperiod.events.EnrolmentsChanged;
import org.secondperiod.events.Topics;
import org.secondperiod.events.WhereaboutsChanged;
import org.secondperiod.kit.delivery.Received;
import org.secondperiod.reporting.intake.Told;

/**
 * Made-up mornings of two schools and twelve students: calls that are corrected, taken back, found in error and judged, tasks that
 * end, reopen and arrive, whereabouts that change.
 */
final class AnyCalls {

    static final List<LocalDate> DAYS =
            List.of(LocalDate.of(2026, 10, 13), LocalDate.of(2026, 10, 14), LocalDate.of(2026, 10, 15));

    private static final List<CallTaskChanged.State> STATES = List.of(
            CallTaskChanged.State.OPEN,
            CallTaskChanged.State.CLAIMED,
            CallTaskChanged.State.AWAITING_ARRIVAL,
            CallTaskChanged.State.DONE,
            CallTaskChanged.State.ARRIVED,
            CallTaskChanged.State.WITHDRAWN,
            CallTaskChanged.State.EXPIRED);

    private final Random random;
    private final List<String> schools = List.of(fresh("A"), fresh("B"));
    private final List<String> callers = List.of("chen", "osei", "rivera");
    private final List<Received> attendance = new ArrayList<>();
    private final List<List<Received>> strands = new ArrayList<>();
    final Map<String, Map<LocalDate, AbsenceMark>> marks = new HashMap<>();
    final List<CallTaskChanged> tasks = new ArrayList<>();
    final List<CallLogged> calls = new ArrayList<>();
    final List<WhereaboutsChanged> whereabouts = new ArrayList<>();
    final Map<String, String> grades = new HashMap<>();

    AnyCalls(Random random) {
        this.random = random;
        for (String school : schools) {
            attendance.add(Told.received(
                    Topics.SCHOOLS, Told.school(school, 1, true, Told.weekdays("2026-09-07", "2027-06-11"))));
            IntStream.range(0, 6).forEach(i -> student(school, fresh("s")));
            for (LocalDate day :
                    List.of(DAYS.get(0), DAYS.get(1), DAYS.get(2), DAYS.get(2).plusDays(1))) {
                attendance.add(Told.received(Topics.TAKEN, Told.taken(school, day, "day", null, 1, false)));
            }
        }
    }

    List<String> schools() {
        return schools;
    }

    /** Schools, rosters, marks and submitted days. */
    List<Received> attendance() {
        return attendance;
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
        grades.put(student, grade);
        attendance.add(Told.received(
                Topics.ENROLMENTS,
                Told.roster(
                        student,
                        1,
                        new EnrolmentsChanged.Enrolment(
                                school, LocalDate.of(2026, 9, 7), null, grade, grade + "-A", null, List.of()))));
        for (LocalDate day :
                List.of(DAYS.get(0), DAYS.get(1), DAYS.get(2), DAYS.get(2).plusDays(1))) {
            if (random.nextInt(4) > 0) {
                AbsenceMark mark = Told.mark(
                        student,
                        school,
                        day,
                        "day",
                        any(List.of(
                                AttendanceCategory.UNEXCUSED_ABSENCE,
                                AttendanceCategory.EXCUSED_ABSENCE,
                                AttendanceCategory.TARDY,
                                AttendanceCategory.PRESENT)),
                        1);
                marks.computeIfAbsent(student, key -> new HashMap<>()).put(day, mark);
                attendance.add(Told.received(Topics.MARKS, mark));
            }
        }
        DAYS.forEach(day -> morning(school, student, day));
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
