package org.secondperiod.outreach.whereabouts.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.secondperiod.kit.ids.SchoolDay;
import org.secondperiod.kit.ids.StudentId;
import org.secondperiod.outreach.facts.db.Columns;
import org.secondperiod.outreach.facts.db.StoredJson;
import org.secondperiod.outreach.visibility.SchoolScope;
import org.secondperiod.outreach.whereabouts.StudentAtSchool;
import org.secondperiod.outreach.whereabouts.ToldEvidence;
import org.secondperiod.outreach.whereabouts.WhereaboutsView;

/** Conclusions to be read. */
@ApplicationScoped
public class WhereaboutsListing {

    /** The last row of the page before. */
    public record After(String school, String student) {

        public static final After NOTHING = new After("", "");
    }

    /**
     * A page of a day's conclusions, by school and student.
     *
     * @param states all if there are none, and then without students whom no roster has ever named
     */
    public List<WhereaboutsView> page(
            Handle handle, SchoolScope scope, SchoolDay day, List<String> states, After after, int limit) {
        var query = handle.createQuery("""
                SELECT * FROM whereabouts
                WHERE (:all OR school_id = ANY (:schools)) AND school_day = CAST(:day AS date) AND state IS NOT NULL
                    AND (:anyState AND %s OR state = ANY (:states))
                    AND (school_id, student_id) > (:afterSchool COLLATE "C", :afterStudent COLLATE "C")
                ORDER BY school_id, student_id LIMIT :limit
                """.formatted(SummaryStore.OF_A_ROSTER));
        Columns.bind(query, "schools", scope.schools());
        Columns.bind(query, "states", states);
        return query.bind("all", scope.all())
                .bind("day", day.toString())
                .bind("anyState", states.isEmpty())
                .bind("afterSchool", after.school())
                .bind("afterStudent", after.student())
                .bind("limit", limit)
                .map((row, context) -> view(row))
                .list();
    }

    /** What is concluded of a student on a day, at each school. */
    public List<WhereaboutsView> ofStudent(Handle handle, StudentId student, SchoolDay day) {
        return handle.createQuery("""
                        SELECT * FROM whereabouts
                        WHERE student_id = :student AND school_day = CAST(:day AS date) AND state IS NOT NULL
                        ORDER BY school_id
                        """)
                .bind("student", student.value())
                .bind("day", day.toString())
                .map((row, context) -> view(row))
                .list();
    }

    /** One conclusion. */
    public Optional<WhereaboutsView> one(Handle handle, StudentAtSchool of) {
        return ofStudent(handle, of.student(), of.day()).stream()
                .filter(view -> view.schoolId().equals(of.school().value()))
                .findFirst();
    }

    private static WhereaboutsView view(ResultSet row) throws SQLException {
        String evidence = row.getString("evidence");
        return new WhereaboutsView(
                row.getString("student_id"),
                row.getString("school_id"),
                row.getObject("school_day", LocalDate.class),
                row.getString("state"),
                row.getInt("rule"),
                row.getString("reason"),
                WhereaboutsRows.instant(row, "since"),
                WhereaboutsRows.instant(row, "cut_off"),
                WhereaboutsRows.instant(row, "scan_at"),
                WhereaboutsRows.instant(row, "left_at"),
                WhereaboutsRows.instant(row, "held_since"),
                row.getString("held_with"),
                row.getString("explanation"),
                evidence == null ? null : StoredJson.read(evidence, ToldEvidence.class),
                row.getLong("version"),
                null);
    }
}
