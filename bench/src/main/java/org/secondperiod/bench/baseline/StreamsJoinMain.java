package org.secondperiod.bench.baseline;

import java.io.IOException;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.KTable;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Produced;
import org.secondperiod.events.AbsenceMark;
import org.secondperiod.events.Scan;

/**
 * The join as Kafka Streams does it: two co-partitioned topics, a table of each (RocksDB), an outer join of the tables,
 * exactly once; and a sink that lands the conclusions in PostgreSQL, batch by batch.
 */
public final class StreamsJoinMain {

    /** The stream's group. */
    public static final String GROUP = "bench-streams";

    /** The group of the sink behind it. */
    public static final String SINK_GROUP = ConclusionSink.GROUP;

    private static final long CACHE = 64L << 20;

    private StreamsJoinMain() {}

    /** @param arguments broker, topic of marks, of scans, and of conclusions, database, state folder, threads */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        try (KafkaStreams streams = new KafkaStreams(
                        topology(arguments[1], arguments[2], arguments[3]),
                        settings(arguments[0], arguments[5], Integer.parseInt(arguments[6])));
                ConclusionSink sink = new ConclusionSink(arguments[0], arguments[3], arguments[4])) {
            sink.start();
            streams.start();
            while (streams.state() != KafkaStreams.State.RUNNING) {
                Thread.sleep(50);
            }
            Answers.serve(line -> streams.state().name());
        }
    }

    private static Topology topology(String marks, String scans, String conclusions) {
        StreamsBuilder builder = new StreamsBuilder();
        KTable<String, DayMark> marked = builder.stream(
                        marks, Consumed.with(Serdes.String(), Compact.json(AbsenceMark.class)))
                .groupByKey(Grouped.with(Serdes.String(), Compact.json(AbsenceMark.class)))
                .aggregate(
                        () -> null,
                        (student, mark, before) -> DayMark.with(before, mark),
                        Materialized.with(Serdes.String(), Compact.MARK));
        KTable<String, DayScans> scanned = builder.stream(
                        scans, Consumed.with(Serdes.String(), Compact.json(Scan.class)))
                .groupByKey(Grouped.with(Serdes.String(), Compact.json(Scan.class)))
                .aggregate(
                        () -> null,
                        (student, scan, before) -> DayScans.with(before, scan),
                        Materialized.with(Serdes.String(), Compact.SCANS));
        marked.outerJoin(scanned, Both::new)
                .toStream()
                .mapValues((student, both) -> Decided.of(student, both.mark(), both.scans()))
                .to(conclusions, Produced.with(Serdes.String(), Compact.json(Decided.class)));
        return builder.build();
    }

    private record Both(DayMark mark, DayScans scans) {}

    private static Properties settings(String broker, String state, int threads) {
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, GROUP);
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, broker);
        settings.put(StreamsConfig.STATE_DIR_CONFIG, state);
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, threads);
        settings.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, CACHE);
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), 2_000);
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), 65_536);
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
        return settings;
    }
}
