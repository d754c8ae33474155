package org.secondperiod.kit.database;

import java.time.Instant;
import java.time.ZoneOffset;
import org.jdbi.v3.core.Jdbi;

/**
 * Deletes what is too old, a bounded number of rows in a transaction, so that a large table is never locked for long. Replicas that
 * do it at the same time take different rows.
 */
public final class Trimming {

    private static final int CHUNK = 10_000;

    private Trimming() {}

    /**
     * Deletes every row from before the moment.
     *
     * @param table of the service's own, and {@code column} its indexed timestamp; neither ever comes from outside
     * @return how many were deleted
     */
    public static long olderThan(Jdbi jdbi, String table, String column, Instant moment) {
        String delete = """
                DELETE FROM %1$s WHERE ctid = ANY (ARRAY(
                    SELECT ctid FROM %1$s WHERE %2$s < :moment ORDER BY %2$s LIMIT :chunk FOR UPDATE SKIP LOCKED))""".formatted(table, column);
        long all = 0;
        int deleted = CHUNK;
        while (deleted == CHUNK) {
            deleted = jdbi.inTransaction(tx -> tx.createUpdate(delete)
                    .bind("moment", moment.atOffset(ZoneOffset.UTC))
                    .bind("chunk", CHUNK)
                    .execute());
            all += deleted;
        }
        return all;
    }
}
