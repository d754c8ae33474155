package org.secondperiod.ingest.rosters.db;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.secondperiod.events.EventJson;

/** The staging tables. A staged record's components have its table's column names, in camel case. */
public final class Staging {

    private static final ObjectMapper COLUMNS =
            EventJson.MAPPER.copy().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);

    private static final List<String> TABLES = List.of(
            "staged_org",
            "staged_session",
            "staged_user",
            "staged_membership",
            "staged_class",
            "staged_seat",
            "staged_contact",
            "staged_badge",
            "staged_rejected",
            "staged_school");

    private Staging() {}

    public static void clear(Handle tx) {
        tx.execute("TRUNCATE " + String.join(", ", TABLES));
    }

    /** Adds rows in one statement, whatever their number. */
    public static void add(Handle tx, String table, List<?> rows) {
        if (rows.isEmpty()) {
            return;
        }
        try {
            tx.createUpdate("INSERT INTO %1$s SELECT * FROM json_populate_recordset(NULL::%1$s, CAST(:rows AS json))"
                            .formatted(table))
                    .bind("rows", COLUMNS.writeValueAsString(rows))
                    .execute();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Rows for " + table + " could not be written", e);
        }
    }

    /** Finds out which schools the files name, and lets the planner know the tables' sizes. */
    public static void complete(Handle tx) {
        tx.execute("""
                INSERT INTO staged_school
                SELECT id FROM staged_org WHERE type = 'school' AND NOT deleted
                UNION
                SELECT named.org_id
                FROM (SELECT org_id FROM staged_membership UNION SELECT org_id FROM staged_class) named
                JOIN roster_org o ON o.org_id = named.org_id AND o.type = 'school'""");
        TABLES.forEach(table -> tx.execute("ANALYZE " + table));
    }
}
