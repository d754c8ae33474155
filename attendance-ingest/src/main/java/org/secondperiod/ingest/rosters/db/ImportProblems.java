package org.secondperiod.ingest.rosters.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;
import org.secondperiod.ingest.rosters.oneroster.RowProblem;

/** What was wrong with which line. */
@ApplicationScoped
public class ImportProblems {

    /** A kept problem. */
    public record Kept(
            long place, String file, long line, @Nullable String field, String reason, String effect) {}

    private final Jdbi jdbi;

    ImportProblems(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Keeps problems, and remembers the ids of lines that were not used, so that nothing stored under them is touched. */
    void add(Handle tx, String importId, List<RowProblem> kept, List<RowProblem> rejected) {
        var batch = tx.prepareBatch("""
                INSERT INTO roster_import_problem (import_id, file, line, field, reason, effect)
                VALUES (:id, :file, :line, :column, :reason, :effectName)""");
        for (RowProblem problem : kept) {
            batch.bind("id", importId)
                    .bind("file", problem.file())
                    .bind("line", problem.line())
                    .bind("column", problem.column())
                    .bind("reason", problem.reason())
                    .bind("effectName", problem.effect().name())
                    .add();
        }
        if (!kept.isEmpty()) {
            batch.execute();
        }
        var ids = tx.prepareBatch("INSERT INTO staged_rejected (file, id) VALUES (:file, :rowId)");
        rejected.forEach(problem ->
                ids.bind("file", problem.file()).bind("rowId", problem.rowId()).add());
        if (!rejected.isEmpty()) {
            ids.execute();
        }
    }

    /** In the order of the files and lines as they were found. */
    public List<Kept> after(String importId, long place, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT place, file, line, field, reason, effect FROM roster_import_problem
                        WHERE import_id = :id AND place > :place ORDER BY place LIMIT :limit""")
                .bind("id", importId)
                .bind("place", place)
                .bind("limit", limit)
                .map(ConstructorMapper.of(Kept.class))
                .list());
    }
}
