package org.secondperiod.kit.delivery;

import io.quarkus.arc.properties.UnlessBuildProperty;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/** Has the topics created when a service starts that reads or writes any. */
@ApplicationScoped
@UnlessBuildProperty(name = "secondperiod.delivery.consumers", stringValue = "none", enableIfMissing = true)
class TopicsAtStart {

    private static final Logger LOG = Logger.getLogger(TopicsAtStart.class);

    private final TopicCreator topics;

    TopicsAtStart(TopicCreator topics) {
        this.topics = topics;
    }

    /** Without holding the start up: a broker that is down then is asked again by whoever needs it. */
    void onStart(@Observes StartupEvent event) {
        Thread.ofPlatform().daemon().name("topics").start(() -> {
            try {
                topics.ensure(List.of());
            } catch (KafkaException e) {
                LOG.warnf("The topics could not be checked at start: %s", e.getMessage());
            }
        });
    }
}
