package org.secondperiod.outreach.attempts.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.cipher.SealedColumn;
import org.secondperiod.kit.cipher.SealedText;
import org.secondperiod.outreach.attempts.Attempt;
import org.secondperiod.outreach.attempts.Attempt.InError;
import org.secondperiod.outreach.attempts.Attempt.Note;
import org.secondperiod.outreach.attempts.AttemptVersion;
import org.secondperiod.outreach.attempts.AttemptVersion.What;
import org.secondperiod.outreach.attempts.Said;
import org.secondperiod.outreach.facts.db.StoredJson;

/** Every version of every attempt. The database lets nobody change one. */
@ApplicationScoped
public class AttemptVersionStore {

    /** What was written about it then. */
    public static final SealedColumn NOTE =
            SealedColumn.of("call_attempt_version", "note_sealed", "jsonb", "attempt_id", "version bigint");

    private final SealedText texts;

    AttemptVersionStore(SealedText texts) {
        this.texts = texts;
    }

    /** What is kept of a version, in codes. */
    record Kept(
            Said said, @Nullable String contactId, @Nullable InError error) {}

    /**
     * Adds the version that an attempt now is.
     *
     * @param written what was written about it with this version; null: nothing, and what was written before stands
     */
    public void add(Handle tx, Attempt attempt, What what, @Nullable Note written, @Nullable String by) {
        tx.createUpdate("""
                        INSERT INTO call_attempt_version (attempt_id, version, student_id, school_id, school_day, what, said,
                            note_sealed, note_restricted, by_whom, at)
                        VALUES (:id, :version, :student, :school, CAST(:day AS date), :what, CAST(:said AS jsonb),
                            CAST(:note AS jsonb), :restricted, :by, CAST(:at AS timestamptz))
                        """)
                .bind("id", attempt.attemptId())
                .bind("version", attempt.version())
                .bind("student", attempt.of().student().value())
                .bind("school", attempt.of().school().value())
                .bind("day", attempt.of().day().toString())
                .bind("what", what.name())
                .bind("said", StoredJson.write(new Kept(attempt.said(), attempt.contactId(), attempt.error())))
                .bind(
                        "note",
                        written == null
                                ? null
                                : texts.seal(NOTE.row(attempt.attemptId(), attempt.version()), written.text()))
                .bind("restricted", written != null && written.restricted())
                .bind("by", by)
                .bind("at", attempt.changedAt().toString())
                .execute();
    }

    /** All versions of an attempt, the first first. */
    public List<AttemptVersion> of(Handle tx, String attemptId) {
        return tx.createQuery("SELECT * FROM call_attempt_version WHERE attempt_id = :id ORDER BY version")
                .bind("id", attemptId)
                .map((row, context) -> {
                    Kept kept = StoredJson.read(row.getString("said"), Kept.class);
                    long version = row.getLong("version");
                    String note = texts.open(NOTE.row(attemptId, version), row.getString("note_sealed"), null);
                    Instant at = Objects.requireNonNull(AttemptRows.instant(row, "at"));
                    return new AttemptVersion(
                            version,
                            What.valueOf(row.getString("what")),
                            kept.said(),
                            kept.contactId(),
                            kept.error(),
                            note == null ? null : new Note(note, row.getBoolean("note_restricted")),
                            row.getString("by_whom"),
                            at);
                })
                .list();
    }
}
