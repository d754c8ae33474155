package org.secondperiod.system.histories;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import org.secondperiod.local.oracle.StoredVerdicts;

/**
 * Of whom the service was of two minds while its clock stood still. The oracle takes in all that is told in one moment at
 * once; the service takes it in batches, and what it concludes in between is a step of its own: a task may come and go, a hold
 * may end and begin anew. Both are right, and from then on such a student's path is the service's own.
 */
final class TwoMinds {

    private static final String STUDENTS = """
            SELECT DISTINCT student_id, school_id FROM (
                SELECT student_id, school_id FROM whereabouts_step
                GROUP BY student_id, school_id, school_day, concluded_at
                HAVING count(DISTINCT (state, coalesce(reason, ''))) > 1) AS each
            """;

    private TwoMinds() {}

    static Set<StoredVerdicts.Of> read(Connection database) throws SQLException {
        var students = new HashSet<StoredVerdicts.Of>();
        try (var statement = database.createStatement();
                var row = statement.executeQuery(STUDENTS)) {
            while (row.next()) {
                students.add(new StoredVerdicts.Of(row.getString(1), row.getString(2)));
            }
        }
        return students;
    }
}
