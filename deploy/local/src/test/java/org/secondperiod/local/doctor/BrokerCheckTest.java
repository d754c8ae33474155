package org.secondperiod.local.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.secondperiod.embedded.LocalKafka;
import org.secondperiod.events.Topic;
import org.secondperiod.events.Topics;
import org.secondperiod.local.doctor.Finding.Level;

/** On a real broker, whose topics are right at first. */
class BrokerCheckTest {

    @Test
    void whatIsWrongWithTopicsIsFoundAndNamed() throws ExecutionException, InterruptedException {
        try (LocalKafka kafka = LocalKafka.temporary();
                Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            BrokerCheck check = new BrokerCheck(Map.of("bootstrap.servers", kafka.bootstrapServers()));
            assertThat(check.look()).extracting(Finding::level).contains(Level.FAULT);

            admin.createTopics(Topics.ALL.stream()
                            .map(BrokerCheckTest::asTheServicesMakeIt)
                            .toList())
                    .all()
                    .get();
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() ->
                            assertThat(check.look()).extracting(Finding::level).containsExactly(Level.GOOD));

            // As it was made before its scans had a period of their own.
            set(admin, Topics.SCANS, "retention.ms", "10368000000");
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(check.look())
                            .singleElement()
                            .satisfies(finding -> {
                                assertThat(finding.level()).isEqualTo(Level.NOTICE);
                                assertThat(finding.mend())
                                        .isEqualTo(
                                                "kafka-configs.sh --alter --topic building.scans.v1 --add-config retention.ms=3024000000");
                            }));

            set(admin, Topics.MARKS, "retention.ms", "604800000");
            set(admin, Topics.ENROLMENTS, "cleanup.policy", "delete");
            admin.deleteTopics(List.of(Topics.SCANS.name())).all().get();
            admin.createPartitions(Map.of(Topics.CALLS.name(), NewPartitions.increaseTo(13)))
                    .all()
                    .get();

            // A broker takes a moment to tell what it has taken in.
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(check.look())
                            .extracting(finding -> finding.level() + " " + finding.about())
                            .containsExactlyInAnyOrder(
                                    "FAULT topics",
                                    "FAULT topic attendance.marks.v1",
                                    "FAULT topic roster.enrolments.v1",
                                    "NOTICE topic outreach.calls.v1"));
            assertThat(check.look())
                    .extracting(Finding::mend)
                    .contains(
                            "kafka-configs.sh --alter --topic attendance.marks.v1 --add-config retention.ms=10368000000");

            kafka.stop();
            assertThat(check.look()).singleElement().extracting(Finding::about).isEqualTo("broker");
        }
    }

    private static NewTopic asTheServicesMakeIt(Topic<?> topic) {
        String age = String.valueOf(topic.retention().toMillis());
        return new NewTopic(topic.name(), Topics.PARTITIONS, (short) 1)
                .configs(
                        topic.cleanup() == Topic.Cleanup.COMPACT
                                ? Map.of("cleanup.policy", "compact", "delete.retention.ms", age)
                                : Map.of("cleanup.policy", "delete", "retention.ms", age));
    }

    private static void set(Admin admin, Topic<?> topic, String name, String value)
            throws ExecutionException, InterruptedException {
        admin.incrementalAlterConfigs(Map.of(
                        new ConfigResource(ConfigResource.Type.TOPIC, topic.name()),
                        List.of(new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET))))
                .all()
                .get();
    }
}
