package org.secondperiod.outreach.attempts.db;

import static java.util.stream.Collectors.toSet;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.cipher.SealedText;
import org.secondperiod.kit.ids.SchoolDay;
import org.secondperiod.kit.ids.SchoolId;
import org.secondperiod.kit.ids.StudentId;
import org.secondperiod.outreach.attempts.Attempt;
import org.secondperiod.outreach.attempts.Attempt.InError;
import org.secondperiod.outreach.attempts.Attempt.Note;
import org.secondperiod.outreach.attempts.Channel;
import org.secondperiod.outreach.attempts.ErrorCause;
import org.secondperiod.outreach.attempts.Flag;
import org.secondperiod.outreach.attempts.NextStep;
import org.secondperiod.outreach.attempts.Outcome;
import org.secondperiod.outreach.attempts.ReasonToday;
import org.secondperiod.outreach.attempts.ReferTo;
import org.secondperiod.outreach.attempts.Result;
import org.secondperiod.outreach.attempts.Said;
import org.secondperiod.outreach.whereabouts.StudentAtSchool;

/** Reads attempts from rows of {@code call_attempt}. */
final class AttemptRows {

    private AttemptRows() {}

    static Attempt attempt(ResultSet row, SealedText texts) throws SQLException {
        long taskVersion = row.getLong("task_version");
        @Nullable Long left = row.wasNull() ? null : taskVersion;
        return new Attempt(
                row.getString("attempt_id"),
                row.getString("call_id"),
                row.getString("task_id"),
                new StudentAtSchool(
                        new StudentId(row.getString("student_id")),
                        new SchoolId(row.getString("school_id")),
                        SchoolDay.of(row.getObject("school_day", LocalDate.class))),
                Channel.valueOf(row.getString("channel")),
                said(row),
                row.getString("contact_id"),
                note(row, texts),
                row.getString("called_by"),
                row.getString("logged_by"),
                required(row, "started_at"),
                required(row, "recorded_at"),
                required(row, "changed_at"),
                instant(row, "undone_at"),
                left,
                error(row),
                row.getLong("version"));
    }

    private static Said said(ResultSet row) throws SQLException {
        String result = row.getString("result");
        String reason = row.getString("reason");
        String next = row.getString("next_step");
        String referTo = row.getString("refer_to");
        return new Said(
                Outcome.valueOf(row.getString("outcome")),
                result == null ? null : Result.valueOf(result),
                instant(row, "coming_by"),
                reason == null ? null : ReasonToday.valueOf(reason),
                Arrays.stream((String[]) row.getArray("flags").getArray())
                        .map(Flag::valueOf)
                        .collect(toSet()),
                next == null ? null : NextStep.valueOf(next),
                referTo == null ? null : ReferTo.valueOf(referTo),
                instant(row, "call_again_at"),
                row.getObject("absent_through", LocalDate.class),
                row.getString("owner"),
                instant(row, "due_at"));
    }

    private static @Nullable Note note(ResultSet row, SealedText texts) throws SQLException {
        String text =
                texts.open(AttemptStore.NOTE.row(row.getString("attempt_id")), row.getString("note_sealed"), null);
        return text == null ? null : new Note(text, row.getBoolean("note_restricted"));
    }

    private static @Nullable InError error(ResultSet row) throws SQLException {
        String cause = row.getString("error_cause");
        return cause == null
                ? null
                : new InError(ErrorCause.valueOf(cause), instant(row, "error_evidence"), row.getString("error_by"));
    }

    private static Instant required(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(instant(row, column));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
