package org.secondperiod.outreach.roster.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.secondperiod.kit.ids.SchoolDay;
import org.secondperiod.kit.ids.SchoolId;
import org.secondperiod.kit.ids.StudentId;
import org.secondperiod.outreach.facts.db.Columns;
import org.secondperiod.outreach.roster.NamesService.At;
import org.secondperiod.outreach.visibility.SchoolScope;

/** Who is enrolled where. */
@ApplicationScoped
public class StudentListing {

    /** The students of these schools, past and future ones too. */
    public List<At> at(Handle handle, SchoolScope scope) {
        var query = handle.createQuery("""
                SELECT DISTINCT student_id, school_id FROM enrolment WHERE :all OR school_id = ANY (:schools)
                """);
        Columns.bind(query, "schools", scope.schools());
        return query.bind("all", scope.all())
                .map((row, context) -> new At(new StudentId(row.getString(1)), new SchoolId(row.getString(2))))
                .list();
    }

    /** The students of these schools on that day. */
    public List<At> enrolledOn(Handle handle, SchoolScope scope, SchoolDay day) {
        var query = handle.createQuery("""
                SELECT DISTINCT student_id, school_id FROM enrolment
                WHERE (:all OR school_id = ANY (:schools)) AND CAST(:day AS date) BETWEEN entry_day AND exit_day
                """);
        Columns.bind(query, "schools", scope.schools());
        return query.bind("all", scope.all())
                .bind("day", day.toString())
                .map((row, context) -> new At(new StudentId(row.getString(1)), new SchoolId(row.getString(2))))
                .list();
    }
}
