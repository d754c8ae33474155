package org.secondperiod.outreach.live.kafka;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.secondperiod.events.CallLogged;
import org.secondperiod.events.CallTaskChanged;
import org.secondperiod.events.EventJson;
import org.secondperiod.events.Topics;
import org.secondperiod.events.WhereaboutsChanged;
import org.secondperiod.kit.delivery.KafkaClients;
import org.secondperiod.outreach.live.LiveEvent;
import org.secondperiod.outreach.live.Position;
import org.secondperiod.outreach.live.Recent;

/** Follows the ends of the topics of whereabouts, call tasks and calls, without a group: every replica sees all of them. */
@ApplicationScoped
public class EventTail {

    private static final Logger LOG = Logger.getLogger(EventTail.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration BACK_OFF = Duration.ofSeconds(1);

    /** About 600 bytes each, so some 12 MB: an hour of a busy district. */
    private static final int KEPT = 20_000;

    /** So that who was connected to another replica, or before a restart, misses nothing. */
    private static final long READ_BACK = 500;

    /** For the school's people only, and the stream is for systems too: who may read it asks for the call. */
    private static final String ROOT_CAUSE = "rootCause";

    /** What a topic's events are called in the stream, and of whom one tells. */
    private record Watched(String kind, Function<byte[], LiveEvent.Of> of) {}

    private static final Map<String, Watched> WATCHED = Map.of(
            Topics.WHEREABOUTS.name(),
            new Watched("whereabouts", value -> of(EventJson.read(value, WhereaboutsChanged.class))),
            Topics.CALL_TASKS.name(),
            new Watched("call-task", value -> of(EventJson.read(value, CallTaskChanged.class))),
            Topics.CALLS.name(),
            new Watched("call", value -> of(EventJson.read(value, CallLogged.class))));

    private final KafkaClients clients;
    private final Thread thread = Thread.ofPlatform().name("event-tail").unstarted(this::follow);
    /** Ends a pause; an interrupt would also break off what the consumer says in parting, and it would complain. */
    private final CountDownLatch stopped = new CountDownLatch(1);

    private volatile boolean running = true;
    private volatile @Nullable Consumer<String, byte[]> consumer;
    private volatile @Nullable Recent recent;
    private volatile int partitions;

    EventTail(KafkaClients clients) {
        this.clients = clients;
    }

    void onStart(@Observes StartupEvent event) {
        thread.start();
    }

    void onStop(@Observes ShutdownEvent event) throws InterruptedException {
        running = false;
        Consumer<String, byte[]> current = consumer;
        if (current != null) {
            current.wakeup();
        }
        stopped.countDown();
        thread.join(Duration.ofSeconds(5));
    }

    /** The newest events; empty while the broker has not been reached. */
    public Optional<Recent> recent() {
        return Optional.ofNullable(recent);
    }

    /** How many partitions a position has. */
    public int partitions() {
        return partitions;
    }

    private void follow() {
        while (running) {
            try (Consumer<String, byte[]> fresh = clients.freeConsumer()) {
                consumer = fresh;
                List<TopicPartition> all = partitionsOf(fresh);
                if (!all.isEmpty()) {
                    read(fresh, all);
                }
                pause();
            } catch (WakeupException e) {
                LOG.debug("The event tail was woken to stop");
            } catch (RuntimeException e) {
                LOG.warn("The event tail begins anew", e);
                pause();
            } finally {
                consumer = null;
            }
        }
    }

    private void read(Consumer<String, byte[]> from, List<TopicPartition> all) {
        from.assign(all);
        Map<TopicPartition, Long> beginnings = from.beginningOffsets(all);
        Map<TopicPartition, Long> ends = from.endOffsets(all);
        List<Long> start = all.stream()
                .map(each -> Math.max(beginnings.get(each), ends.get(each) - READ_BACK))
                .toList();
        for (int i = 0; i < all.size(); i++) {
            from.seek(all.get(i), start.get(i));
        }
        Recent fresh = new Recent(KEPT, new Position(start));
        partitions = all.size();
        recent = fresh;
        while (running) {
            for (ConsumerRecord<String, byte[]> record : from.poll(POLL)) {
                add(fresh, all.indexOf(new TopicPartition(record.topic(), record.partition())), record);
            }
        }
    }

    private static void add(Recent recent, int partition, ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            return;
        }
        Watched watched = WATCHED.get(record.topic());
        recent.add(
                partition,
                record.offset(),
                watched.kind(),
                watched.of().apply(record.value()),
                shown(new String(record.value(), StandardCharsets.UTF_8)));
    }

    private static LiveEvent.Of of(WhereaboutsChanged event) {
        return new LiveEvent.Of(event.studentId(), event.schoolId());
    }

    private static LiveEvent.Of of(CallTaskChanged event) {
        return new LiveEvent.Of(event.studentId(), event.schoolId());
    }

    private static LiveEvent.Of of(CallLogged event) {
        return new LiveEvent.Of(event.studentId(), event.schoolId());
    }

    private static String shown(String event) {
        if (!event.contains(ROOT_CAUSE)) {
            return event;
        }
        try {
            JsonNode tree = EventJson.MAPPER.readTree(event);
            ((ObjectNode) tree).remove(ROOT_CAUSE);
            return EventJson.MAPPER.writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an event that was read is none", e);
        }
    }

    private static List<TopicPartition> partitionsOf(Consumer<String, byte[]> from) {
        return WATCHED.keySet().stream()
                .flatMap(topic -> from.partitionsFor(topic).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .sorted(Comparator.comparing(TopicPartition::topic).reversed().thenComparing(TopicPartition::partition))
                .toList();
    }

    private void pause() {
        try {
            if (stopped.await(BACK_OFF.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debug("The event tail stops");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
