package org.secondperiod.reporting.outreach;

import static org.secondperiod.reporting.intake.Told.fresh;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.secondperiod.events.CallLogged;
import org.secondperiod.events.CallTaskChanged;
import org.secondperiod.events.WhereaboutsChanged;

/** What outreach tells of a school's morning. */
public final class Morning {

    public static final LocalDate DAY = LocalDate.of(2026, 10, 13);
    private static final Instant CUT_OFF = Instant.parse("2026-10-13T12:44:00Z");

    private final String school;

    public Morning(String school) {
        this.school = school;
    }

    public static Instant at(int minutesAfterCutOff) {
        return CUT_OFF.plusSeconds(60L * minutesAfterCutOff);
    }

    private static String task(String student, LocalDate day) {
        return "task-%s-%s".formatted(student, day);
    }

    public CallTaskChanged task(
            String student, long version, CallTaskChanged.State state, int minutes, @Nullable Instant arrivedAt) {
        return new CallTaskChanged(
                fresh("ct"),
                task(student, DAY),
                student,
                school,
                DAY,
                state,
                null,
                null,
                false,
                false,
                null,
                arrivedAt,
                version,
                at(minutes),
                null,
                null,
                null);
    }

    public CallLogged call(String student, int minutes, CallLogged.Outcome outcome, String by) {
        return call(student, minutes, outcome, by, null, null, null, DAY);
    }

    public CallLogged call(
            String student,
            int minutes,
            CallLogged.Outcome outcome,
            String by,
            CallLogged.@Nullable Result result,
            @Nullable String reason,
            @Nullable Instant comingBy,
            LocalDate day) {
        return new CallLogged(
                fresh("c"),
                fresh("call"),
                task(student, day),
                student,
                school,
                day,
                outcome,
                result,
                reason,
                by,
                at(minutes).minusSeconds(86_400L * (DAY.toEpochDay() - day.toEpochDay())),
                1,
                at(minutes),
                CallLogged.Channel.OUTGOING_CALL,
                null,
                List.of(),
                comingBy,
                null,
                null,
                null,
                null);
    }

    public static CallLogged inError(CallLogged call, String cause) {
        return new CallLogged(
                fresh("c"),
                call.callId(),
                call.taskId(),
                call.studentId(),
                call.schoolId(),
                call.schoolDay(),
                call.outcome(),
                call.result(),
                call.reasonToday(),
                call.calledBy(),
                call.calledAt(),
                call.version() + 1,
                call.recordedAt(),
                call.channel(),
                null,
                List.of(),
                call.comingBy(),
                null,
                cause,
                null,
                null);
    }

    /** Somebody who knows the student says what is at the root; none takes it back. */
    public static CallLogged atTheRoot(CallLogged call, CallLogged.@Nullable RootCause cause) {
        return new CallLogged(
                fresh("c"),
                call.callId(),
                call.taskId(),
                call.studentId(),
                call.schoolId(),
                call.schoolDay(),
                call.outcome(),
                call.result(),
                call.reasonToday(),
                call.calledBy(),
                call.calledAt(),
                call.version() + 1,
                call.recordedAt(),
                call.channel(),
                null,
                List.of(),
                call.comingBy(),
                null,
                null,
                null,
                cause);
    }

    /** The same in another way, and with what is next. */
    public static CallLogged by(
            CallLogged call, CallLogged.Channel channel, @Nullable String nextStep, boolean undone) {
        return new CallLogged(
                fresh("c"),
                call.callId(),
                call.taskId(),
                call.studentId(),
                call.schoolId(),
                call.schoolDay(),
                call.outcome(),
                call.result(),
                call.reasonToday(),
                call.calledBy(),
                call.calledAt(),
                call.version() + 1,
                call.recordedAt(),
                channel,
                null,
                List.of(),
                call.comingBy(),
                nextStep,
                null,
                undone,
                null);
    }

    public WhereaboutsChanged where(
            String student,
            long version,
            WhereaboutsChanged.State state,
            @Nullable String reason,
            @Nullable Instant scanAt) {
        return where(student, version, state, reason, scanAt, at(0));
    }

    public WhereaboutsChanged where(
            String student,
            long version,
            WhereaboutsChanged.State state,
            @Nullable String reason,
            @Nullable Instant scanAt,
            Instant since) {
        return new WhereaboutsChanged(
                fresh("w"),
                student,
                school,
                DAY,
                state,
                14,
                reason,
                since,
                null,
                "1",
                scanAt,
                null,
                CUT_OFF,
                version,
                since);
    }
}
