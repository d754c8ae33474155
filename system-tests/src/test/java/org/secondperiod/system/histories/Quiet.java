package org.secondperiod.system.histories;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/**
 * Whether outreach-service has nothing left to do: it has taken in all that was told, and nothing is due. Where the oracle
 * leaves an answer open there is nothing to wait for by comparing, and yet a clock that moved on too soon would have the
 * service decide at a time at which nobody asked.
 */
final class Quiet implements AutoCloseable {

    private static final String DUE = """
            SELECT EXISTS (SELECT 1 FROM whereabouts WHERE look_again_at <= CAST(? AS timestamptz))
                OR EXISTS (SELECT 1 FROM school_day WHERE turned)
                OR EXISTS (SELECT 1 FROM school_day
                    WHERE opened_at IS NOT NULL AND closed_at IS NULL AND ends_at <= CAST(? AS timestamptz))
            """;

    private final Admin admin;
    private final Connection database;

    Quiet(String bootstrapServers, Connection database) {
        var settings = new Properties();
        settings.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        this.admin = Admin.create(settings);
        this.database = database;
    }

    /** @param topics that were told of */
    boolean is(Instant now, List<String> topics) {
        try {
            return hasTakenIn(topics) && !isDue(now);
        } catch (SQLException | ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private boolean hasTakenIn(List<String> topics) throws SQLException, ExecutionException, InterruptedException {
        var stands = stands();
        return ends(topics).entrySet().stream()
                .allMatch(end -> stands.getOrDefault(end.getKey(), 0L) >= end.getValue());
    }

    private Map<TopicPartition, Long> ends(List<String> topics) throws ExecutionException, InterruptedException {
        var partitions = admin.describeTopics(topics).allTopicNames().get().values().stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
        var ends = new HashMap<TopicPartition, Long>();
        admin.listOffsets(partitions).all().get().forEach((partition, end) -> ends.put(partition, end.offset()));
        return ends;
    }

    private Map<TopicPartition, Long> stands() throws SQLException {
        var stands = new HashMap<TopicPartition, Long>();
        try (var statement = database.createStatement();
                var row = statement.executeQuery("SELECT topic, partition, next_offset FROM consumer_offset")) {
            while (row.next()) {
                stands.merge(new TopicPartition(row.getString(1), row.getInt(2)), row.getLong(3), Math::min);
            }
        }
        return stands;
    }

    private boolean isDue(Instant now) throws SQLException {
        try (var query = database.prepareStatement(DUE)) {
            query.setString(1, now.toString());
            query.setString(2, now.toString());
            try (var row = query.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
