package org.secondperiod.ingest.rosters;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.secondperiod.ingest.rosters.db.ProblemLog;
import org.secondperiod.ingest.rosters.db.Staging;
import org.secondperiod.ingest.rosters.oneroster.RowProblem;

/** Gathers rows and problems, and writes them whenever there are enough; this is all of an import that is in memory. */
final class RowSink {

    private final ImportWork work;
    private final ProblemLog problems;
    private final int chunk;
    private final Map<String, List<Object>> rows = new LinkedHashMap<>();
    private int waiting;
    private long read;

    RowSink(ImportWork work, ProblemLog problems, int chunk) {
        this.work = work;
        this.problems = problems;
        this.chunk = chunk;
    }

    /** A row was read, whatever becomes of it. */
    void countRow() {
        read++;
        if (waiting + problems.waiting() >= chunk) {
            flush();
        }
    }

    void add(String table, Object row) {
        rows.computeIfAbsent(table, name -> new ArrayList<>()).add(row);
        waiting++;
    }

    void problem(RowProblem problem) {
        problems.add(problem);
    }

    void flush() {
        work.inTransaction(tx -> {
            rows.forEach((table, staged) -> Staging.add(tx, table, staged));
            problems.flush(tx);
            work.store().rows(tx, work.importId(), read, problems.rejected(), problems.noted());
        });
        rows.clear();
        waiting = 0;
    }
}
