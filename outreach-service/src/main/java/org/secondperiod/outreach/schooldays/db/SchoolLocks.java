package org.secondperiod.outreach.schooldays.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.secondperiod.kit.ids.SchoolId;
import org.secondperiod.outreach.facts.db.Columns;

/**
 * One lock per school, until the transaction ends. Whoever decides on students of a school shares it; whoever changes what
 * holds for a whole school has it alone. So nobody decides on half of a change. Taken before any row is locked, all at
 * once, in the order of the ids.
 */
@ApplicationScoped
public class SchoolLocks {

    private static final String LOCK = """
            SELECT CASE WHEN n.alone
                THEN CAST(pg_advisory_xact_lock(hashtextextended(n.school_id, 2)) AS text)
                ELSE CAST(pg_advisory_xact_lock_shared(hashtextextended(n.school_id, 2)) AS text) END
            FROM (SELECT * FROM unnest(CAST(:schools AS text[]), CAST(:alone AS boolean[])) AS u(school_id, alone)
                ORDER BY u.school_id COLLATE "C" OFFSET 0) AS n
            """;

    /** Shares the locks of {@code shared}, and has those of {@code alone} to itself. */
    public void take(Handle tx, Collection<SchoolId> shared, Collection<SchoolId> alone) {
        SortedSet<SchoolId> all = new TreeSet<>(shared);
        all.addAll(alone);
        if (!all.isEmpty()) {
            var query = tx.createQuery(LOCK);
            Columns.bind(query, "schools", all);
            Columns.bind(query, "alone", all, alone::contains);
            query.mapTo(String.class).list();
        }
    }
}
