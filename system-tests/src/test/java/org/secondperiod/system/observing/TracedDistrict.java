package org.secondperiod.system.observing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.secondperiod.embedded.LocalKafka;
import org.secondperiod.embedded.LocalPostgres;
import org.secondperiod.events.EnrolmentsChanged;
import org.secondperiod.events.Event;
import org.secondperiod.events.EventJson;
import org.secondperiod.events.ReaderChanged;
import org.secondperiod.events.Scan;
import org.secondperiod.events.Topic;
import org.secondperiod.events.Topics;
import org.secondperiod.local.clock.ClockFile;
import org.secondperiod.local.stack.Part;
import org.secondperiod.system.faults.ServiceProcess;
import org.secondperiod.system.faults.Tokens;

/**
 * A school of one door, with attendance-ingest and outreach-service as they are packaged and as an installation that collects traces and
 * logs sets them. Roster and door are told over the topics, marks over the API.
 */
final class TracedDistrict implements AutoCloseable {

    static final String SCHOOL = "canary-school-77";
    static final LocalDate DAY = LocalDate.of(2026, 10, 14);

    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final String BUILDING = "B-77";

    private final LocalPostgres postgres = LocalPostgres.temporary();
    private final LocalKafka kafka = LocalKafka.temporary();
    private final Path folder = Path.of("target", "observing").toAbsolutePath();
    private final ClockFile clock = new ClockFile(folder.resolve("clock.properties"));
    private final KafkaProducer<String, byte[]> producer;
    private final String sis = Tokens.of("sis", "marks:write roster:write");
    private final ServiceProcess ingest;
    private final ServiceProcess outreach;
    private long events;

    TracedDistrict(TraceCollector collector) {
        try {
            Files.createDirectories(folder);
            for (Part service : List.of(Part.INGEST, Part.OUTREACH)) {
                Files.deleteIfExists(log(service));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, Object> client = Map.of("bootstrap.servers", kafka.bootstrapServers());
        createTopicsOfDoors(client);
        producer = new KafkaProducer<>(client, new StringSerializer(), new ByteArraySerializer());
        it("07:30");
        ingest = start(Part.INGEST, "ingest", collector);
        outreach = start(Part.OUTREACH, "outreach", collector);
        ingest.awaitReady();
        outreach.awaitReady();
        setUpSchool();
    }

    private static void createTopicsOfDoors(Map<String, Object> client) {
        try (Admin admin = Admin.create(client)) {
            admin.createTopics(Stream.of(Topics.SCANS, Topics.READERS)
                            .map(topic -> new NewTopic(topic.name(), Topics.PARTITIONS, (short) 1))
                            .toList())
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private ServiceProcess start(Part service, String database, TraceCollector collector) {
        Map<String, String> settings = new HashMap<>();
        settings.put("quarkus.datasource.jdbc.url", postgres.createDatabase(database));
        settings.put("quarkus.flyway.username", LocalPostgres.USER);
        settings.put("quarkus.flyway.password", LocalPostgres.PASSWORD);
        settings.put("kafka.bootstrap.servers", kafka.bootstrapServers());
        settings.put("quarkus.oidc.public-key", Tokens.publicKey());
        settings.put("quarkus.oidc.token.issuer", "https://issuer.test");
        settings.put("secondperiod.access.first-admins", Tokens.OPERATOR);
        settings.put("secondperiod.district.id", "observed");
        settings.put("secondperiod.district.zone", ZONE.getId());
        settings.put("secondperiod.district.people-key", "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=");
        settings.put(
                "secondperiod.clock.file", folder.resolve("clock.properties").toString());
        settings.put("quarkus.log.console.json.enabled", "true");
        settings.put("quarkus.otel.sdk.disabled", "false");
        settings.put("quarkus.otel.exporter.otlp.endpoint", collector.address());
        settings.put("quarkus.otel.exporter.otlp.protocol", "http/protobuf");
        settings.put("quarkus.otel.traces.sampler.arg", "1.0");
        settings.put("quarkus.otel.bsp.schedule.delay", "200ms");
        return ServiceProcess.start(service, log(service), settings);
    }

    Path log(Part service) {
        return folder.resolve(service.label() + ".log");
    }

    private void setUpSchool() {
        put("/v1/schools/" + SCHOOL, """
                {"name":"Canary","zone":"%s","buildings":["%s"],"triggerPeriod":"1","sendsAttendanceTaken":false}""".formatted(ZONE, BUILDING));
        put("/v1/schools/" + SCHOOL + "/bell-schedules/regular", """
                {"effectiveFrom":"2026-09-01","remote":false,"periods":[
                  {"period":"1","start":"08:00","end":"08:41"},{"period":"2","start":"08:45","end":"09:26"}]}""");
        put("/v1/schools/" + SCHOOL + "/calendar", """
                {"days":[{"date":"%s","dayType":"regular"}]}""".formatted(DAY));
    }

    /** Now it is this time in New York. */
    void it(String time) {
        clock.set(at(time), 0);
    }

    private static Instant at(String time) {
        return DAY.atTime(LocalTime.parse(time)).atZone(ZONE).toInstant();
    }

    /** Students who are enrolled at the school; somebody else has come through its door. */
    void enrolled(List<String> students) {
        students.forEach(student -> tell(
                Topics.ENROLMENTS,
                new EnrolmentsChanged(
                        event(),
                        student,
                        List.of(new EnrolmentsChanged.Enrolment(SCHOOL, null, null, "9", "904", null, List.of())),
                        List.of(),
                        List.of(),
                        ++events,
                        at("07:30"))));
        tell(
                Topics.SCANS,
                new Scan(
                        event(),
                        event(),
                        "somebody",
                        "R-77",
                        BUILDING,
                        at("07:30"),
                        Scan.Direction.IN,
                        null,
                        null,
                        at("07:30")));
    }

    /** The door was heard from. */
    void heard(String time) {
        tell(
                Topics.READERS,
                new ReaderChanged(
                        event(),
                        ReaderChanged.Kind.HEARTBEAT,
                        "R-77",
                        BUILDING,
                        "Main door",
                        true,
                        null,
                        60,
                        at(time),
                        0,
                        null,
                        ++events,
                        at(time)));
    }

    private String event() {
        return "event-" + ++events;
    }

    private <T extends Event> void tell(Topic<T> topic, T event) {
        try {
            producer.send(new ProducerRecord<>(topic.name(), topic.key().apply(event), EventJson.write(event)))
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static String mark(String student, String code, String time) {
        return """
                {"studentId":"%s","schoolId":"%s","schoolDay":"%s","period":"1","code":"%s","takenAt":"%s"}""".formatted(student, SCHOOL, DAY, code, at(time));
    }

    /** Sends a mark, in a trace of the sender's own. */
    void send(String mark, String traceparent) {
        post("/v1/absence-marks", "application/json", mark, traceparent);
    }

    /** Sends marks, one a line. */
    void sendAll(List<String> marks) {
        post("/v1/absence-marks/batch", "application/x-ndjson", String.join("\n", marks), "");
    }

    private void put(String path, String body) {
        send(
                path,
                HttpRequest.newBuilder(ingest.uri(path))
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString(body)));
    }

    private void post(String path, String type, String body, String traceparent) {
        HttpRequest.Builder request = HttpRequest.newBuilder(ingest.uri(path))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body));
        if (!traceparent.isEmpty()) {
            request.header("traceparent", traceparent).header("tracestate", "vendor=canary-of-the-sender");
        }
        send(path, request);
    }

    private void send(String path, HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = ingest.send(request.header("Authorization", "Bearer " + sis));
            if (answer.statusCode() >= 300) {
                throw new AssertionError(path + ": " + answer.statusCode() + " " + answer.body());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The students of the open call tasks. */
    List<String> toCall() {
        try (var database = DriverManager.getConnection(
                        postgres.jdbcUrl("outreach"), LocalPostgres.USER, LocalPostgres.PASSWORD);
                var statement = database.createStatement();
                var rows = statement.executeQuery("SELECT student_id FROM call_task WHERE state = 'OPEN'")) {
            List<String> students = new ArrayList<>();
            while (rows.next()) {
                students.add(rows.getString(1));
            }
            return students;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        ingest.close();
        outreach.close();
        producer.close();
        kafka.close();
        postgres.close();
    }
}
