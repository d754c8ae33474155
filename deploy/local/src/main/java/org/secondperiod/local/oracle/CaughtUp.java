package org.secondperiod.local.oracle;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.secondperiod.embedded.LocalPostgres;

/**
 * Whether outreach-service has taken in every fact that lies on its topics, and nothing is due. Neither figures that stand
 * still nor answers that equal the oracle's say so: the former also stand still while a large batch is decided, and of the
 * latter some are left open.
 *
 * @param jdbcUrl outreach-service's database
 */
public record CaughtUp(String bootstrapServers, String jdbcUrl) {

    private static final String DUE = """
            SELECT EXISTS (SELECT 1 FROM look_again WHERE marked_absent AND at <= CAST(? AS timestamptz))
                OR EXISTS (SELECT 1 FROM look_again WHERE NOT marked_absent AND at <= CAST(? AS timestamptz))
                OR EXISTS (SELECT 1 FROM school_day WHERE turned)
                OR EXISTS (SELECT 1 FROM school_day
                    WHERE opened_at IS NOT NULL AND closed_at IS NULL AND ends_at <= CAST(? AS timestamptz))
            """;

    /** Whether nothing is left to do at that moment of the services' clock. */
    public boolean at(Instant now) {
        try (var database = DriverManager.getConnection(jdbcUrl, LocalPostgres.USER, LocalPostgres.PASSWORD)) {
            return hasTakenAllIn(database) && !isDue(database, now);
        } catch (SQLException | ExecutionException e) {
            throw new IllegalStateException("How far outreach-service has come cannot be found out", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private boolean hasTakenAllIn(Connection database) throws SQLException, ExecutionException, InterruptedException {
        Map<TopicPartition, Long> next = next(database);
        return ends().entrySet().stream().allMatch(end -> next.getOrDefault(end.getKey(), 0L) >= end.getValue());
    }

    private static Map<TopicPartition, Long> next(Connection database) throws SQLException {
        Map<TopicPartition, Long> next = new HashMap<>();
        try (var statement = database.createStatement();
                var row = statement.executeQuery("SELECT topic, partition, next_offset FROM consumer_offset")) {
            while (row.next()) {
                next.merge(new TopicPartition(row.getString(1), row.getInt(2)), row.getLong(3), Math::min);
            }
        }
        return next;
    }

    private Map<TopicPartition, Long> ends() throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            var partitions = admin.describeTopics(TopicReader.FACTS).allTopicNames().get().values().stream()
                    .flatMap(topic -> topic.partitions().stream()
                            .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                    .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
            return admin.listOffsets(partitions).all().get().entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, end -> end.getValue().offset()));
        }
    }

    private static boolean isDue(Connection database, Instant now) throws SQLException {
        try (var query = database.prepareStatement(DUE)) {
            for (int place = 1; place <= 3; place++) {
                query.setString(place, now.toString());
            }
            try (var row = query.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }
}
