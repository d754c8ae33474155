package org.secondperiod.entry.readers.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.secondperiod.entry.readers.RefusalCounts.Unwritten;

/** How often requests in a reader's name were refused: a row for each reader and reason. */
@ApplicationScoped
public class RefusalStore {

    /** Adds these; rows are taken in order, so that replicas do not wait for each other in a circle. */
    public void add(Handle tx, List<Unwritten> refusals) {
        tx.createUpdate("""
                        INSERT INTO reader_refusal AS f (reader_id, why, refused, last_at)
                        SELECT n.reader_id, n.why, n.refused, n.last_at::timestamptz
                        FROM unnest(:readerIds, :whys, :counts, :lastAts) AS n (reader_id, why, refused, last_at)
                        JOIN reader USING (reader_id)
                        ORDER BY n.reader_id, n.why
                        ON CONFLICT (reader_id, why) DO UPDATE SET refused = f.refused + excluded.refused,
                            last_at = greatest(f.last_at, excluded.last_at)""")
                .bindArray(
                        "readerIds",
                        String.class,
                        refusals.stream().map(Unwritten::readerId).toArray())
                .bindArray(
                        "whys",
                        String.class,
                        refusals.stream().map(each -> each.reason().type()).toArray())
                .bindArray(
                        "counts",
                        Long.class,
                        refusals.stream().map(Unwritten::count).toArray())
                .bindArray(
                        "lastAts",
                        String.class,
                        refusals.stream().map(each -> each.lastAt().toString()).toArray())
                .execute();
    }
}
