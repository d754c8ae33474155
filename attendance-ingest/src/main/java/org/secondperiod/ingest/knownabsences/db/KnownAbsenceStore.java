package org.secondperiod.ingest.knownabsences.db;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.secondperiod.ingest.knownabsences.Declared;
import org.secondperiod.ingest.knownabsences.DetailCipher;
import org.secondperiod.kit.cipher.SealedColumn;

/** Known absences, the last version of each. Details are encrypted here. */
@ApplicationScoped
public class KnownAbsenceStore {

    /** What each is about. */
    public static final SealedColumn DETAIL = SealedColumn.of("known_absence", "detail", "jsonb", "absence_id")
            .boundTo(DetailCipher.CONTEXT, "student_id");

    private final AbsenceRow rows;
    private final DetailCipher cipher;

    KnownAbsenceStore(AbsenceRow rows, DetailCipher cipher) {
        this.rows = rows;
        this.cipher = cipher;
    }

    /** Keeps every other change out until this transaction ends; known absences are few. */
    public void lock(Handle tx) {
        tx.createQuery("SELECT pg_advisory_xact_lock(hashtextextended('known-absences', 0))")
                .mapTo(String.class)
                .list();
    }

    /** Those that are known, by id. */
    public Map<String, Declared> find(Handle tx, List<String> ids) {
        return tx.createQuery("SELECT * FROM known_absence WHERE absence_id = ANY(:ids)")
                .bindArray("ids", String.class, ids)
                .map(rows)
                .collect(toMap(Declared::absenceId, absence -> absence));
    }

    /** An absence and its last change. */
    public record Known(Declared absence, String changedBy, Instant changedAt) {}

    /** The ids of those whose detail is not under this key. */
    public List<String> notUnder(Handle tx, String key) {
        return tx.createQuery(
                        "SELECT absence_id FROM known_absence WHERE detail ->> 'keyId' <> :key ORDER BY absence_id")
                .bind("key", key)
                .mapTo(String.class)
                .list();
    }

    /** One of them, locked; none if somebody else holds it or has done it. */
    public Optional<Known> lockNotUnder(Handle tx, String absenceId, String key) {
        return tx.createQuery("""
                        SELECT * FROM known_absence WHERE absence_id = :id AND detail ->> 'keyId' <> :key
                        FOR UPDATE SKIP LOCKED""")
                .bind("id", absenceId)
                .bind("key", key)
                .map((row, context) -> new Known(
                        rows.map(row, context),
                        row.getString("changed_by"),
                        row.getObject("changed_at", OffsetDateTime.class).toInstant()))
                .findOne();
    }

    /** Puts its detail under the current key. */
    public void sealAgain(Handle tx, Declared absence) {
        tx.createUpdate("UPDATE known_absence SET detail = CAST(:detail AS jsonb) WHERE absence_id = :id")
                .bind("detail", cipher.sealedJson(absence.student(), Objects.requireNonNull(absence.detail())))
                .bind("id", absence.absenceId())
                .execute();
    }

    /** Writes them over what was known. */
    public void put(Handle tx, List<Declared> absences, String subject, Instant changedAt) {
        var batch = tx.prepareBatch("""
                INSERT INTO known_absence (absence_id, student_id, school_id, reason, from_day, to_day, from_time, to_time,
                    detail, version, deleted, changed_by, changed_at)
                VALUES (:id, :student, :school, :reason, :fromDay, :toDay, :fromTime, :toTime,
                    CAST(:detail AS jsonb), :version, :deleted, :subject, :changedAt)
                ON CONFLICT (absence_id) DO UPDATE SET
                    school_id = EXCLUDED.school_id, reason = EXCLUDED.reason,
                    from_day = EXCLUDED.from_day, to_day = EXCLUDED.to_day,
                    from_time = EXCLUDED.from_time, to_time = EXCLUDED.to_time, detail = EXCLUDED.detail,
                    version = EXCLUDED.version, deleted = EXCLUDED.deleted,
                    changed_by = EXCLUDED.changed_by, changed_at = EXCLUDED.changed_at
                """);
        for (var absence : absences) {
            AbsenceRow.bind(batch, absence, cipher)
                    .bind("subject", subject)
                    .bind("changedAt", changedAt.atOffset(ZoneOffset.UTC))
                    .add();
        }
        if (!absences.isEmpty()) {
            batch.execute();
        }
    }
}
