package org.secondperiod.ingest.absencelists.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.secondperiod.kit.ids.SchoolDay;
import org.secondperiod.kit.ids.SchoolId;

/** Who is a student of a school, as the rosters have it. */
@ApplicationScoped
public class EnrolledStudents {

    /** Those of them who are enrolled at the school on the day. */
    public Set<String> among(Handle tx, Collection<String> students, SchoolId school, SchoolDay day) {
        return tx
                .createQuery("""
                        SELECT DISTINCT user_id FROM roster_membership
                        WHERE user_id = ANY (:students) AND org_id = :school AND role = 'student'
                          AND (entry IS NULL OR entry <= :day) AND (exit IS NULL OR exit >= :day)""")
                .bindArray("students", String.class, students)
                .bind("school", school.value())
                .bind("day", day.date())
                .mapTo(String.class)
                .stream()
                .collect(Collectors.toSet());
    }
}
