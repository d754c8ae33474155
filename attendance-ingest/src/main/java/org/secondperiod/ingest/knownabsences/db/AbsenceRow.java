package org.secondperiod.ingest.knownabsences.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import org.secondperiod.events.KnownAbsence.Reason;
import org.secondperiod.ingest.knownabsences.Declared;
import org.secondperiod.ingest.knownabsences.DetailCipher;
import org.secondperiod.ingest.knownabsences.Span;
import org.secondperiod.kit.ids.SchoolId;
import org.secondperiod.kit.ids.StudentId;

/** A known absence as a row. */
@ApplicationScoped
class AbsenceRow implements RowMapper<Declared> {

    private final DetailCipher cipher;

    AbsenceRow(DetailCipher cipher) {
        this.cipher = cipher;
    }

    @Override
    public Declared map(ResultSet row, StatementContext context) throws SQLException {
        var student = new StudentId(row.getString("student_id"));
        var school = row.getString("school_id");
        var detail = row.getString("detail");
        return new Declared(
                row.getString("absence_id"),
                student,
                school == null ? null : new SchoolId(school),
                Reason.valueOf(row.getString("reason")),
                span(row),
                detail == null ? null : cipher.open(student, detail),
                row.getLong("version"),
                row.getBoolean("deleted"));
    }

    private static Span span(ResultSet row) throws SQLException {
        var fromDay = row.getObject("from_day", LocalDate.class);
        return fromDay != null
                ? new Span.Days(fromDay, row.getObject("to_day", LocalDate.class))
                : new Span.Hours(
                        row.getObject("from_time", OffsetDateTime.class).toInstant(),
                        row.getObject("to_time", OffsetDateTime.class).toInstant());
    }

    static PreparedBatch bind(PreparedBatch batch, Declared absence, DetailCipher cipher) {
        var span = absence.span();
        return batch.bind("id", absence.absenceId())
                .bind("student", absence.student().value())
                .bind(
                        "school",
                        absence.school() == null ? null : absence.school().value())
                .bind("reason", absence.reason().name())
                .bindByType("fromDay", span.fromDay(), LocalDate.class)
                .bindByType("toDay", span.toDay(), LocalDate.class)
                .bindByType("fromTime", utc(span.fromTime()), OffsetDateTime.class)
                .bindByType("toTime", utc(span.toTime()), OffsetDateTime.class)
                .bind(
                        "detail",
                        absence.detail() == null ? null : cipher.sealedJson(absence.student(), absence.detail()))
                .bind("version", absence.version())
                .bind("deleted", absence.deleted());
    }

    private static @Nullable OffsetDateTime utc(java.time.@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }
}
