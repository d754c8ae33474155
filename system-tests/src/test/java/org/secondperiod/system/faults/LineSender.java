package org.secondperiod.system.faults;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;

/**
 * Sends batches of lines to a service all the time, a line about each of as many students, and sends each batch again until it
 * is acknowledged. Half of the batches carry ids of the sender's own.
 */
final class LineSender implements AutoCloseable {

    /** The school {@code S1} that the lines are about, and its reader {@code R1}. */
    static final String SCHOOL = "{\"name\":\"A school\",\"buildings\":[\"B1\"]}";

    static final String READER = "{\"buildingId\":\"B1\",\"name\":\"Main door\"}";

    private static final int BATCH = 100;

    private final String name;
    private final Kind kind;
    private final Supplier<ServiceProcess> service;
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final Map<Integer, Integer> answers = new ConcurrentHashMap<>();
    private final Thread thread;
    private volatile boolean running = true;

    /** What is sent. */
    enum Kind {
        MARKS("/v1/absence-marks/batch", "marks:write", "markId"),
        SCANS("/v1/scans/batch", "scans:write", "scanId");

        private final String path;
        private final String scope;
        private final String idField;

        Kind(String path, String scope, String idField) {
            this.path = path;
            this.scope = scope;
            this.idField = idField;
        }

        /** A line about a student as systems send it. */
        String line(String student) {
            return switch (this) {
                case MARKS -> """
                    {"studentId":"%s","schoolId":"S1","schoolDay":"2026-09-08","period":"1","code":"A","takenAt":"2026-09-08T08:20:00-04:00"}""".formatted(student);
                case SCANS -> """
                    {"studentId":"%s","readerId":"R1","scannedAt":"2026-09-08T08:01:00-04:00"}""".formatted(student);
            };
        }
    }

    LineSender(String name, Kind kind, Supplier<ServiceProcess> service) {
        this.name = name;
        this.kind = kind;
        this.service = service;
        this.thread = Thread.ofVirtual().start(this::run);
    }

    private void run() {
        for (int batch = 0; running; batch++) {
            var students = IntStream.range(batch * BATCH, (batch + 1) * BATCH)
                    .mapToObj(number -> name + "-" + number)
                    .toList();
            boolean ownIds = batch % 2 == 0;
            while (running && !send(students, ownIds)) {
                Outages.lasts(Duration.ofMillis(200));
            }
        }
    }

    private boolean send(List<String> students, boolean ownIds) {
        var body = students.stream()
                .map(student -> ownIds
                        ? kind.line(student).replace("}", ",\"%s\":\"%s\"}".formatted(kind.idField, student))
                        : kind.line(student))
                .collect(joining("\n"));
        try {
            var process = service.get();
            var answer = process.send(HttpRequest.newBuilder(process.uri(kind.path))
                    .header("Authorization", "Bearer " + Tokens.of("sender", kind.scope))
                    .header("Content-Type", "application/x-ndjson")
                    .POST(BodyPublishers.ofString(body)));
            answers.merge(answer.statusCode(), 1, Integer::sum);
            if (answer.statusCode() == 200) {
                acknowledged.addAll(students);
                return true;
            }
            return false;
        } catch (IOException unknown) {
            return false; // whether it was taken is not known
        }
    }

    /** The students about whom a line was acknowledged so far. */
    Set<String> acknowledged() {
        return acknowledged;
    }

    /** How often which status came. */
    Map<Integer, Integer> answers() {
        return answers;
    }

    /** Waits until so many are acknowledged: without help from anybody. */
    void awaitAcknowledged(int count) {
        Awaitility.await().atMost(Duration.ofSeconds(120)).until(() -> acknowledged.size() >= count);
    }

    void stop() {
        running = false;
        try {
            thread.join(Duration.ofSeconds(60));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        stop();
    }
}
