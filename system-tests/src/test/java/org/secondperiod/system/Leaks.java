package org.secondperiod.system;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.secondperiod.local.district.District;
import org.secondperiod.local.stack.Layout;
import org.secondperiod.local.stack.Part;

/**
 * Where the names and numbers of a district's families are and must not be: in logs, in metrics, and in the topics, dead letters
 * and headers included. (The one topic that carries them has them encrypted.)
 */
final class Leaks {

    /** Shorter ones are part of many an id. */
    private static final int WHOLE_NUMBER = 10;

    private final List<byte[]> canaries;
    private final TreeSet<String> found = new TreeSet<>();

    private Leaks(District district) {
        var students = district.students().stream().map(each -> each.givenName() + " " + each.familyName());
        var preferred = district.students().stream().map(each -> each.fullName());
        var guardians = district.guardians().stream().map(each -> each.givenName() + " " + each.familyName());
        var phones = district.guardians().stream()
                .map(each -> each.phone())
                .filter(Objects::nonNull)
                .filter(phone -> digits(phone).length() >= WHOLE_NUMBER)
                .toList();
        var numbers = Stream.concat(phones.stream(), phones.stream().map(Leaks::digits));
        canaries = Stream.of(students, preferred, guardians, numbers)
                .flatMap(each -> each)
                .distinct()
                .map(each -> each.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    /** A line for each place where something of the district's families is. */
    static List<String> of(District district, Layout layout) throws IOException, InterruptedException {
        var leaks = new Leaks(district);
        leaks.inLogs(layout);
        leaks.inMetrics(layout);
        leaks.inTopics("localhost:" + layout.port(Part.KAFKA));
        return new ArrayList<>(leaks.found);
    }

    private void inLogs(Layout layout) throws IOException {
        for (var part : Part.values()) {
            if (Files.exists(layout.logFile(part))) {
                for (var line : Files.readAllLines(layout.logFile(part), StandardCharsets.ISO_8859_1)) {
                    look("the log of " + part.label(), line.getBytes(StandardCharsets.ISO_8859_1));
                }
            }
        }
    }

    private void inMetrics(Layout layout) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            for (var part : List.of(Part.INGEST, Part.ENTRY, Part.OUTREACH, Part.REPORTING)) {
                var answer = http.send(
                        HttpRequest.newBuilder(URI.create(
                                        "http://localhost:%d%s/q/metrics".formatted(layout.port(part), part.root())))
                                .build(),
                        BodyHandlers.ofByteArray());
                if (answer.statusCode() != 200) {
                    throw new IllegalStateException("metrics of " + part.label() + ": " + answer.statusCode());
                }
                look("the metrics of " + part.label(), answer.body());
            }
        }
    }

    private void inTopics(String broker) {
        var settings = new HashMap<String, Object>(Map.of("bootstrap.servers", broker, "enable.auto.commit", false));
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.listTopics().values().stream()
                    .flatMap(List::stream)
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .filter(each -> !each.topic().startsWith("__"))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(500)).forEach(this::look);
            }
        }
    }

    private void look(ConsumerRecord<byte[], byte[]> record) {
        look("keys of " + record.topic(), record.key());
        look("values of " + record.topic(), record.value());
        record.headers().forEach(header -> look("headers of " + record.topic(), header.value()));
    }

    private void look(String where, byte[] bytes) {
        if (bytes != null && canaries.stream().anyMatch(canary -> isIn(bytes, canary))) {
            found.add(where);
        }
    }

    private static boolean isIn(byte[] bytes, byte[] part) {
        for (int i = 0; i <= bytes.length - part.length; i++) {
            if (java.util.Arrays.equals(bytes, i, i + part.length, part, 0, part.length)) {
                return true;
            }
        }
        return false;
    }

    private static String digits(String phone) {
        return phone.replaceAll("\\D", "");
    }
}
