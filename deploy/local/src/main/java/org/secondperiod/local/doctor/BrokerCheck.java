package org.secondperiod.local.doctor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigResource;
import org.secondperiod.events.Topic;
import org.secondperiod.events.Topics;

/** Whether the brokers answer, and have all topics, with their partitions, and keep what is on them for as long as they should. */
final class BrokerCheck {

    private static final int LIMIT_SECONDS = 10;
    private static final String ABOUT = "topics";

    private final Map<String, Object> client;

    /** @param client what a Kafka client is configured with */
    BrokerCheck(Map<String, Object> client) {
        this.client = client;
    }

    List<Finding> look() {
        Map<String, Object> settings = new HashMap<>(client);
        settings.put("default.api.timeout.ms", LIMIT_SECONDS * 1000);
        settings.put("request.timeout.ms", 5000);
        try (Admin admin = Admin.create(settings)) {
            Set<String> names = admin.listTopics().names().get(LIMIT_SECONDS, TimeUnit.SECONDS);
            return topics(admin, names);
        } catch (ExecutionException | TimeoutException e) {
            return List.of(
                    Finding.fault("broker", "does not answer: " + e.getMessage(), "read its log: ./sp logs kafka"));
        } catch (KafkaException e) {
            return List.of(Finding.fault(
                    "broker",
                    "cannot be asked: " + e.getMessage(),
                    "the settings of the client, among them bootstrap.servers, are not as they must be"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    private static List<Finding> topics(Admin admin, Set<String> names)
            throws ExecutionException, InterruptedException, TimeoutException {
        List<Finding> findings = new ArrayList<>();
        Set<String> missing = new TreeSet<>();
        Topics.ALL.forEach(topic -> missing.add(topic.name()));
        missing.removeAll(names);
        if (!missing.isEmpty()) {
            findings.add(
                    Finding.fault(
                            ABOUT,
                            "not there: " + String.join(", ", missing),
                            "the service that writes a topic makes it when it starts: ./sp status; where services may not, docs/events.md lists them"));
        }
        List<Topic<?>> there = Topics.ALL.stream()
                .filter(topic -> names.contains(topic.name()))
                .toList();
        Map<String, TopicDescription> described = admin.describeTopics(
                        there.stream().map(Topic::name).toList())
                .allTopicNames()
                .get(LIMIT_SECONDS, TimeUnit.SECONDS);
        Map<ConfigResource, Config> configured = admin.describeConfigs(
                        there.stream().map(BrokerCheck::resource).toList())
                .all()
                .get(LIMIT_SECONDS, TimeUnit.SECONDS);
        for (Topic<?> topic : there) {
            partitions(topic, described.get(topic.name()).partitions().size(), findings);
            kept(topic, configured.get(resource(topic)), findings);
        }
        return findings.isEmpty()
                ? List.of(Finding.good(
                        ABOUT,
                        "all %d are there, with %d partitions each, kept as long as they should"
                                .formatted(Topics.ALL.size(), Topics.PARTITIONS)))
                : findings;
    }

    private static ConfigResource resource(Topic<?> topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
    }

    private static void partitions(Topic<?> topic, int partitions, List<Finding> findings) {
        if (partitions != Topics.PARTITIONS) {
            findings.add(Finding.notice(
                    "topic " + topic.name(),
                    "it has %d partitions, and the others %d".formatted(partitions, Topics.PARTITIONS),
                    partitions < Topics.PARTITIONS
                            ? "kafka-topics.sh --alter --topic %s --partitions %d"
                                    .formatted(topic.name(), Topics.PARTITIONS)
                            : "let it: partitions cannot be taken away, and nothing depends on it"));
        }
    }

    private static void kept(Topic<?> topic, Config config, List<Finding> findings) {
        boolean compact = topic.cleanup() == Topic.Cleanup.COMPACT;
        String policy = compact ? "compact" : "delete";
        setting(topic, config, "cleanup.policy", policy, policy.equals(value(config, "cleanup.policy")), findings);
        String name = compact ? "delete.retention.ms" : "retention.ms";
        long kept = Long.parseLong(value(config, name));
        long wanted = topic.retention().toMillis();
        setting(topic, config, name, String.valueOf(wanted), kept == -1 || kept >= wanted, findings);
        if (topic.equals(Topics.SCANS) && (kept == -1 || kept > wanted)) {
            findings.add(Finding.notice(
                    "topic " + topic.name(),
                    "%s is %d, and should be %d, unless the district keeps scans for longer: they are movements of children"
                            .formatted(name, kept, wanted),
                    alter(topic, name, String.valueOf(wanted))));
        }
    }

    private static void setting(
            Topic<?> topic, Config config, String name, String wanted, boolean good, List<Finding> findings) {
        if (!good) {
            findings.add(Finding.fault(
                    "topic " + topic.name(),
                    "%s is %s, and should be %s: what is needed is deleted, or what should go is kept"
                            .formatted(name, value(config, name), wanted),
                    alter(topic, name, wanted)));
        }
    }

    private static String alter(Topic<?> topic, String name, String value) {
        return "kafka-configs.sh --alter --topic %s --add-config %s=%s".formatted(topic.name(), name, value);
    }

    private static String value(Config config, String name) {
        return config.get(name).value();
    }
}
