package org.secondperiod.entry.readerkeys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.secondperiod.entry.EntryApi.doors;
import static org.secondperiod.entry.readerkeys.TestReader.scanOf;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.secondperiod.entry.EntryTopics;
import org.secondperiod.entry.readerkeys.SignedPost.Answer;
import org.secondperiod.events.ReaderChanged;
import org.secondperiod.events.Scan;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TestClock;
import org.secondperiod.kit.testing.TestTokens;

/** What a reader does by its own key: its own scans and heartbeats, and nothing else. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class SignedRequestsQuarkusTest {

    @Inject
    EntryTopics topics;

    @Inject
    TestClock clock;

    private TestReader reader;

    @BeforeEach
    void aReaderWithAKey() {
        reader = TestReader.registered();
    }

    @AfterEach
    void theClockStands() {
        clock.set(TestClock.START);
    }

    @Test
    void aSignedScanIsTaken() {
        Answer answer = reader.signingScan(reader.scan("S1")).send();

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(topics.scans(reader.readerId())).extracting(Scan::studentId).containsExactly("S1");
    }

    @Test
    void aSignedHeartbeatIsTaken() {
        Answer answer = beat(reader.readerId());

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(topics.awaitNews(reader.readerId(), 2))
                .extracting(ReaderChanged::kind)
                .contains(ReaderChanged.Kind.HEARTBEAT);
    }

    @Test
    void ofASignedBatchTheLinesOfOtherReadersAreRefused() {
        // Given lines of this reader and of another
        TestReader other = TestReader.registered();
        String lines = reader.scan("S1") + "\n" + other.scan("S2") + "\n" + reader.scan("S3") + "\n";

        // When they are signed by this one
        Answer answer = reader.signing("/entry/v1/scans/batch", "application/x-ndjson", lines)
                .send();

        // Then only its own are taken
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("\"accepted\":2", "\"rejected\":1", "\"line\":2", "another reader");
        assertThat(topics.scans(reader.readerId())).extracting(Scan::studentId).containsExactlyInAnyOrder("S1", "S3");
        assertThat(topics.scans(other.readerId())).isEmpty();
    }

    @Test
    void aSignedCsvOfUpToAMebibyteIsTaken() {
        StringBuilder csv = new StringBuilder("readerId,studentId,scannedAt\n");
        for (int i = 0; csv.length() < (1 << 20) - 100; i++) {
            csv.append(reader.readerId()).append(",S").append(i).append(",2026-10-14T08:00:00-04:00\n");
        }

        Answer answer = reader.signing("/entry/v1/scans/batch", "text/csv", csv.toString())
                .sendChunked();

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("\"rejected\":0");
    }

    @Test
    void itSpeaksForNoOtherReader() {
        TestReader other = TestReader.registered();

        assertThat(reader.signingScan(other.scan("S1")).send().problem()).isEqualTo("other-reader");
        assertThat(reader.signingScan(scanOf("R-nobody", "S1")).send().problem())
                .isEqualTo("other-reader");
        assertThat(beat(other.readerId()).problem()).isEqualTo("other-reader");
        assertThat(topics.scans(other.readerId())).isEmpty();
        doors().get("/v1/readers/" + other.readerId()).then().body("lastHeard", equalTo(null));
    }

    @Test
    void itReadsWhatWasWrongInItsOwnBatchesAndInNoOthers() {
        String mine = batchWithAnError(reader);
        String others = batchWithAnError(TestReader.registered());

        assertThat(get("/entry/v1/batches/" + mine + "/errors").body()).contains("\"line\":1");
        assertThat(get("/entry/v1/batches/" + others + "/errors").status()).isEqualTo(404);
    }

    @Test
    void itMayDoNothingElse() {
        String own = "/entry/v1/readers/" + reader.readerId();
        List<String> others = List.of(
                own,
                own + "/keys",
                "/entry/v1/readers",
                "/entry/v1/badges/conflicts",
                "/entry/v1/scans/unresolved",
                "/entry/v1/scans/quarantined",
                "/entry/v1/scans/expired");

        assertThat(others).allSatisfy(path -> assertThat(get(path).problem()).isEqualTo("not-allowed"));
        assertThat(reader.signing(own + "/keys", "application/json", "{}")
                        .send()
                        .problem())
                .isEqualTo("not-allowed");
        assertThat(reader.signing(own, "application/json", "{\"buildingId\":\"B-1\",\"name\":\"Mine\"}")
                        .method("PUT")
                        .send()
                        .problem())
                .isEqualTo("not-allowed");
        assertThat(reader.signing(own + "/keys/" + reader.keyId(), "application/json", "")
                        .method("DELETE")
                        .send()
                        .problem())
                .isEqualTo("not-allowed");
    }

    @Test
    void aTokenBesideASignatureIsWhatCounts() {
        Answer answer = reader.forged()
                .signingScan(scanOf(reader.readerId(), "S9"))
                .with("Authorization", "Bearer " + TestTokens.system("doors", "scans:write", "*"))
                .send();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(reader.signingScan(reader.scan("S9"))
                        .with("Authorization", "Bearer nonsense")
                        .send()
                        .problem())
                .isEqualTo("not-signed-in");
    }

    @Test
    void aSignaturesAgeIsByTheMachinesClockWhateverDayIsPlayed() {
        clock.set(Instant.parse("2026-10-14T12:00:00Z").minus(Duration.ofDays(400)));
        assertThat(reader.signing(
                                "/entry/v1/readers/" + reader.readerId() + "/heartbeat",
                                "application/json",
                                "{\"at\":\"2025-09-09T12:00:00Z\",\"queued\":0}")
                        .send()
                        .status())
                .isEqualTo(200);
    }

    @Test
    void ofTheSameSignedRequestSentManyTimesAtOnceOneIsTaken() throws Exception {
        SignedPost post = reader.signingScan(reader.scan("S1"));
        try (ExecutorService many = Executors.newFixedThreadPool(8)) {
            List<Callable<String>> sends = Stream.generate(
                            () -> (Callable<String>) () -> post.send().problem())
                    .limit(8)
                    .toList();

            List<Future<String>> answers = many.invokeAll(sends);

            assertThat(answers)
                    .extracting(Future::get)
                    .filteredOn("200"::equals)
                    .hasSize(1);
            assertThat(answers)
                    .extracting(Future::get)
                    .filteredOn("nonce-seen"::equals)
                    .hasSize(7);
        }
    }

    private static String batchWithAnError(TestReader sender) {
        Answer answer = sender.signing("/entry/v1/scans/batch", "application/x-ndjson", "{}")
                .send();
        return JsonPath.from(answer.body()).getString("batchId");
    }

    private Answer get(String path) {
        return reader.signing(path, "application/json", "").method("GET").send();
    }

    private Answer beat(String readerId) {
        return reader.signing(
                        "/entry/v1/readers/" + readerId + "/heartbeat",
                        "application/json",
                        "{\"at\":\"2026-10-14T08:00:00-04:00\",\"queued\":0}".getBytes(UTF_8))
                .send();
    }
}
