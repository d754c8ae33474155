package org.secondperiod.ingest.rosters.db;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/**
 * Students of whom a bulk file told what was known: nothing concerns them, so they are counted without being compared.
 *
 * @param students each counted once
 * @param schools each with its own; a student at two is counted at both
 */
public record Unchanged(long students, List<SchoolTally> schools) {

    private static final String NOT_CONCERNED = """
            FROM roster_membership m JOIN staged_school k ON k.school_id = m.org_id
            WHERE m.role = 'student' AND NOT EXISTS (SELECT 1 FROM roster_candidate c WHERE c.student_id = m.user_id)""";

    /** After the merge, in its transaction. Of a delta nobody: it names whom it is about. */
    public static Unchanged find(Handle tx, ImportPlan plan) {
        if (!plan.anyBulk()) {
            return new Unchanged(0, List.of());
        }
        long students = tx.createQuery("SELECT count(DISTINCT m.user_id) " + NOT_CONCERNED)
                .mapTo(Long.class)
                .one();
        List<SchoolTally> schools = tx.createQuery(
                        "SELECT m.org_id AS school_id, 0 AS added, 0 AS changed, 0 AS departed,"
                                + " count(DISTINCT m.user_id) AS unchanged " + NOT_CONCERNED + " GROUP BY m.org_id")
                .map(ConstructorMapper.of(SchoolTally.class))
                .list();
        return new Unchanged(students, schools);
    }
}
