package org.secondperiod.outreach.ofage.db;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.secondperiod.kit.ids.StudentId;
import org.secondperiod.outreach.facts.db.Columns;
import org.secondperiod.outreach.ofage.Consent;

/** Consents, as far as the transaction may see them. */
@ApplicationScoped
public class ConsentStore {

    /** Adds one. */
    public void add(Handle tx, Consent consent) {
        tx.createUpdate("""
                        INSERT INTO consent (consent_id, student_id, contact_id, basis, since, entered_by, entered_at, version)
                        VALUES (:id, :student, :contact, :basis, CAST(:since AS date), :by, :at, 1)
                        """)
                .bind("id", consent.consentId())
                .bind("student", consent.student().value())
                .bind("contact", consent.contactId())
                .bind("basis", consent.basis().name())
                .bind("since", consent.since().toString())
                .bind("by", consent.enteredBy())
                .bind("at", consent.enteredAt().atOffset(ZoneOffset.UTC))
                .execute();
    }

    /** One of a student's, in force or not. */
    public Optional<Consent> lock(Handle tx, StudentId student, String consentId) {
        return tx.createQuery("SELECT * FROM consent WHERE consent_id = :id AND student_id = :student FOR UPDATE")
                .bind("id", consentId)
                .bind("student", student.value())
                .map((row, context) -> consent(row))
                .findOne();
    }

    /** Ends one; one that has ended stays as it was. */
    public void withdraw(Handle tx, String consentId, String by, Instant at) {
        tx.createUpdate("""
                        UPDATE consent SET withdrawn_by = :by, withdrawn_at = :at, version = version + 1
                        WHERE consent_id = :id AND withdrawn_at IS NULL
                        """)
                .bind("id", consentId)
                .bind("by", by)
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .execute();
    }

    /** All of a student's, those in force first, and of these the newest. */
    public List<Consent> of(Handle tx, StudentId student) {
        return tx.createQuery("""
                        SELECT * FROM consent WHERE student_id = :student
                        ORDER BY withdrawn_at IS NOT NULL, entered_at DESC, consent_id
                        """)
                .bind("student", student.value())
                .map((row, context) -> consent(row))
                .list();
    }

    /** Of each of these students, the contacts of whom one is in force. */
    public Map<StudentId, Set<String>> inForce(Handle tx, Collection<StudentId> students) {
        if (students.isEmpty()) {
            return Map.of();
        }
        var query = tx.createQuery("""
                SELECT student_id, contact_id FROM consent WHERE student_id = ANY (:students) AND withdrawn_at IS NULL
                """);
        Columns.bind(query, "students", students);
        return query.map((row, context) -> Map.entry(new StudentId(row.getString(1)), row.getString(2))).stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toSet())));
    }

    private static Consent consent(ResultSet row) throws SQLException {
        OffsetDateTime withdrawn = row.getObject("withdrawn_at", OffsetDateTime.class);
        return new Consent(
                row.getString("consent_id"),
                new StudentId(row.getString("student_id")),
                row.getString("contact_id"),
                Consent.Basis.valueOf(row.getString("basis")),
                row.getObject("since", LocalDate.class),
                row.getString("entered_by"),
                row.getObject("entered_at", OffsetDateTime.class).toInstant(),
                row.getString("withdrawn_by"),
                withdrawn == null ? null : withdrawn.toInstant(),
                row.getLong("version"));
    }
}
