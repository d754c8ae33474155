package org.secondperiod.outreach.disclosures.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.secondperiod.kit.cipher.SealedColumn;
import org.secondperiod.kit.cipher.SealedText;
import org.secondperiod.outreach.disclosures.Disclosure;

/** The log. The database lets nobody change an entry, or take one out while the student's records are there. */
@ApplicationScoped
public class DisclosureStore {

    /** To whom, what and why: in somebody's own words, so they are kept together and sealed. */
    public static final SealedColumn SAID = SealedColumn.of("disclosure", "said_sealed", "jsonb", "disclosure_id");

    private final SealedText texts;

    DisclosureStore(SealedText texts) {
        this.texts = texts;
    }

    /** Adds an entry. */
    public void add(Handle tx, Disclosure disclosure) {
        tx.createUpdate("""
                        INSERT INTO disclosure (disclosure_id, student_id, said_sealed, disclosed_at, recorded_by, recorded_at)
                        VALUES (:id, :student, CAST(:said AS jsonb), :disclosedAt, :by, :at)""")
                .bind("id", disclosure.disclosureId())
                .bind("student", disclosure.studentId())
                .bind(
                        "said",
                        texts.seal(
                                SAID.row(disclosure.disclosureId()),
                                Said.of(disclosure).written()))
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

    private Disclosure disclosure(ResultSet row) throws SQLException {
        String id = row.getString("disclosure_id");
        Said said = Said.read(Objects.requireNonNull(texts.open(SAID.row(id), row.getString("said_sealed"), null)));
        return new Disclosure(
                id,
                row.getString("student_id"),
                said.recipient(),
                said.what(),
                said.why(),
                time(row, "disclosed_at"),
                row.getString("recorded_by"),
                time(row, "recorded_at"));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
