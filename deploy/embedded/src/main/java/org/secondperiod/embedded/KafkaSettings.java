package org.secondperiod.embedded;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The settings of a broker that is its own controller and the only node: internal topics have one replica. */
final class KafkaSettings {

    /** A second listener on a port of the broker's, which clients are told to find on another: that of what stands in front. */
    record Fronted(int port, int advertisedPort) {}

    private KafkaSettings() {}

    /**
     * @param fronted a listener that clients are told to find elsewhere; null for none
     */
    static String text(int port, int controllerPort, Path dataFolder, @Nullable Fronted fronted) {
        String more = fronted == null ? "" : ",FRONTED://localhost:" + fronted.port();
        String advertised = fronted == null ? "" : ",FRONTED://localhost:" + fronted.advertisedPort();
        return """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@localhost:%2$d
                listeners=PLAINTEXT://localhost:%1$d,CONTROLLER://localhost:%2$d%4$s
                advertised.listeners=PLAINTEXT://localhost:%1$d%5$s
                inter.broker.listener.name=PLAINTEXT
                controller.listener.names=CONTROLLER
                listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,FRONTED:PLAINTEXT
                log.dirs=%3$s
                auto.create.topics.enable=false
                default.replication.factor=1
                min.insync.replicas=1
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=5
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                transaction.state.log.num.partitions=5
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                group.initial.rebalance.delay.ms=0
                log.cleaner.dedupe.buffer.size=16777216
                """.formatted(port, controllerPort, dataFolder.toString().replace("\\", "/"), more, advertised);
    }
}
