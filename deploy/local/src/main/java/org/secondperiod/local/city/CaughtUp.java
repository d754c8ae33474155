package org.secondperiod.local.city;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.secondperiod.embedded.LocalPostgres;
import org.secondperiod.local.clock.ClockFile;
import org.secondperiod.local.stack.Layout;

/**
 * Whether outreach-service has taken in every fact that lies on its topics, and nothing is due. Figures that stand still do not
 * say so: they also stand still while a large batch is decided.
 */
public final class CaughtUp implements BooleanSupplier {

    private static final String DUE = """
            SELECT EXISTS (SELECT 1 FROM whereabouts WHERE marked_absent AND look_again_at <= CAST(? AS timestamptz))
                OR EXISTS (SELECT 1 FROM whereabouts WHERE NOT marked_absent AND look_again_at <= CAST(? AS timestamptz))
                OR EXISTS (SELECT 1 FROM school_day WHERE turned)
            """;

    private final Layout layout;
    private final ClockFile clock;

    public CaughtUp(Layout layout) {
        this.layout = layout;
        this.clock = new ClockFile(layout.clockFile());
    }

    @Override
    public boolean getAsBoolean() {
        try (var database =
                DriverManager.getConnection(layout.jdbcUrl("outreach"), LocalPostgres.USER, LocalPostgres.PASSWORD)) {
            Map<TopicPartition, Long> next = new HashMap<>();
            try (var statement = database.createStatement();
                    var row = statement.executeQuery("SELECT topic, partition, next_offset FROM consumer_offset")) {
                while (row.next()) {
                    next.put(new TopicPartition(row.getString(1), row.getInt(2)), row.getLong(3));
                }
            }
            return isAtEnd(next) && !isDue(database, clock.now());
        } catch (SQLException | ExecutionException e) {
            throw new IllegalStateException("How far outreach-service has come cannot be found out", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private boolean isAtEnd(Map<TopicPartition, Long> next) throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(Map.of("bootstrap.servers", layout.bootstrapServers()))) {
            return admin
                    .listOffsets(next.keySet().stream()
                            .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest())))
                    .all()
                    .get()
                    .entrySet()
                    .stream()
                    .allMatch(end -> next.get(end.getKey()) >= end.getValue().offset());
        }
    }

    private static boolean isDue(Connection database, Instant now) throws SQLException {
        try (var query = database.prepareStatement(DUE)) {
            query.setString(1, now.toString());
            query.setString(2, now.toString());
            try (var row = query.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }
}
