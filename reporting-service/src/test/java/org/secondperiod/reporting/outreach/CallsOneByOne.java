package org.secondperiod.reporting.outreach;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingLong;
import static java.util.stream.Collectors.groupingBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.secondperiod.events.AbsenceMark;
import org.secondperiod.events.AttendanceCategory;
import org.secondperiod.events.CallLogged;
import org.secondperiod.events.CallLogged.Outcome;
import org.secondperiod.events.CallLogged.Result;
import org.secondperiod.events.CallTaskChanged;
import org.secondperiod.events.WhereaboutsChanged;
import org.secondperiod.reporting.intake.Told;

/**
 * What mornings come to when each call task is looked at by itself, as docs/attendance.md says it: no SQL, no sums that are kept.
 * Lines are those of the tables, as text.
 */
final class CallsOneByOne {

    private static final Set<Outcome> REACHED =
            Set.of(Outcome.REACHED_GUARDIAN, Outcome.REACHED_STUDENT, Outcome.REACHED_OTHER);
    private static final Set<CallTaskChanged.State> GONE =
            Set.of(CallTaskChanged.State.ARRIVED, CallTaskChanged.State.WITHDRAWN);
    private static final Set<WhereaboutsChanged.State> LOOKED_AT = Set.of(
            WhereaboutsChanged.State.SEEN_IN_SCHOOL,
            WhereaboutsChanged.State.IN_BUILDING,
            WhereaboutsChanged.State.ARRIVED,
            WhereaboutsChanged.State.HELD,
            WhereaboutsChanged.State.UNACCOUNTED);
    private static final Set<WhereaboutsChanged.State> HERE = Set.of(
            WhereaboutsChanged.State.NOT_ABSENT,
            WhereaboutsChanged.State.SEEN_IN_SCHOOL,
            WhereaboutsChanged.State.IN_BUILDING,
            WhereaboutsChanged.State.ARRIVED);
    private static final char ABSENT = 'A';
    private static final char HALF = 'H';
    private static final char PRESENT = 'P';
    private static final char NOTHING = '.';
    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final LocalTime LAST_PERIOD = LocalTime.of(15, 0);

    private final AnyCalls told;
    private final List<CallLogged> calls;

    CallsOneByOne(AnyCalls told) {
        this.told = told;
        this.calls = told.calls.stream().collect(groupingBy(CallLogged::callId)).values().stream()
                .map(versions -> versions.stream()
                        .max(comparingLong(CallLogged::version))
                        .orElseThrow())
                .filter(call -> call.undone() == null)
                .sorted(comparing(CallLogged::calledAt))
                .toList();
    }

    /** What is known of a task in the end. */
    private final class Task {

        final List<CallTaskChanged> versions;
        final CallTaskChanged last;
        final List<CallLogged> calls;
        final @Nullable Instant cutOff;
        final @Nullable Instant here;
        final @Nullable Instant called;
        final @Nullable CallLogged reached;

        Task(List<CallTaskChanged> versions) {
            this.versions = versions;
            this.last = versions.getLast();
            this.calls = CallsOneByOne.this.calls.stream()
                    .filter(call -> call.taskId().equals(last.taskId()))
                    .toList();
            List<WhereaboutsChanged> where = kept(last.studentId(), last.schoolDay());
            this.cutOff = where.stream()
                    .map(WhereaboutsChanged::cutOff)
                    .filter(Objects::nonNull)
                    .reduce((one, later) -> later)
                    .orElse(null);
            this.here = last.arrivedAt() != null ? last.arrivedAt() : where.isEmpty() ? null : hereAt(where.getLast());
            this.called = calls.stream()
                    .filter(CallsOneByOne::isDialled)
                    .map(CallLogged::calledAt)
                    .findFirst()
                    .orElse(null);
            this.reached =
                    calls.stream().filter(CallsOneByOne::isReached).findFirst().orElse(null);
        }

        boolean isStillToCall() {
            return called != null || !GONE.contains(last.state());
        }

        boolean due(int minutes) {
            if (cutOff == null) {
                return false;
            }
            Instant by = cutOff.plusSeconds(60L * minutes);
            boolean gone = called == null && GONE.contains(last.state()) && !ended().isAfter(by);
            return !versions.getFirst().recordedAt().isAfter(by) && !gone;
        }

        boolean covered(int minutes) {
            return due(minutes)
                    && called != null
                    && !called.isAfter(Objects.requireNonNull(cutOff).plusSeconds(60L * minutes));
        }

        /** When it came to the state in which it has ended: of several versions in that state the first of the last ones. */
        Instant ended() {
            Instant ended = last.recordedAt();
            for (int i = versions.size() - 1; i >= 0 && versions.get(i).state() == last.state(); i--) {
                ended = versions.get(i).recordedAt();
            }
            return ended;
        }

        boolean reasonKnown() {
            return calls.stream().anyMatch(call -> isReached(call) && isReason(call));
        }

        boolean mayReturn() {
            return reached != null
                    && reached.inError() == null
                    && calls.stream()
                            .noneMatch(call -> call.result() == Result.WILL_NOT_COME_VALID_REASON
                                    || call.result() == Result.MOVED_OR_LEFT_SCHOOL);
        }

        boolean cameAfter(@Nullable Instant moment) {
            if (here == null || moment == null || !here.isAfter(moment)) {
                return false;
            }
            ZonedDateTime local = here.atZone(ZONE);
            return local.isBefore(last.schoolDay().atTime(LAST_PERIOD).atZone(ZONE));
        }

        boolean returned() {
            return mayReturn() && reached != null && cameAfter(reached.calledAt());
        }

        long minutes() {
            Instant from = Objects.requireNonNull(reached).calledAt();
            double seconds =
                    Duration.between(from, Objects.requireNonNull(here)).toMillis() / 1000.0;
            return Math.round(seconds) / 60;
        }

        long periodsSaved() {
            LocalTime local = Objects.requireNonNull(here).atZone(ZONE).toLocalTime();
            return Stream.iterate(8, hour -> hour < 16, hour -> hour + 1)
                    .filter(hour -> !LocalTime.of(hour, 0).isBefore(local))
                    .count();
        }

        @Nullable
        Instant comingBy() {
            return calls.stream()
                    .filter(call -> call.result() == Result.COMING_IN_TODAY && call.inError() == null)
                    .map(CallLogged::comingBy)
                    .filter(Objects::nonNull)
                    .max(Instant::compareTo)
                    .orElse(null);
        }

        boolean promiseKept() {
            Instant by = comingBy();
            return by != null
                    && here != null
                    && reached != null
                    && here.isAfter(reached.calledAt())
                    && !here.isAfter(by);
        }

        @Nullable
        String reachedBeforeBy() {
            return CallsOneByOne.this.calls.stream()
                    .filter(call -> call.studentId().equals(last.studentId()))
                    .filter(call -> call.schoolDay().isBefore(last.schoolDay()) && isReached(call))
                    .map(CallLogged::calledBy)
                    .reduce((one, later) -> later)
                    .orElse(null);
        }

        /** What the next day that counts was; nothing where none does. */
        Optional<Character> nextDay() {
            return AnyCalls.SCHOOL_DAYS.stream()
                    .filter(day -> day.isAfter(last.schoolDay()))
                    .map(day -> status(last.studentId(), day))
                    .filter(letter -> letter != NOTHING)
                    .findFirst();
        }
    }

    /** What attendance decides of a day: absent, half a day, present; nothing where it does not count. */
    private char status(String student, LocalDate day) {
        if (!told.mayCount(student, day)) {
            return NOTHING;
        }
        Map<String, AbsenceMark> marks = told.marks(student, day);
        AbsenceMark whole = marks.get("day");
        if (whole != null) {
            return whole.category() == AttendanceCategory.PARTIAL ? HALF : ofOne(whole);
        }
        if (!told.schoolsOf.get(student).equals(Told.HALF)) {
            AbsenceMark trigger = marks.get(told.trigger(student));
            return trigger == null ? PRESENT : ofOne(trigger);
        }
        long absent = marks.values().stream().filter(CallsOneByOne::isAbsent).count();
        long unknown = marks.values().stream()
                .filter(mark -> mark.category() == AttendanceCategory.UNKNOWN)
                .count();
        return absent >= 4 ? ABSENT : absent + unknown >= 4 ? NOTHING : PRESENT;
    }

    private static char ofOne(AbsenceMark mark) {
        return mark.category() == AttendanceCategory.UNKNOWN ? NOTHING : isAbsent(mark) ? ABSENT : PRESENT;
    }

    /** The mark that says why: that of the day; else the first period's, without an excuse and with a reason as far as any is. */
    private AbsenceMark why(String student, LocalDate day) {
        Map<String, AbsenceMark> marks = told.marks(student, day);
        AbsenceMark whole = marks.get("day");
        if (whole != null) {
            return whole;
        }
        List<AbsenceMark> absences =
                marks.values().stream().filter(CallsOneByOne::isAbsent).toList();
        for (AttendanceCategory category :
                List.of(AttendanceCategory.UNEXCUSED_ABSENCE, AttendanceCategory.EXCUSED_ABSENCE)) {
            for (boolean withReason : List.of(true, false)) {
                Optional<AbsenceMark> first = absences.stream()
                        .filter(mark -> mark.category() == category && (mark.reason() != null) == withReason)
                        .min(comparing(mark -> Integer.valueOf(mark.period())));
                if (first.isPresent()) {
                    return first.get();
                }
            }
        }
        throw new IllegalStateException("nothing says why");
    }

    private static boolean isDialled(CallLogged call) {
        return call.channel() == null || call.channel() == CallLogged.Channel.OUTGOING_CALL;
    }

    private static boolean isReached(CallLogged call) {
        return REACHED.contains(call.outcome());
    }

    private static boolean isReason(CallLogged call) {
        return call.reasonToday() != null && !call.reasonToday().equals("not-said");
    }

    private static boolean isBadNumber(CallLogged call) {
        return call.outcome() == Outcome.WRONG_NUMBER || call.outcome() == Outcome.NOT_IN_SERVICE;
    }

    /** From the first version on that somebody had to look at. */
    private List<WhereaboutsChanged> kept(String student, LocalDate day) {
        return told.whereabouts.stream()
                .filter(one ->
                        one.studentId().equals(student) && one.schoolDay().equals(day))
                .dropWhile(one -> !LOOKED_AT.contains(one.state()))
                .toList();
    }

    private static @Nullable Instant hereAt(WhereaboutsChanged one) {
        return !HERE.contains(one.state()) ? null : one.scanAt() == null ? one.since() : one.scanAt();
    }

    private List<Task> tasks(String school, LocalDate day) {
        return told.tasks.stream()
                .filter(task ->
                        task.schoolId().equals(school) && task.schoolDay().equals(day))
                .collect(groupingBy(CallTaskChanged::taskId, TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(Task::new)
                .toList();
    }

    private List<CallLogged> calls(String school, LocalDate day) {
        return calls.stream()
                .filter(call ->
                        call.schoolId().equals(school) && call.schoolDay().equals(day))
                .toList();
    }

    /** The lines of {@code outreach_day}, of schools and of callers. */
    List<String> days() {
        List<String> lines = new ArrayList<>();
        told.schools()
                .forEach(school -> AnyCalls.DAYS.forEach(day -> {
                    List<Task> tasks = tasks(school, day);
                    List<CallLogged> dialled = calls(school, day).stream()
                            .filter(CallsOneByOne::isDialled)
                            .toList();
                    lines.add(line(school, day, "", tasks, dialled));
                    Set<String> callers = new HashSet<>();
                    dialled.forEach(call -> callers.add(call.calledBy()));
                    tasks.stream()
                            .map(task -> task.reached)
                            .filter(Objects::nonNull)
                            .forEach(call -> callers.add(call.calledBy()));
                    callers.forEach(caller -> lines.add(line(
                            school,
                            day,
                            caller,
                            tasks.stream()
                                    .filter(task -> task.reached != null
                                            && task.reached.calledBy().equals(caller))
                                    .toList(),
                            dialled.stream()
                                    .filter(call -> call.calledBy().equals(caller))
                                    .toList())));
                }));
        return lines;
    }

    private String line(String school, LocalDate day, String caller, List<Task> tasks, List<CallLogged> dialled) {
        boolean all = caller.isEmpty();
        List<Task> reached = tasks.stream().filter(task -> task.reached != null).toList();
        List<Task> returned = reached.stream().filter(Task::returned).toList();
        List<Object> line = new ArrayList<>(List.of(school, day, caller));
        line.add(all ? tasks.stream().filter(Task::isStillToCall).count() : 0);
        for (int minutes : List.of(30, 60, 120)) {
            line.add(all ? tasks.stream().filter(task -> task.due(minutes)).count() : 0);
            line.add(all ? tasks.stream().filter(task -> task.covered(minutes)).count() : 0);
        }
        line.add(dialled.size());
        line.add(dialled.stream().filter(CallsOneByOne::isBadNumber).count());
        line.add(
                all
                        ? tasks.stream().filter(task -> task.called != null).count()
                        : dialled.stream().map(CallLogged::taskId).distinct().count());
        line.add(reached.size());
        line.add(reached.stream().filter(Task::reasonKnown).count());
        line.add(reached.stream().filter(Task::mayReturn).count());
        line.add(returned.size());
        line.add(returned.stream().mapToLong(Task::minutes).sum());
        line.add(returned.stream().mapToLong(Task::periodsSaved).sum());
        line.add(tasks.stream().filter(task -> task.comingBy() != null).count());
        line.add(reached.stream().filter(Task::promiseKept).count());
        line.add(reached.stream().filter(task -> task.reachedBeforeBy() != null).count());
        line.add(reached.stream()
                .filter(task -> Objects.requireNonNull(task.reached).calledBy().equals(task.reachedBeforeBy()))
                .count());
        line.add(reached.stream().filter(task -> task.nextDay().isPresent()).count());
        line.add(reached.stream()
                .filter(task -> task.nextDay().equals(Optional.of(ABSENT)))
                .count());
        return line.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    /** The lines of {@code reason_day} of schools and of grades. */
    List<String> reasons() {
        Map<String, Sum> sums = new TreeMap<>();
        told.schools()
                .forEach(school -> AnyCalls.DAYS.forEach(day -> {
                    told.schoolsOf.forEach((student, at) -> {
                        if (at.equals(school) && isAbsence(status(student, day))) {
                            String reason = why(student, day).reason();
                            add(sums, school, day, student, "MARK", reason == null ? "" : reason);
                        }
                    });
                    calls(school, day).stream()
                            .filter(CallsOneByOne::isReason)
                            .collect(Collectors.toMap(CallLogged::studentId, call -> call, (one, later) -> later))
                            .forEach((student, call) ->
                                    add(sums, school, day, student, "CALL", String.valueOf(call.reasonToday())));
                    calls(school, day).stream()
                            .filter(call -> call.rootCause() != null)
                            .collect(Collectors.toMap(CallLogged::studentId, call -> call, (one, later) -> later))
                            .forEach((student, call) ->
                                    add(sums, school, day, student, "ROOT", String.valueOf(call.rootCause())));
                }));
        return sums.entrySet().stream()
                .map(sum -> "%s %d %d"
                        .formatted(
                                sum.getKey(),
                                sum.getValue().students(),
                                sum.getValue().halfDays()))
                .toList();
    }

    private record Sum(long students, long halfDays) {

        Sum plus(Sum other) {
            return new Sum(students + other.students, halfDays + other.halfDays);
        }
    }

    private void add(
            Map<String, Sum> sums, String school, LocalDate day, String student, String source, String reason) {
        char status = status(student, day);
        boolean excused = isAbsence(status) && why(student, day).category() == AttendanceCategory.EXCUSED_ABSENCE;
        Sum one = new Sum(1, source.equals("MARK") ? status == ABSENT ? 2 : 1 : 0);
        for (String of : List.of("SCHOOL ", "GRADE " + told.grades.get(student))) {
            sums.merge("%s %s %s %s %s %s".formatted(school, day, of, source, excused, reason), one, Sum::plus);
        }
    }

    private static boolean isAbsence(char status) {
        return status == ABSENT || status == HALF;
    }

    private static boolean isAbsent(AbsenceMark mark) {
        return mark.category() == AttendanceCategory.UNEXCUSED_ABSENCE
                || mark.category() == AttendanceCategory.EXCUSED_ABSENCE;
    }

    /** The lines of {@code draw_day}. */
    List<String> draws() {
        List<String> lines = new ArrayList<>();
        told.schools()
                .forEach(school -> AnyCalls.DAYS.forEach(day -> {
                    Map<CallTaskChanged.Band, List<Task>> bands = tasks(school, day).stream()
                            .filter(task -> draw(task) != null)
                            .collect(groupingBy(
                                    task -> Objects.requireNonNull(draw(task)).band()));
                    if (!bands.isEmpty()) {
                        long[] sums = new long[9];
                        bands.values().forEach(band -> addDraw(sums, band));
                        lines.add("%s %s %s"
                                .formatted(
                                        school,
                                        day,
                                        Arrays.stream(sums)
                                                .mapToObj(String::valueOf)
                                                .collect(Collectors.joining(" "))));
                    }
                }));
        return lines;
    }

    private static CallTaskChanged.@Nullable Draw draw(Task task) {
        return task.versions.getFirst().draw();
    }

    /** Draws, drawn, halves, early and late: called and came, squares, products. */
    private static void addDraw(long[] sums, List<Task> band) {
        List<Task> order = band.stream()
                .sorted(comparing(task -> Objects.requireNonNull(draw(task)).place()))
                .toList();
        int half = order.size() / 2;
        List<Task> early = order.subList(0, half);
        List<Task> late = order.subList(order.size() - half, order.size());
        long difference = came(early) - came(late);
        long[] these = {
            half > 0 ? 1 : 0,
            order.size(),
            half,
            early.stream().filter(task -> task.called != null).count(),
            came(early),
            late.stream().filter(task -> task.called != null).count(),
            came(late),
            difference * difference,
            difference * half
        };
        for (int i = 0; i < sums.length; i++) {
            sums[i] += these[i];
        }
    }

    private static long came(List<Task> tasks) {
        return tasks.stream()
                .filter(task -> task.cameAfter(task.versions.getFirst().recordedAt()))
                .count();
    }
}
