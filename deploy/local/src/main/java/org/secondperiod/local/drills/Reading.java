package org.secondperiod.local.drills;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.secondperiod.embedded.LocalPostgres;
import org.secondperiod.local.stack.Layout;
import org.secondperiod.local.stack.Part;
import org.secondperiod.local.stack.StackException;

/** Where topics end, and how far a service has read them by what its database says. */
record Reading(Layout layout) {

    /** The sum of the offsets at which each topic ends. */
    Map<String, Long> ends(List<String> topics) {
        Map<String, Long> sums = new TreeMap<>();
        endsByPartition(topics).forEach((partition, end) -> sums.merge(partition.topic(), end, Long::sum));
        return sums;
    }

    /** Whether a service has read these topics to their ends, and has told all that came of it. */
    boolean isAtTheEnd(Part service, List<String> topics) {
        Map<TopicPartition, Long> ends = endsByPartition(topics);
        String url = layout.jdbcUrl(service.database().orElseThrow());
        try (Connection database = DriverManager.getConnection(url, LocalPostgres.USER, LocalPostgres.PASSWORD);
                Statement statement = database.createStatement()) {
            Map<TopicPartition, Long> next = new HashMap<>();
            try (ResultSet row = statement.executeQuery("SELECT topic, partition, next_offset FROM consumer_offset")) {
                while (row.next()) {
                    next.merge(new TopicPartition(row.getString(1), row.getInt(2)), row.getLong(3), Math::min);
                }
            }
            try (ResultSet row = statement.executeQuery("SELECT count(*) FROM outbox")) {
                row.next();
                return row.getLong(1) == 0
                        && ends.entrySet().stream()
                                .allMatch(end -> next.getOrDefault(end.getKey(), 0L) >= end.getValue());
            }
        } catch (SQLException e) {
            throw new StackException(
                    "The database of %s cannot be read: %s".formatted(service.label(), e.getMessage()), e);
        }
    }

    private Map<TopicPartition, Long> endsByPartition(List<String> topics) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", layout.bootstrapServers()))) {
            Map<TopicPartition, OffsetSpec> ask = admin.describeTopics(topics).allTopicNames().get().values().stream()
                    .flatMap(topic -> topic.partitions().stream()
                            .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                    .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
            return admin.listOffsets(ask).all().get().entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, end -> end.getValue().offset()));
        } catch (ExecutionException e) {
            throw new StackException(
                    "The broker cannot be asked where topics end: "
                            + e.getCause().getMessage(),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted.", e);
        }
    }
}
