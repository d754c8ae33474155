package org.secondperiod.local.doctor;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.secondperiod.events.Topic;
import org.secondperiod.events.Topics;
import org.secondperiod.local.stack.Layout;

/** Whether the broker answers, and has all topics with their partitions. */
final class BrokerCheck {

    private static final int LIMIT_SECONDS = 10;

    private final Layout layout;

    BrokerCheck(Layout layout) {
        this.layout = layout;
    }

    List<Finding> look() {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                layout.bootstrapServers(),
                "default.api.timeout.ms",
                LIMIT_SECONDS * 1000,
                "request.timeout.ms",
                5000);
        try (Admin admin = Admin.create(settings)) {
            Set<String> names = admin.listTopics().names().get(LIMIT_SECONDS, TimeUnit.SECONDS);
            return List.of(topics(admin, names));
        } catch (ExecutionException | TimeoutException e) {
            return List.of(
                    Finding.fault("broker", "does not answer: " + e.getMessage(), "read its log: ./sp logs kafka"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    private static Finding topics(Admin admin, Set<String> names)
            throws ExecutionException, InterruptedException, TimeoutException {
        Set<String> missing = new TreeSet<>();
        Topics.ALL.forEach(topic -> missing.add(topic.name()));
        missing.removeAll(names);
        if (!missing.isEmpty()) {
            return Finding.notice(
                    "topics",
                    "not there: " + String.join(", ", missing),
                    "the service that writes a topic makes it when it starts: ./sp status");
        }
        Set<String> other = new TreeSet<>();
        for (TopicDescription topic : admin.describeTopics(
                        Topics.ALL.stream().map(Topic::name).toList())
                .allTopicNames()
                .get(LIMIT_SECONDS, TimeUnit.SECONDS)
                .values()) {
            if (topic.partitions().size() != Topics.PARTITIONS) {
                other.add(topic.name() + " has " + topic.partitions().size());
            }
        }
        return other.isEmpty()
                ? Finding.good(
                        "topics",
                        "all %d are there, with %d partitions each".formatted(Topics.ALL.size(), Topics.PARTITIONS))
                : Finding.notice(
                        "topics", "partitions differ: " + other, "all topics should have " + Topics.PARTITIONS);
    }
}
