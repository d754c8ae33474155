package org.secondperiod.outreach.schooldays.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.secondperiod.outreach.facts.db.Columns;
import org.secondperiod.outreach.schooldays.SchoolOnDay;
import org.secondperiod.outreach.whereabouts.db.LookAgainQueue;

/** Makes a school's students wait for the cut-off. */
@ApplicationScoped
public class DayOpeningStore {

    /**
     * Of whom something is told already, alone or with the whole school, is to be decided on at once, and so is everybody
     * where no signal will ever come; all others wait, which is no news to anybody.
     */
    private static final String INSERT = LookAgainQueue.queueing("""
            INSERT INTO whereabouts AS w (student_id, school_id, school_day, state, rule, cut_off, since, explanation,
                look_again_at)
            SELECT s.student_id, :school, CAST(:day AS date), n.state, n.rule, n.cut_off, n.since, n.explanation,
                coalesce(n.cut_off, CAST(:now AS timestamptz))
            FROM (SELECT DISTINCT ON (e.student_id) e.student_id, coalesce(e.first_period, '') AS first_period
                FROM enrolment e
                WHERE e.school_id = :school AND CAST(:day AS date) BETWEEN e.entry_day AND e.exit_day
                ORDER BY e.student_id, e.entry_day) AS s
            JOIN unnest(CAST(:firstPeriods AS text[]), CAST(:cutOffs AS timestamptz[])) AS c(first_period, cut_off)
                ON c.first_period = s.first_period
            LEFT JOIN LATERAL (SELECT 'WAITING' AS state, 9 AS rule, c.cut_off, CAST(:now AS timestamptz) AS since,
                    'Nothing is known yet.' AS explanation
                WHERE :sendsAttendanceTaken
                    AND NOT EXISTS (SELECT 1 FROM attendance_taken t
                        WHERE t.school_id = :school AND t.school_day = CAST(:day AS date))
                    AND NOT EXISTS (SELECT 1 FROM student_day f
                        WHERE f.student_id = s.student_id AND f.school_day = CAST(:day AS date))
                    AND NOT EXISTS (SELECT 1 FROM known_absence k WHERE k.student_id = s.student_id)) AS n ON true
            ORDER BY s.student_id
            ON CONFLICT DO NOTHING
            """);

    /** The first periods of the school's students that day, as the roster gives them; empty where it gives none. */
    public Set<String> firstPeriods(Handle tx, SchoolOnDay day) {
        return tx.createQuery("""
                        SELECT DISTINCT coalesce(first_period, '') FROM enrolment
                        WHERE school_id = :school AND CAST(:day AS date) BETWEEN entry_day AND exit_day
                        """)
                .bind("school", day.school().value())
                .bind("day", day.day().toString())
                .mapTo(String.class)
                .set();
    }

    /**
     * Makes a row for every enrolled student who has none.
     *
     * @param cutOffs by first period; of those without one of their own under the empty name
     * @param sendsAttendanceTaken whether the school ever says that attendance was submitted
     */
    public void insert(
            Handle tx, SchoolOnDay day, Map<String, Instant> cutOffs, boolean sendsAttendanceTaken, Instant now) {
        var insert = tx.createUpdate(INSERT);
        Columns.bind(insert, "firstPeriods", cutOffs.keySet());
        Columns.bind(insert, "cutOffs", cutOffs.values());
        insert.bind("school", day.school().value())
                .bind("day", day.day().toString())
                .bind("sendsAttendanceTaken", sendsAttendanceTaken)
                .bind("now", now.toString())
                .execute();
    }
}
