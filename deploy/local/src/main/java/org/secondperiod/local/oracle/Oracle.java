package org.secondperiod.local.oracle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Runs the batch program {@code oracle/whereabouts.sql} over what was accepted. It shares no code with the services, so that
 * what both say is right for two independent reasons. What it claims and leaves open is said in the SQL.
 */
public final class Oracle {

    private static final String LOAD_ACCEPTED = """
            INSERT INTO accepted SELECT u.topic, CAST(u.value AS jsonb), CAST(u.told_at AS timestamptz)
            FROM unnest(?, ?, ?) AS u(topic, value, told_at)
            """;

    private static final String LOAD_MOMENTS = """
            INSERT INTO moment SELECT u.student, u.school, CAST(u.day AS date), CAST(u.at AS timestamptz),
                CAST(u.doors_at AS timestamptz)
            FROM unnest(?, ?, ?, ?, ?) AS u(student, school, day, at, doors_at)
            """;

    private static final int CHUNK = 20_000;

    private final Connection connection;
    private final ZoneId districtZone;

    /** @param connection to a PostgreSQL of any kind: the oracle leaves nothing behind in it */
    public Oracle(Connection connection, ZoneId districtZone) {
        this.connection = connection;
        this.districtZone = districtZone;
    }

    /** A verdict, and whether the path of decisions leaves the doors open (see the SQL). */
    public record Answer(Verdict verdict, boolean doorsOpen) {}

    /**
     * What must be concluded at each of these moments. Each student's moments must contain all at which a decision was due;
     * none is answered for a school that nothing is known of yet.
     */
    public Map<Moment, Answer> ask(Collection<Accepted> accepted, Collection<Moment> moments) throws SQLException {
        return ask(() -> loadAccepted(accepted), moments);
    }

    /** Puts what was accepted into the table {@code accepted} (raw.sql). */
    interface Loading {
        void load() throws SQLException;
    }

    /** As above, of facts that are in the database already. */
    Map<Moment, Answer> ask(Loading accepted, Collection<Moment> moments) throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("SET LOCAL jit = off");
            statement.execute("SET LOCAL work_mem = '64MB'");
            statement.execute("SET LOCAL TIME ZONE 'UTC'");
            statement.execute("SET LOCAL oracle.district_zone = '" + districtZone + "'");
            statement.execute(script("raw.sql"));
            accepted.load();
            loadMoments(moments);
            statement.execute(script("whereabouts.sql"));
            return read(moments);
        } finally {
            connection.rollback();
        }
    }

    private void loadAccepted(Collection<Accepted> accepted) throws SQLException {
        insert(LOAD_ACCEPTED, List.copyOf(accepted), Accepted::topic, Accepted::json, Accepted::toldAt);
    }

    private void loadMoments(Collection<Moment> moments) throws SQLException {
        insert(
                LOAD_MOMENTS,
                List.copyOf(moments),
                Moment::studentId,
                Moment::schoolId,
                Moment::day,
                Moment::at,
                Moment::doorsAt);
    }

    @SafeVarargs
    private <T> void insert(String sql, List<T> rows, Function<T, Object>... columns) throws SQLException {
        try (var insert = connection.prepareStatement(sql)) {
            for (int from = 0; from < rows.size(); from += CHUNK) {
                var chunk = rows.subList(from, Math.min(rows.size(), from + CHUNK));
                for (int column = 0; column < columns.length; column++) {
                    var values = chunk.stream().map(columns[column]).map(String::valueOf);
                    insert.setArray(column + 1, connection.createArrayOf("text", values.toArray()));
                }
                insert.execute();
            }
        }
    }

    private Map<Moment, Answer> read(Collection<Moment> moments) throws SQLException {
        var byKey = new HashMap<Moment, Moment>();
        moments.forEach(moment -> byKey.put(withoutDoors(moment), moment));
        var answers = new HashMap<Moment, Answer>();
        try (var query = connection.createStatement();
                var row = query.executeQuery("SELECT * FROM verdict")) {
            while (row.next()) {
                var key = new Moment(
                        row.getString("student_id"),
                        row.getString("school_id"),
                        row.getObject("school_day", LocalDate.class),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        Instant.EPOCH);
                answers.put(byKey.get(key), new Answer(verdict(row), row.getBoolean("doors_open")));
            }
        }
        return answers;
    }

    private static Moment withoutDoors(Moment moment) {
        return new Moment(moment.studentId(), moment.schoolId(), moment.day(), moment.at(), Instant.EPOCH);
    }

    private static Verdict verdict(ResultSet row) throws SQLException {
        return new Verdict(
                row.getInt("rule"),
                row.getString("state"),
                row.getString("reason"),
                instant(row, "scan_at"),
                instant(row, "left_at"),
                instant(row, "cut_off"),
                instant(row, "held_since"),
                row.getString("held_with"),
                row.getString("task"),
                row.getObject("weak", Boolean.class),
                row.getString("ended"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static String script(String name) {
        try (var in = Oracle.class.getResourceAsStream("/oracle/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
