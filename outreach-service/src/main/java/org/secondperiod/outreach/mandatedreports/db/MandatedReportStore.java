package org.secondperiod.outreach.mandatedreports.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.secondperiod.kit.cipher.SealedColumn;
import org.secondperiod.kit.cipher.SealedText;
import org.secondperiod.outreach.mandatedreports.CallId;
import org.secondperiod.outreach.mandatedreports.MandatedReport;

/** The notes. A request sees those of who it says it is ({@link #seenBy}), and before it says so none. */
@ApplicationScoped
public class MandatedReportStore {

    /** What the register calls each. */
    public static final SealedColumn CALL_ID = SealedColumn.of("mandated_report", "call_id", "jsonb", "report_id");

    private final SealedText texts;

    MandatedReportStore(SealedText texts) {
        this.texts = texts;
    }

    /** From here on this transaction sees the notes of this person. */
    public void seenBy(Handle tx, String subject) {
        tx.execute(
                "SELECT set_config('secondperiod.subject', ?, true), set_config('row_security', 'on', true)", subject);
    }

    /** Keeps a note. */
    public void add(Handle tx, MandatedReport report) {
        tx.createUpdate("""
                        INSERT INTO mandated_report (report_id, student_id, school_id, reported_at, call_id, noted_by, noted_at)
                        VALUES (:id, :student, :school, :reportedAt, CAST(:callId AS jsonb), :by, :at)""")
                .bind("id", report.reportId())
                .bind("student", report.studentId())
                .bind("school", report.schoolId())
                .bind("reportedAt", report.reportedAt().atOffset(ZoneOffset.UTC))
                .bind(
                        "callId",
                        texts.seal(
                                CALL_ID.row(report.reportId()),
                                report.callId() == null ? null : report.callId().value()))
                .bind("by", report.notedBy())
                .bind("at", report.notedAt().atOffset(ZoneOffset.UTC))
                .execute();
    }

    /** All that this transaction sees, the latest first. */
    public List<MandatedReport> all(Handle tx) {
        return tx.createQuery("SELECT * FROM mandated_report ORDER BY reported_at DESC, report_id")
                .map((row, context) -> report(row))
                .list();
    }

    /** One that this transaction sees, until it ends. */
    public Optional<MandatedReport> lock(Handle tx, String reportId) {
        return tx.createQuery("SELECT * FROM mandated_report WHERE report_id = :id FOR UPDATE")
                .bind("id", reportId)
                .map((row, context) -> report(row))
                .findOne();
    }

    /** Those of a student, the first reported first; as the system. */
    public List<MandatedReport> ofStudent(Handle tx, String studentId) {
        return tx.createQuery(
                        "SELECT * FROM mandated_report WHERE student_id = :student ORDER BY reported_at, report_id")
                .bind("student", studentId)
                .map((row, context) -> report(row))
                .list();
    }

    /** Whether a legal hold keeps it; as the system. */
    public boolean isHeld(Handle tx, MandatedReport report) {
        return tx.createQuery("""
                        SELECT EXISTS (SELECT FROM known_hold
                            WHERE NOT ended AND (student_id = :student OR school_id = :school))""")
                .bind("student", report.studentId())
                .bind("school", report.schoolId())
                .mapTo(Boolean.class)
                .one();
    }

    /** Takes it out. */
    public void delete(Handle tx, String reportId) {
        tx.createUpdate("DELETE FROM mandated_report WHERE report_id = :id")
                .bind("id", reportId)
                .execute();
    }

    private MandatedReport report(ResultSet row) throws SQLException {
        String id = row.getString("report_id");
        String callId = texts.open(CALL_ID.row(id), row.getString("call_id"), null);
        return new MandatedReport(
                id,
                row.getString("student_id"),
                row.getString("school_id"),
                row.getObject("reported_at", OffsetDateTime.class).toInstant(),
                callId == null ? null : new CallId(callId),
                row.getString("noted_by"),
                row.getObject("noted_at", OffsetDateTime.class).toInstant());
    }
}
