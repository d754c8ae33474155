package org.secondperiod.ingest.rosters.db;

import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.secondperiod.ingest.rosters.oneroster.RowProblem;

/** Gathers the problems of one import: counts all of them, keeps the first so many. Not thread-safe. */
public final class ProblemLog {

    private final ImportProblems problems;
    private final String importId;
    private final long most;
    private final List<RowProblem> waiting = new ArrayList<>();
    private long rejected;
    private long noted;

    public ProblemLog(ImportProblems problems, String importId, long most) {
        this.problems = problems;
        this.importId = importId;
        this.most = most;
    }

    public void add(RowProblem problem) {
        waiting.add(problem);
    }

    public int waiting() {
        return waiting.size();
    }

    /** Writes what waits. */
    public void flush(Handle tx) {
        int room = (int) Math.min(room(), waiting.size());
        List<RowProblem> unused = waiting.stream()
                .filter(problem -> problem.effect() == RowProblem.Effect.REJECTED)
                .toList();
        problems.add(
                tx,
                importId,
                waiting.subList(0, room),
                unused.stream().filter(problem -> problem.rowId() != null).toList());
        rejected += unused.size();
        noted += waiting.size() - unused.size();
        waiting.clear();
    }

    /** How many more are kept. */
    long room() {
        return Math.max(0, most - rejected - noted);
    }

    void counted(RowProblem.Effect effect, long rows) {
        if (effect == RowProblem.Effect.REJECTED) {
            rejected += rows;
        } else {
            noted += rows;
        }
    }

    public long rejected() {
        return rejected;
    }

    public long noted() {
        return noted;
    }
}
