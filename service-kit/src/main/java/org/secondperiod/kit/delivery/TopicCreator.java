package org.secondperiod.kit.delivery;

import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.DELETE_RETENTION_MS_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.RETENTION_MS_CONFIG;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.secondperiod.events.Topic;
import org.secondperiod.events.Topics;

/** Creates the topics that are missing, with their stated partitions, cleanup and retention; never by accident. */
@ApplicationScoped
public class TopicCreator {

    private final KafkaClients clients;
    private final DeliveryConfig delivery;

    TopicCreator(KafkaClients clients, DeliveryConfig delivery) {
        this.clients = clients;
        this.delivery = delivery;
    }

    /**
     * Makes sure that all topics exist, and the dead letters of these consumers; unless they are somebody else's to make.
     *
     * @throws KafkaException if the broker does not answer
     */
    void ensure(List<String> consumers) {
        if (!delivery.createTopics()) {
            return;
        }
        var wanted = Stream.concat(
                        Topics.ALL.stream().map(this::describe),
                        consumers.stream().map(this::describeDeadLetters))
                .toList();
        try (var admin = clients.admin()) {
            var existing = admin.listTopics().names().get(10, TimeUnit.SECONDS);
            var missing = wanted.stream()
                    .filter(topic -> !existing.contains(topic.name()))
                    .toList();
            for (var created : admin.createTopics(missing).values().values()) {
                awaitCreation(created);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Interrupted while creating topics", e);
        } catch (ExecutionException | java.util.concurrent.TimeoutException e) {
            throw new KafkaException("The broker did not answer", e);
        }
    }

    private static void awaitCreation(org.apache.kafka.common.KafkaFuture<Void> created)
            throws InterruptedException, ExecutionException, java.util.concurrent.TimeoutException {
        try {
            created.get(10, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    private NewTopic describe(Topic<?> topic) {
        var age = String.valueOf(topic.retention().toMillis());
        return newTopic(
                topic.name(),
                switch (topic.cleanup()) {
                    case COMPACT -> Map.of(CLEANUP_POLICY_CONFIG, "compact", DELETE_RETENTION_MS_CONFIG, age);
                    case DELETE -> Map.of(CLEANUP_POLICY_CONFIG, "delete", RETENTION_MS_CONFIG, age);
                });
    }

    private NewTopic describeDeadLetters(String consumer) {
        var age = String.valueOf(Topics.MARKS.retention().toMillis());
        return newTopic(Topic.deadLetters(consumer), Map.of(CLEANUP_POLICY_CONFIG, "delete", RETENTION_MS_CONFIG, age));
    }

    private NewTopic newTopic(String name, Map<String, String> settings) {
        return new NewTopic(name, Topics.PARTITIONS, delivery.replicationFactor()).configs(settings);
    }
}
