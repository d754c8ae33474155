package org.secondperiod.system.observing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.secondperiod.system.observing.TracedDistrict.SCHOOL;
import static org.secondperiod.system.observing.TracedDistrict.mark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.secondperiod.local.stack.Part;
import org.secondperiod.system.observing.TraceCollector.Collected;

/** One trace leads from a mark to its call task, over both services and their topics; and what is logged can be searched. */
@TestMethodOrder(OrderAnnotation.class)
class TracesAndLogsTest {

    private static final String BEFORE = "canary-student-1";
    private static final String AFTER = "canary-student-2";
    private static final List<String> TOGETHER = List.of("canary-student-3", "canary-student-4", "canary-student-5");
    private static final String SENDERS_TRACE = "0af7651916cd43dd8448eb211c80319c";

    private static final String REQUEST = "attendance-ingest: POST /v1/absence-marks";
    private static final String TO_MARKS = "attendance-ingest: send attendance.marks.v1";
    private static final String FROM_MARKS = "outreach-service: process attendance.marks.v1";
    private static final String TO_TASKS = "send outreach.call-tasks.v1";

    private static final Pattern OF_THE_JVM = Pattern.compile("(WARNING|NOTE): |.*Server VM warning: ");

    private static TraceCollector collector;
    private static TracedDistrict district;

    @BeforeAll
    static void start() {
        collector = new TraceCollector();
        district = new TracedDistrict(collector);
        List<String> students = new ArrayList<>(TOGETHER);
        students.addAll(List.of(BEFORE, AFTER));
        district.enrolled(students);
    }

    @AfterAll
    static void end() {
        district.close();
        collector.close();
    }

    @Test
    @Order(1)
    void aMarkBeforeTheCutOffAndTheTaskThatTheCutOffOpensAreOneTrace() {
        // Given a mark whose sender traces too
        district.it("08:25");
        district.heard("08:25");
        district.send(mark(BEFORE, "A", "08:20"), "00-" + SENDERS_TRACE + "-b7ad6b7169203331-01");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(collector.named("process attendance.marks.v1"))
                        .isNotEmpty());

        // When the cut-off comes
        district.it("08:44");
        district.heard("08:44");

        // Then the call that it opens goes on with the trace of the mark
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(
                                collector.named(TO_TASKS).stream().map(collector::upwards))
                        .contains(List.of(
                                "outreach-service: " + TO_TASKS, "outreach-service: look again", TO_MARKS, REQUEST)));
        assertThat(district.toCall()).contains(BEFORE);

        // And the sender's trace is a link, and not the parent
        Collected request = collector.named("POST /v1/absence-marks").getFirst();
        assertThat(request.trace()).isNotEqualTo(SENDERS_TRACE);
        assertThat(request.links()).containsExactly(SENDERS_TRACE);
    }

    @Test
    @Order(2)
    void aMarkAfterTheCutOffAndTheTaskThatItOpensAreOneTrace() {
        district.it("08:50");
        district.heard("08:50");

        district.send(mark(AFTER, "A", "08:49"), "");

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(collector.named(TO_TASKS).stream().map(collector::upwards))
                                .contains(List.of("outreach-service: " + TO_TASKS, FROM_MARKS, TO_MARKS, REQUEST)));
        assertThat(district.toCall()).contains(AFTER);
    }

    @Test
    @Order(3)
    void eachLineOfAFileIsATraceOfItsOwnThatLeadsToTheFile() {
        district.it("08:52");
        district.heard("08:52");

        district.sendAll(
                TOGETHER.stream().map(student -> mark(student, "A", "08:51")).toList());

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(collector.named("POST /v1/absence-marks/batch")).hasSize(1);
            String file =
                    collector.named("POST /v1/absence-marks/batch").getFirst().trace();
            assertThat(collector.named("send attendance.marks.v1").stream()
                            .filter(span -> span.links().contains(file)))
                    .hasSize(TOGETHER.size())
                    .extracting(Collected::trace)
                    .doesNotHaveDuplicates()
                    .doesNotContain(file);
            assertThat(collector.named(TO_TASKS).stream().map(collector::upwards))
                    .filteredOn(path -> path.equals(List.of("outreach-service: " + TO_TASKS, FROM_MARKS, TO_MARKS)))
                    .hasSize(TOGETHER.size());
        });
    }

    @Test
    @Order(4)
    void everyLineOfALogIsJsonAndItsKeysAreFields() throws IOException {
        district.it("08:53");
        district.send(mark(BEFORE, "ZZ", "08:52"), "");

        await().atMost(Duration.ofSeconds(30))
                .ignoreExceptionsInstanceOf(IOException.class)
                .untilAsserted(() -> assertThat(lines(Part.INGEST)).anySatisfy(line -> {
                    assertThat(line.path("message").asText()).contains("wait in quarantine");
                    assertThat(line.at("/mdc/schoolId").asText()).isEqualTo(SCHOOL);
                    assertThat(collector.named("POST /v1/absence-marks"))
                            .extracting(Collected::trace)
                            .contains(line.at("/mdc/traceId").asText());
                }));
        assertThat(Stream.concat(lines(Part.INGEST).stream(), lines(Part.OUTREACH).stream()))
                .hasSizeGreaterThan(5)
                .allSatisfy(line -> {
                    assertThat(line.path("timestamp").asText()).matches("\\d{4}-\\d\\d-\\d\\dT.*");
                    assertThat(line.path("level").asText()).isNotEmpty();
                    assertThat(line.path("loggerName").asText()).isNotEmpty();
                    assertThat(line.path("message").isTextual()).isTrue();
                    assertThat(line.path("service").asText()).isIn("attendance-ingest", "outreach-service");
                    assertThat(line.path("district").asText()).isEqualTo("observed");
                });
    }

    @Test
    @Order(5)
    void noSpanSaysOfWhomItIs() {
        assertThat(collector.all())
                .hasSizeGreaterThan(20)
                .allSatisfy(span -> assertThat(span.raw()).doesNotContain("canary", "somebody", "B-77"));
        assertThat(collector.all())
                .flatExtracting(span -> span.attributes().values())
                .noneMatch(value -> value.toString().contains("?"));
        assertThat(collector.all())
                .flatExtracting(span -> span.attributes().keySet())
                .isSubsetOf(
                        "http.request.method",
                        "http.route",
                        "http.response.status_code",
                        "messaging.system",
                        "messaging.destination.name",
                        "messaging.consumer.group.name",
                        "messaging.operation.type",
                        "messaging.operation.name",
                        "error.type");
    }

    /** Each line as an object; what the JVM itself says before the service begins is none. */
    private static List<JsonNode> lines(Part service) throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(district.log(service))) {
            if (!OF_THE_JVM.matcher(line).lookingAt() && !line.isBlank()) {
                lines.add(json.readTree(line));
            }
        }
        return lines;
    }
}
