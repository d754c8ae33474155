package org.secondperiod.outreach.disclosures.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.secondperiod.outreach.disclosures.Disclosure;

/** The log. The database lets nobody change an entry, or take one out while the student's records are there. */
@ApplicationScoped
public class DisclosureStore {

    /** Adds an entry. */
    public void add(Handle tx, Disclosure disclosure) {
        tx.createUpdate("""
                        INSERT INTO disclosure (disclosure_id, student_id, recipient, what, why, disclosed_at, recorded_by,
                            recorded_at)
                        VALUES (:id, :student, :recipient, :what, :why, :disclosedAt, :by, :at)""")
                .bind("id", disclosure.disclosureId())
                .bind("student", disclosure.studentId())
                .bind("recipient", disclosure.recipient())
                .bind("what", disclosure.what())
                .bind("why", disclosure.why())
                .bind("disclosedAt", disclosure.disclosedAt().atOffset(ZoneOffset.UTC))
                .bind("by", disclosure.recordedBy())
                .bind("at", disclosure.recordedAt().atOffset(ZoneOffset.UTC))
                .execute();
    }

    /** The entries of a student, the first disclosed first. */
    public List<Disclosure> of(Handle tx, String studentId) {
        return tx.createQuery(
                        "SELECT * FROM disclosure WHERE student_id = :student ORDER BY disclosed_at, disclosure_id")
                .bind("student", studentId)
                .map((row, context) -> disclosure(row))
                .list();
    }

    private static Disclosure disclosure(ResultSet row) throws SQLException {
        return new Disclosure(
                row.getString("disclosure_id"),
                row.getString("student_id"),
                row.getString("recipient"),
                row.getString("what"),
                row.getString("why"),
                time(row, "disclosed_at"),
                row.getString("recorded_by"),
                time(row, "recorded_at"));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
