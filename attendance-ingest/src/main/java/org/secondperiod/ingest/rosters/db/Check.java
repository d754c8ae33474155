package org.secondperiod.ingest.rosters.db;

import org.jdbi.v3.core.Handle;
import org.secondperiod.ingest.rosters.oneroster.RosterFile;
import org.secondperiod.ingest.rosters.oneroster.RowProblem.Effect;

/**
 * One thing that may be wrong with staged rows, looked for in all of them at once.
 *
 * @param takesOut the rows concerned are not used
 * @param condition SQL on the staged row {@code s}; holds for the rows concerned
 * @param column where the sender should look
 * @param reason SQL for the text that tells, from the staged row {@code s}
 */
record Check(
        RosterFile file,
        String table,
        Effect effect,
        boolean takesOut,
        String condition,
        String column,
        String reason) {

    static Check rejects(RosterFile file, String table, String condition, String column, String reason) {
        return new Check(file, table, Effect.REJECTED, true, condition, column, reason);
    }

    static Check notes(RosterFile file, String table, String condition, String column, String reason) {
        return new Check(file, table, Effect.NOTED, false, condition, column, reason);
    }

    /** A part of a line is not used, and the rest of the line is. */
    static Check leavesOut(RosterFile file, String table, String condition, String column, String reason) {
        return new Check(file, table, Effect.NOTED, true, condition, column, reason);
    }

    void run(Handle tx, String importId, ProblemLog log) {
        long found = tx.createQuery(takesOut ? takingOut() : noting())
                .bind("import", importId)
                .bind("file", file.fileName())
                .bind("column", column)
                .bind("effect", effect.name())
                .bind("room", log.room())
                .mapTo(Long.class)
                .one();
        log.counted(effect, found);
    }

    private String takingOut() {
        return """
                WITH found AS (DELETE FROM %s s WHERE %s RETURNING s.*),
                     kept AS (INSERT INTO staged_rejected (file, id) SELECT :file, id FROM found WHERE :effect = 'REJECTED'),
                     told AS (%s)
                SELECT count(*) FROM found""".formatted(table, condition, telling());
    }

    private String noting() {
        return """
                WITH found AS (SELECT s.* FROM %s s WHERE %s),
                     told AS (%s)
                SELECT count(*) FROM found""".formatted(table, condition, telling());
    }

    private String telling() {
        return """
                INSERT INTO roster_import_problem (import_id, file, line, field, reason, effect)
                SELECT :import, :file, s.line, :column, %s, :effect FROM found s ORDER BY s.line LIMIT :room""".formatted(reason);
    }
}
