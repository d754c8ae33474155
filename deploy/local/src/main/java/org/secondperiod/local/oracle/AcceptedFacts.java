package org.secondperiod.local.oracle;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Everything that was accepted, kept in a database of the oracle's own, so that it can be asked about a few schools at a time. */
final class AcceptedFacts {

    private static final String EMPTY = """
            DROP TABLE IF EXISTS fact, raw_fact, member;
            CREATE UNLOGGED TABLE raw_fact (topic text NOT NULL, value jsonb NOT NULL)
            """;

    private static final List<String> INDEX = List.of(
            "SET work_mem = '256MB'",
            """
            CREATE UNLOGGED TABLE fact AS
            SELECT topic, value, value ->> 'studentId' AS student_id, value ->> 'schoolId' AS school_id,
                value ->> 'buildingId' AS building_id, CAST(value ->> 'recordedAt' AS timestamptz) AS told_at FROM raw_fact
            """,
            "DROP TABLE raw_fact",
            // PostgreSQL expects a hundred enrolments of every student, and would hash for that many.
            "SET enable_hashagg = off",
            """
            CREATE UNLOGGED TABLE member AS
            SELECT DISTINCT e.value ->> 'schoolId' AS school_id, f.student_id
            FROM fact f CROSS JOIN LATERAL jsonb_array_elements(f.value -> 'enrolments') AS e
            WHERE f.topic = 'roster.enrolments.v1'
            """,
            "RESET enable_hashagg",
            "CREATE INDEX ON member (school_id)",
            "CREATE INDEX ON fact (student_id)",
            "CREATE INDEX ON fact (school_id) WHERE student_id IS NULL",
            "CREATE INDEX ON fact (building_id)",
            "ANALYZE fact",
            "ANALYZE member");

    /** What concerns some schools: their students, themselves, and whatever was read at their doors. */
    private static final String CONCERNING = """
            INSERT INTO accepted
            WITH student AS (SELECT DISTINCT student_id FROM member WHERE school_id = ANY (?)),
            building AS (
                SELECT DISTINCT jsonb_array_elements_text(value -> 'buildings') AS building_id
                FROM fact WHERE topic = 'roster.schools.v1' AND student_id IS NULL AND school_id = ANY (?))
            SELECT topic, value, told_at FROM fact JOIN student USING (student_id)
            UNION ALL
            SELECT topic, value, told_at FROM fact WHERE student_id IS NULL AND school_id = ANY (?)
            UNION ALL
            SELECT topic, value, told_at FROM fact f JOIN building USING (building_id)
            WHERE NOT EXISTS (SELECT 1 FROM student s WHERE s.student_id = f.student_id)
            """;

    private final Connection connection;

    AcceptedFacts(Connection connection) {
        this.connection = connection;
    }

    /** Takes facts in, one after the other, as the topics have them. */
    final class Taking implements AutoCloseable {

        private final CopyIn copy;

        private Taking() throws SQLException {
            copy = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("COPY raw_fact FROM STDIN WITH (FORMAT csv)");
        }

        void take(String topic, byte[] json) throws SQLException {
            var quoted = new String(json, StandardCharsets.UTF_8).replace("\"", "\"\"");
            var row = (topic + ",\"" + quoted + "\"\n").getBytes(StandardCharsets.UTF_8);
            copy.writeToCopy(row, 0, row.length);
        }

        @Override
        public void close() throws SQLException {
            copy.endCopy();
        }
    }

    /** Forgets all, and begins anew. */
    Taking begin() throws SQLException {
        execute(List.of(EMPTY));
        return new Taking();
    }

    /** Sorts what was taken, so that it can be found. */
    void sort() throws SQLException {
        execute(INDEX);
    }

    /** Puts what concerns these schools before the oracle. */
    void load(Collection<String> schools) throws SQLException {
        try (var insert = connection.prepareStatement(CONCERNING)) {
            for (int parameter = 1; parameter <= 3; parameter++) {
                insert.setArray(parameter, connection.createArrayOf("text", schools.toArray()));
            }
            insert.execute();
        }
    }

    /** The students of each of these schools. */
    List<StoredVerdicts.Of> members(Collection<String> schools) throws SQLException {
        try (var query =
                connection.prepareStatement("SELECT student_id, school_id FROM member WHERE school_id = ANY (?)")) {
            query.setArray(1, connection.createArrayOf("text", schools.toArray()));
            var members = new ArrayList<StoredVerdicts.Of>();
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    members.add(new StoredVerdicts.Of(row.getString("student_id"), row.getString("school_id")));
                }
            }
            return members;
        }
    }

    private void execute(List<String> statements) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
