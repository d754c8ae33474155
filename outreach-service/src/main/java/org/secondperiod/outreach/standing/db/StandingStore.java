package org.secondperiod.outreach.standing.db;

import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.secondperiod.kit.ids.StudentId;
import org.secondperiod.outreach.facts.db.Columns;
import org.secondperiod.outreach.standing.Standing;

/** The standings. */
@ApplicationScoped
public class StandingStore {

    private static final String UPSERT = """
            INSERT INTO standing (student_id, as_of, enrolled_half_days, absent_half_days, left_half_days,
                can_end_below_chronic, in_a_row, last_twenty_days, version)
            SELECT * FROM unnest(CAST(:students AS text[]), CAST(:asOf AS date[]), CAST(:enrolled AS int[]),
                CAST(:absent AS int[]), CAST(:left AS int[]), CAST(:canEnd AS boolean[]), CAST(:inARow AS int[]),
                CAST(:lastTwenty AS text[]), CAST(:versions AS bigint[])) AS n(id) ORDER BY n.id
            ON CONFLICT (student_id) DO UPDATE SET as_of = excluded.as_of, enrolled_half_days = excluded.enrolled_half_days,
                absent_half_days = excluded.absent_half_days, left_half_days = excluded.left_half_days,
                can_end_below_chronic = excluded.can_end_below_chronic, in_a_row = excluded.in_a_row,
                last_twenty_days = excluded.last_twenty_days, version = excluded.version
            WHERE standing.version < excluded.version
            RETURNING student_id
            """;

    /** Keeps what is newer than what is known; one per student. @return the students who were newer */
    public Set<StudentId> put(Handle tx, Collection<Standing> standings) {
        if (standings.isEmpty()) {
            return Set.of();
        }
        var upsert = tx.createQuery(UPSERT);
        Columns.bind(upsert, "students", standings, Standing::student);
        Columns.bind(upsert, "asOf", standings, Standing::asOf);
        Columns.bind(upsert, "enrolled", standings, Standing::enrolledHalfDays);
        Columns.bind(upsert, "absent", standings, Standing::absentHalfDays);
        Columns.bind(upsert, "left", standings, Standing::leftHalfDays);
        Columns.bind(upsert, "canEnd", standings, Standing::canEndBelowChronic);
        Columns.bind(upsert, "inARow", standings, Standing::inARow);
        Columns.bind(upsert, "lastTwenty", standings, Standing::lastTwentyDays);
        Columns.bind(upsert, "versions", standings, Standing::version);
        return upsert.mapTo(String.class).stream().map(StudentId::new).collect(toSet());
    }

    /** Forgets these students. */
    public void forget(Handle tx, Collection<StudentId> students) {
        if (!students.isEmpty()) {
            var delete = tx.createUpdate("DELETE FROM standing WHERE student_id = ANY (:students)");
            Columns.bind(delete, "students", students).execute();
        }
    }

    /** Those of these students that are known. */
    public List<Standing> load(Handle handle, Collection<StudentId> students) {
        var query = handle.createQuery(
                "SELECT s.* FROM unnest(CAST(:students AS text[])) AS k(id) JOIN standing s ON s.student_id = k.id");
        Columns.bind(query, "students", Set.copyOf(students));
        return query.map((row, context) -> standing(row)).list();
    }

    private static Standing standing(ResultSet row) throws SQLException {
        return new Standing(
                new StudentId(row.getString("student_id")),
                row.getObject("as_of", LocalDate.class),
                row.getInt("enrolled_half_days"),
                row.getInt("absent_half_days"),
                row.getObject("left_half_days", Integer.class),
                row.getBoolean("can_end_below_chronic"),
                row.getInt("in_a_row"),
                row.getString("last_twenty_days"),
                row.getLong("version"));
    }
}
