package org.secondperiod.outreach.morning.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.ids.SchoolDay;
import org.secondperiod.kit.ids.SchoolId;
import org.secondperiod.outreach.facts.db.Columns;
import org.secondperiod.outreach.morning.StartAlert;
import org.secondperiod.outreach.schooldays.SchoolOnDay;
import org.secondperiod.outreach.visibility.SchoolScope;

/** Where nobody has begun to call. They name no student. */
@ApplicationScoped
public class StartAlertStore {

    /** Schools' days that are open, where a family has waited for so long since the cut-off and nobody has called or holds a task. */
    private static final String UNBEGUN = """
            SELECT d.school_id, d.school_day, min(coalesce(w.cut_off, t.opened_at)) AS cut_off
            FROM school_day d JOIN call_task t ON t.school_id = d.school_id AND t.school_day = d.school_day
            JOIN whereabouts w ON w.school_id = t.school_id AND w.school_day = t.school_day AND w.student_id = t.student_id
            WHERE d.opened_at IS NOT NULL AND d.closed_at IS NULL AND t.state = 'OPEN' AND NOT t.attempted
                AND t.opened_at <= CAST(:waited AS timestamptz)
                AND NOT EXISTS (SELECT FROM call_task c WHERE c.school_id = d.school_id AND c.school_day = d.school_day
                    AND c.state = 'CLAIMED' AND c.lease_until > CAST(:now AS timestamptz))
                AND NOT EXISTS (SELECT FROM call_attempt a WHERE a.school_id = d.school_id AND a.school_day = d.school_day
                    AND a.channel = 'OUTGOING_CALL' AND a.undone_at IS NULL)
            GROUP BY d.school_id, d.school_day
            """;

    private static final String RAISE = "WITH unbegun AS (" + UNBEGUN + """
            ), ended AS (
                UPDATE start_alert s SET ended_at = CAST(:now AS timestamptz) WHERE s.ended_at IS NULL
                    AND NOT EXISTS (SELECT FROM unbegun u WHERE u.school_id = s.school_id AND u.school_day = s.school_day))
            INSERT INTO start_alert (school_id, school_day, cut_off, raised_at)
            SELECT school_id, school_day, cut_off, CAST(:now AS timestamptz) FROM unbegun
            ON CONFLICT (school_id, school_day) DO UPDATE
            SET raised_at = excluded.raised_at, cut_off = excluded.cut_off, ended_at = NULL WHERE start_alert.ended_at IS NOT NULL
            """;

    /** Raises and ends what is to be; doing it again changes nothing. */
    public void update(Handle tx, Duration wait, Instant now) {
        tx.createUpdate(RAISE)
                .bind("waited", now.minus(wait).toString())
                .bind("now", now.toString())
                .execute();
    }

    /** All that stand. */
    public List<StartAlert> standing(Handle handle) {
        return handle.createQuery("SELECT * FROM start_alert WHERE ended_at IS NULL")
                .map((row, context) -> alert(row))
                .list();
    }

    /** Those of a day that stand. */
    public List<StartAlert> standing(Handle handle, SchoolScope scope, SchoolDay day) {
        var query = handle.createQuery("""
                SELECT * FROM start_alert WHERE ended_at IS NULL AND (:all OR school_id = ANY (:schools))
                    AND school_day = CAST(:day AS date)
                """);
        Columns.bind(query, "schools", scope.schools());
        return query.bind("all", scope.all())
                .bind("day", day.toString())
                .map((row, context) -> alert(row))
                .list();
    }

    private static StartAlert alert(ResultSet row) throws SQLException {
        return new StartAlert(
                new SchoolOnDay(
                        new SchoolId(row.getString("school_id")),
                        SchoolDay.of(row.getObject("school_day", LocalDate.class))),
                Objects.requireNonNull(instant(row, "cut_off")),
                Objects.requireNonNull(instant(row, "raised_at")),
                instant(row, "ended_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
