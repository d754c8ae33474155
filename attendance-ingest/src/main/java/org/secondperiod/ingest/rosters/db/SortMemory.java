package org.secondperiod.ingest.rosters.db;

import org.jdbi.v3.core.Handle;

/**
 * Room for joins of millions of rows.
 *
 * @param size of one sort or hash table, in PostgreSQL's notation; what does not fit goes through files
 */
public record SortMemory(String size) {

    /** Until the transaction ends. Compiling such statements costs more than it saves. */
    public void give(Handle tx) {
        tx.createQuery("SELECT set_config('work_mem', :size, true), set_config('maintenance_work_mem', :size, true),"
                        + " set_config('jit', 'off', true)")
                .bind("size", size)
                .mapTo(String.class)
                .one();
    }
}
