package org.secondperiod.ingest.rosters.db;

import static java.util.Comparator.comparing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** What imports changed, school by school. */
@ApplicationScoped
public class SchoolTallies {

    private final Jdbi jdbi;

    SchoolTallies(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Adds to what is counted already, so that an import that was taken up again ends with the right sums. */
    public void add(Handle tx, String importId, Collection<SchoolTally> tallies, long studentsDone, long studentsTold) {
        var batch = tx.prepareBatch("""
                INSERT INTO roster_import_school AS s (import_id, school_id, added, changed, departed, unchanged)
                VALUES (:id, :schoolId, :added, :changed, :departed, :unchanged)
                ON CONFLICT (import_id, school_id) DO UPDATE SET
                    added = s.added + excluded.added, changed = s.changed + excluded.changed,
                    departed = s.departed + excluded.departed, unchanged = s.unchanged + excluded.unchanged""");
        // In one order, since several transactions add at once.
        tallies.stream()
                .sorted(comparing(SchoolTally::schoolId))
                .forEach(tally -> batch.bind("id", importId).bindMethods(tally).add());
        if (!tallies.isEmpty()) {
            batch.execute();
        }
        tx.createUpdate("""
                        UPDATE roster_import SET students_done = students_done + :done, students_told = students_told + :told
                        WHERE import_id = :id""")
                .bind("done", studentsDone)
                .bind("told", studentsTold)
                .bind("id", importId)
                .execute();
    }

    public List<SchoolTally> of(String importId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT school_id, added, changed, departed, unchanged FROM roster_import_school
                        WHERE import_id = :id ORDER BY school_id""")
                .bind("id", importId)
                .map(ConstructorMapper.of(SchoolTally.class))
                .list());
    }
}
