package org.secondperiod.outreach.roster.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.secondperiod.kit.ids.SchoolId;
import org.secondperiod.kit.ids.StudentId;
import org.secondperiod.outreach.facts.db.Columns;
import org.secondperiod.outreach.roster.NamesService.At;
import org.secondperiod.outreach.visibility.SchoolScope;

/** Whose number an entry of the blind index is. */
@ApplicationScoped
public class NumberStore {

    private record Row(String entry, StudentId student) {}

    /** Puts entries in the place of all that these students had. */
    public void replace(Handle tx, Map<StudentId, Set<String>> entries) {
        forget(tx, entries.keySet());
        List<Row> rows = new ArrayList<>();
        entries.forEach((student, all) -> all.forEach(entry -> rows.add(new Row(entry, student))));
        if (!rows.isEmpty()) {
            var insert = tx.createUpdate("""
                    INSERT INTO student_number (entry, student_id)
                    SELECT * FROM unnest(CAST(:entries AS text[]), CAST(:students AS text[]))
                    """);
            Columns.bind(insert, "entries", rows, Row::entry);
            Columns.bind(insert, "students", rows, Row::student).execute();
        }
    }

    /** Erases all entries of these students. */
    public void forget(Handle tx, Collection<StudentId> students) {
        if (!students.isEmpty()) {
            var delete = tx.createUpdate("DELETE FROM student_number WHERE student_id = ANY (:students)");
            Columns.bind(delete, "students", students).execute();
        }
    }

    /** The students of these schools, past and future ones too, who have an entry. */
    public List<At> at(Handle tx, SchoolScope scope, String entry) {
        var query = tx.createQuery("""
                SELECT DISTINCT e.student_id, e.school_id FROM student_number n JOIN enrolment e ON e.student_id = n.student_id
                WHERE n.entry = :entry AND (:all OR e.school_id = ANY (:schools)) ORDER BY e.student_id, e.school_id
                """);
        Columns.bind(query, "schools", scope.schools());
        return query.bind("entry", entry)
                .bind("all", scope.all())
                .map((row, context) -> new At(new StudentId(row.getString(1)), new SchoolId(row.getString(2))))
                .list();
    }
}
