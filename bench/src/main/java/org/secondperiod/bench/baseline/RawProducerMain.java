package org.secondperiod.bench.baseline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.secondperiod.bench.stack.EventSender;

/**
 * The floor of bulk ingest: a producer with the services' settings, sending what a service had written, byte for byte. It
 * checks nothing, signs nobody in and answers nobody; it only waits for the broker's acknowledgements.
 */
public final class RawProducerMain {

    private RawProducerMain() {}

    /** @param arguments the broker, the topic, and the file of records */
    public static void main(String[] arguments) throws IOException {
        List<ProducerRecord<byte[], byte[]>> ready = ReadyMade.read(Path.of(arguments[2]), arguments[1]);
        try (var producer = new KafkaProducer<>(
                EventSender.settings(arguments[0]), new ByteArraySerializer(), new ByteArraySerializer())) {
            Answers.serve(count -> send(producer, ready, Integer.parseInt(count)));
        }
    }

    private static String send(
            KafkaProducer<byte[], byte[]> producer, List<ProducerRecord<byte[], byte[]>> ready, int count) {
        AtomicLong acknowledged = new AtomicLong();
        for (int i = 0; i < count; i++) {
            producer.send(ready.get(i % ready.size()), (metadata, fault) -> {
                if (fault == null) {
                    acknowledged.incrementAndGet();
                }
            });
        }
        producer.flush();
        return String.valueOf(acknowledged.get());
    }
}
