package org.secondperiod.ingest.rosters.db;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** The staging tables. A staged record's components have its table's column names, in camel case. */
public final class Staging {

    private static final List<String> TABLES = List.of(
            "staged_org",
            "staged_session",
            "staged_user",
            "staged_membership",
            "staged_class",
            "staged_seat",
            "staged_contact",
            "staged_badge",
            "staged_link",
            "staged_rejected",
            "staged_school");

    /** Made when all rows are there: an index that grows with every row costs several times as much. */
    private static final List<String> INDEXED = List.of(
            "staged_org (id)",
            "staged_session (id)",
            "staged_user (id)",
            "staged_membership (id)",
            "staged_membership (user_id)",
            "staged_class (id)",
            "staged_seat (id)",
            "staged_contact (id)",
            "staged_badge (id)",
            "staged_rejected (id)");

    private static final Map<Class<?>, CopyText> TEXTS = new ConcurrentHashMap<>();

    private Staging() {}

    /** Before an import, for whatever a crash left, and after it: what people sent is kept in one place. */
    public static void clear(Handle tx) {
        tx.execute("TRUNCATE concerned, " + String.join(", ", TABLES) + ", " + String.join(", ", Changes.TABLES));
        INDEXED.forEach(index -> tx.execute("DROP INDEX IF EXISTS " + indexName(index)));
    }

    /** Adds rows of one kind, whatever their number. */
    public static void add(Handle tx, String table, List<?> rows) {
        if (rows.isEmpty()) {
            return;
        }
        CopyText text = TEXTS.computeIfAbsent(rows.getFirst().getClass(), CopyText::new);
        try {
            CopyIn copy = tx.getConnection()
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("COPY %s (%s) FROM STDIN".formatted(table, text.columns()));
            byte[] lines = text.lines(rows);
            try {
                copy.writeToCopy(lines, 0, lines.length);
                copy.endCopy();
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Rows could not be copied to " + table, e);
        }
    }

    /** Finds out which schools the files name, makes the indexes, and lets the planner know the tables' sizes. */
    public static void complete(Handle tx) {
        INDEXED.forEach(index -> tx.execute("CREATE INDEX " + indexName(index) + " ON " + index));
        tx.execute("""
                INSERT INTO staged_school
                SELECT id FROM staged_org WHERE type = 'school' AND NOT deleted
                UNION
                SELECT named.org_id
                FROM (SELECT org_id FROM staged_membership UNION SELECT org_id FROM staged_class) named
                JOIN roster_org o ON o.org_id = named.org_id AND o.type = 'school'""");
        TABLES.forEach(table -> tx.execute("ANALYZE " + table));
    }

    private static String indexName(String index) {
        return index.replace(" (", "_by_").replace(")", "");
    }
}
