package org.secondperiod.kit.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.RangeAssignor;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.Config;

/** Makes Kafka clients: every {@code kafka.*} key of the configuration goes to them, then what this system insists on. */
@ApplicationScoped
public class KafkaClients {

    private static final String PREFIX = "kafka.";

    private final Config config;
    private final DeliveryConfig delivery;

    KafkaClients(Config config, DeliveryConfig delivery) {
        this.config = config;
        this.delivery = delivery;
    }

    /**
     * A producer whose sends are acknowledged by all in-sync replicas, once each.
     *
     * <p>One request to a broker is under way at a time, and no more. With several, the second may reach a partition that
     * has just come online (a topic just made, a broker just back) while the first was turned away; the broker, which knows
     * nothing of this producer yet, takes the second, and then refuses the first as out of sequence until it expires. A
     * request holds batches of all partitions, up to 1 MiB, so that little is lost by it.
     */
    public Producer<String, byte[]> producer() {
        var within = (int) delivery.acknowledgedWithin().toMillis();
        var settings = common();
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        settings.putIfAbsent(ProducerConfig.LINGER_MS_CONFIG, 5);
        settings.putIfAbsent(ProducerConfig.BATCH_SIZE_CONFIG, 65_536);
        settings.putIfAbsent(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, within / 2);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, within / 2);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, within);
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    /** A consumer that commits nothing by itself and belongs to the group. */
    public Consumer<String, byte[]> groupConsumer(String group) {
        var settings = consumerSettings();
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, delivery.batchSize());
        // For so long, and five seconds more, a consumer waits to be let into its group, and the group for a member.
        // The client's own default is five minutes: if the connection goes silent then, all partitions stand still.
        settings.putIfAbsent(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, 60_000);
        // Equal partition numbers of all topics go to the same member: one student's facts meet in one batch.
        settings.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, RangeAssignor.class.getName());
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    /**
     * A consumer outside of any group, for reading a topic's tail or its dead letters. It gives up on a broker that does not
     * answer within {@link DeliveryConfig#acknowledgedWithin()}.
     */
    public Consumer<String, byte[]> freeConsumer() {
        var within = (int) delivery.acknowledgedWithin().toMillis();
        var settings = consumerSettings();
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, within);
        settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, within / 2);
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** For creating and describing topics. */
    public Admin admin() {
        return Admin.create(common());
    }

    private Map<String, Object> consumerSettings() {
        var settings = common();
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.putIfAbsent(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 10_000);
        settings.putIfAbsent(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 15_000);
        return settings;
    }

    private Map<String, Object> common() {
        var settings = new HashMap<String, Object>();
        StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .filter(name -> name.startsWith(PREFIX))
                .forEach(name -> config.getOptionalValue(name, String.class)
                        .ifPresent(value -> settings.put(name.substring(PREFIX.length()), value)));
        return settings;
    }
}
