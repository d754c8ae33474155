package org.secondperiod.ingest.rosters;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.secondperiod.ingest.rosters.db.ProblemLog;
import org.secondperiod.ingest.rosters.db.Staging;
import org.secondperiod.ingest.rosters.oneroster.RowProblem;

/**
 * Gathers rows and problems, and writes them whenever there are enough, while the next ones are read: two chunks are all of an
 * import that is in memory.
 */
final class RowSink implements AutoCloseable {

    private final ImportWork work;
    private final ProblemLog problems;
    private final int chunk;
    private final ExecutorService writer = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("roster-staging").daemon().factory());
    private Map<String, List<Object>> rows = new LinkedHashMap<>();
    private List<RowProblem> found = new ArrayList<>();
    private CompletableFuture<Void> writing = CompletableFuture.completedFuture(null);
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
        if (waiting >= chunk) {
            write();
        }
    }

    void add(String table, Object row) {
        rows.computeIfAbsent(table, name -> new ArrayList<>()).add(row);
        waiting++;
    }

    void problem(RowProblem problem) {
        found.add(problem);
        waiting++;
    }

    /** Returns when all is written. */
    void flush() {
        write();
        awaitWritten();
    }

    private void write() {
        awaitWritten();
        Map<String, List<Object>> toStage = rows;
        List<RowProblem> toTell = found;
        long until = read;
        rows = new LinkedHashMap<>();
        found = new ArrayList<>();
        waiting = 0;
        writing = CompletableFuture.runAsync(() -> write(toStage, toTell, until), writer);
    }

    private void write(Map<String, List<Object>> toStage, List<RowProblem> toTell, long until) {
        toTell.forEach(problems::add);
        work.inTransaction(tx -> {
            toStage.forEach((table, staged) -> Staging.add(tx, table, staged));
            problems.flush(tx);
            work.store().rows(tx, work.importId(), until, problems.rejected(), problems.noted());
        });
    }

    private void awaitWritten() {
        try {
            writing.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    @Override
    public void close() {
        writer.close();
    }
}
