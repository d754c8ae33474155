package org.secondperiod.ingest.knownabsences.db;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.secondperiod.ingest.knownabsences.Declared;
import org.secondperiod.ingest.knownabsences.DetailCipher;

/** Known absences, the last version of each. Details are encrypted here. */
@ApplicationScoped
public class KnownAbsenceStore {

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
