package org.secondperiod.outreach.figures.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.secondperiod.outreach.figures.Figures;
import org.secondperiod.outreach.figures.Figures.Delay;

/** Counts the school days that are open. */
@ApplicationScoped
public class FiguresStore {

    private static final String OPEN = " d.opened_at IS NOT NULL AND d.closed_at IS NULL ";

    private static final String TASKS = """
            SELECT t.state AS what, count(*) AS many,
                count(*) FILTER (WHERE NOT t.attempted AND t.state IN ('OPEN', 'CLAIMED')) AS uncalled,
                min(t.opened_at) FILTER (WHERE NOT t.attempted AND t.state = 'OPEN') AS since
            FROM school_day d JOIN call_task t ON t.school_id = d.school_id AND t.school_day = d.school_day
            WHERE""" + OPEN + "GROUP BY 1";

    private static final String HELD = """
            SELECT w.reason AS what, count(*) AS many, min(w.held_since) AS since
            FROM school_day d JOIN whereabouts w ON w.school_id = d.school_id AND w.school_day = d.school_day
            WHERE w.state = 'HELD' AND""" + OPEN + "GROUP BY 1";

    /** Not of tasks that waited for something else: a hold's age, a student who left again. */
    private static final String DELAY = """
            SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY late) AS half,
                percentile_cont(0.99) WITHIN GROUP (ORDER BY late) AS most
            FROM (SELECT extract(epoch FROM t.opened_at - greatest(w.cut_off, m.told_at))::float8 AS late
                FROM school_day d JOIN call_task t ON t.school_id = d.school_id AND t.school_day = d.school_day
                JOIN whereabouts w ON w.school_id = t.school_id AND w.school_day = t.school_day AND w.student_id = t.student_id
                LEFT JOIN LATERAL (SELECT max(v.recorded_at) AS told_at FROM mark_version v WHERE v.student_id = t.student_id
                    AND v.school_day = t.school_day AND v.recorded_at <= t.opened_at) m ON true
                WHERE t.opened_at > CAST(:since AS timestamptz) AND NOT t.weak_evidence AND NOT t.safety
                    AND NOT EXISTS (SELECT FROM whereabouts_step s WHERE s.student_id = t.student_id
                        AND s.school_day = t.school_day AND s.school_id = t.school_id AND s.state = 'HELD')
                    AND""" + OPEN + ") AS opened HAVING count(*) > 0";

    /** @param since how far back the delay looks */
    public Figures count(Handle tx, Instant since) {
        long schools = tx.createQuery("SELECT count(*) FROM school_day d WHERE" + OPEN)
                .mapTo(Long.class)
                .one();
        Map<String, Long> tasks = new HashMap<>();
        long[] uncalled = {0};
        Instant[] uncalledSince = {null};
        tx.createQuery(TASKS)
                .map((row, context) -> {
                    tasks.put(row.getString("what"), row.getLong("many"));
                    uncalled[0] += row.getLong("uncalled");
                    uncalledSince[0] = earlier(uncalledSince[0], instant(row));
                    return row.getString("what");
                })
                .list();
        Map<String, Long> held = new HashMap<>();
        Map<String, Instant> heldSince = new HashMap<>();
        tx.createQuery(HELD)
                .map((row, context) -> {
                    held.put(row.getString("what"), row.getLong("many"));
                    Instant first = instant(row);
                    if (first != null) {
                        heldSince.put(row.getString("what"), first);
                    }
                    return row.getString("what");
                })
                .list();
        return new Figures(schools, tasks, uncalled[0], uncalledSince[0], held, heldSince, delay(tx, since));
    }

    private static @Nullable Delay delay(Handle tx, Instant since) {
        return tx.createQuery(DELAY)
                .bind("since", since.toString())
                .map((row, context) -> new Delay(row.getDouble("half"), row.getDouble("most")))
                .findOne()
                .orElse(null);
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return other.isBefore(one) ? other : one;
    }

    private static @Nullable Instant instant(ResultSet row) throws SQLException {
        OffsetDateTime time = row.getObject("since", OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
