package org.secondperiod.entry.readers.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.secondperiod.entry.readers.Silence;

/** When the readers in service were last heard from. */
@ApplicationScoped
public class SilenceStore {

    private static final String SILENT = """
            SELECT r.reader_id, r.building_id, r.allowed_silence_minutes, c.heartbeat_at IS NOT NULL AS beats,
                coalesce(c.queued, 0) AS queued,
                least(coalesce(greatest(c.last_heard, r.in_service_since), r.changed), :now) AS heard
            FROM reader r LEFT JOIN reader_contact c USING (reader_id)
            WHERE r.in_service ORDER BY r.reader_id
            """;

    private final Jdbi jdbi;

    SilenceStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    public List<Silence> ofReadersInService(Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery(SILENT)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .map((row, context) -> new Silence(
                        row.getString("reader_id"),
                        row.getString("building_id"),
                        Duration.between(
                                row.getObject("heard", OffsetDateTime.class).toInstant(), now),
                        row.getBoolean("beats") ? Duration.ofMinutes(row.getInt("allowed_silence_minutes")) : null,
                        row.getInt("queued")))
                .list());
    }
}
