package org.secondperiod.entry.readers.db;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.secondperiod.entry.readers.Numbering;

/** What was heard from many readers, column by column, for one statement. */
final class Heard {

    private final List<String> readerIds = new ArrayList<>();
    private final List<@Nullable String> highestAt = new ArrayList<>();
    private final List<@Nullable String> restartedAt = new ArrayList<>();
    private final List<String> numberedIds = new ArrayList<>();
    private final List<Long> numbers = new ArrayList<>();

    void add(String readerId, Numbering.Counted counted) {
        readerIds.add(readerId);
        highestAt.add(text(counted.numbering().highestAt()));
        restartedAt.add(text(counted.numbering().restartedAt()));
        for (Long number : counted.numbers()) {
            numberedIds.add(readerId);
            numbers.add(number);
        }
    }

    /** Numbers are a set of ranges, of which the last 100,000 are kept; a restart begins it anew. */
    void write(Handle tx, Instant now) {
        tx.createUpdate("""
                        WITH counted AS (
                            SELECT reader_id, range_agg(int8range(sequence, sequence, '[]')) AS seen
                            FROM unnest(:numberedIds, :numbers) AS s (reader_id, sequence) GROUP BY reader_id),
                        told AS (
                            SELECT h.reader_id, h.highest_at::timestamptz, h.restarted_at::timestamptz,
                                   coalesce(n.seen, '{}') AS seen
                            FROM unnest(:readerIds, :highestAt, :restartedAt)
                                AS h (reader_id, highest_at, restarted_at)
                            JOIN reader r USING (reader_id) LEFT JOIN counted n USING (reader_id))
                        INSERT INTO reader_contact AS c (reader_id, last_heard, seen, highest_at, restarted_at)
                        SELECT reader_id, :now, seen, highest_at, restarted_at FROM told ORDER BY reader_id
                        ON CONFLICT (reader_id) DO UPDATE SET last_heard = greatest(c.last_heard, excluded.last_heard),
                            seen = CASE WHEN c.restarted_at IS DISTINCT FROM excluded.restarted_at THEN excluded.seen
                                ELSE (c.seen + excluded.seen) * int8multirange(int8range(upper(c.seen + excluded.seen) - 100000, NULL))
                                END,
                            last_sequence = CASE WHEN c.restarted_at IS DISTINCT FROM excluded.restarted_at THEN NULL
                                ELSE c.last_sequence END,
                            highest_at = excluded.highest_at,
                            restarted_at = excluded.restarted_at""")
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bindArray("numberedIds", String.class, numberedIds)
                .bindArray("numbers", Long.class, numbers)
                .bindArray("readerIds", String.class, readerIds)
                .bindArray("highestAt", String.class, highestAt)
                .bindArray("restartedAt", String.class, restartedAt)
                .execute();
    }

    private static @Nullable String text(@Nullable Instant moment) {
        return moment == null ? null : moment.toString();
    }
}
