package org.secondperiod.ingest.intake.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.secondperiod.ingest.intake.OwnId;

/** Ids of the sources' own that were taken, by the credential that sent them. */
@ApplicationScoped
public class OwnIdStore {

    /** All versions that are known of these ids. */
    public List<OwnId> known(Handle tx, String subject, Collection<String> ids) {
        return tx.createQuery("""
                        SELECT own_id, version, content_hash FROM taken_own_id
                        WHERE subject = :subject AND own_id = ANY(:ids)
                        """)
                .bind("subject", subject)
                .bindArray("ids", String.class, List.copyOf(ids))
                .map((row, context) -> new OwnId(row.getString(1), row.getLong(2), row.getString(3)))
                .list();
    }

    /**
     * Takes the ids, in one order for everybody, so that two requests never wait for each other in a circle.
     *
     * @return how many were taken; fewer than asked for if another request was faster, which has committed by then
     */
    public int take(Handle tx, String subject, List<OwnId> ids, Instant takenAt) {
        return tx.createUpdate("""
                        INSERT INTO taken_own_id (subject, own_id, version, content_hash, taken_at)
                        SELECT :subject, own_id, version, content_hash, :takenAt
                        FROM unnest(:ids, :versions, :hashes) AS incoming (own_id, version, content_hash)
                        ORDER BY own_id, version
                        ON CONFLICT DO NOTHING
                        """)
                .bind("subject", subject)
                .bindArray("ids", String.class, ids.stream().map(OwnId::id).toList())
                .bindArray(
                        "versions", Long.class, ids.stream().map(OwnId::version).toList())
                .bindArray(
                        "hashes",
                        String.class,
                        ids.stream().map(OwnId::contentHash).toList())
                .bind("takenAt", takenAt.atOffset(ZoneOffset.UTC))
                .execute();
    }
}
