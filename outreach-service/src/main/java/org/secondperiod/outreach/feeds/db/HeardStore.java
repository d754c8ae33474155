package org.secondperiod.outreach.feeds.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.ids.SchoolDay;
import org.secondperiod.outreach.facts.db.Columns;
import org.secondperiod.outreach.feeds.Heard;
import org.secondperiod.outreach.visibility.SchoolScope;

/** When attendance of a day was last told, as the facts lie here. */
@ApplicationScoped
public class HeardStore {

    /** What was told of each school; a school of which nothing was is missing. */
    public Map<String, Heard> of(Handle handle, SchoolScope scope, SchoolDay day) {
        var query = handle.createQuery("""
                SELECT school_id, coalesce(m.marks, 0) AS marks, m.last_mark_at, coalesce(s.submitted, 0) AS submitted,
                    s.last_submitted_at
                FROM (SELECT school_id, count(*) AS marks, max(recorded_at) AS last_mark_at FROM mark_version
                    WHERE (:all OR school_id = ANY (:schools)) AND school_day = CAST(:day AS date) GROUP BY 1) AS m
                FULL JOIN (SELECT school_id, count(*) AS submitted,
                        max(CAST(fact ->> 'takenAt' AS timestamptz)) AS last_submitted_at FROM attendance_taken
                    WHERE (:all OR school_id = ANY (:schools)) AND school_day = CAST(:day AS date)
                        AND NOT CAST(fact ->> 'withdrawn' AS boolean) GROUP BY 1) AS s
                USING (school_id)
                """);
        Columns.bind(query, "schools", scope.schools());
        Map<String, Heard> found = new HashMap<>();
        query.bind("all", scope.all())
                .bind("day", day.toString())
                .map((row, context) -> Map.entry(
                        row.getString("school_id"),
                        new Heard(
                                row.getInt("marks"),
                                instant(row, "last_mark_at"),
                                row.getInt("submitted"),
                                instant(row, "last_submitted_at"))))
                .forEach(each -> found.put(each.getKey(), each.getValue()));
        return found;
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
