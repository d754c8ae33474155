package org.secondperiod.entry.readerkeys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.secondperiod.entry.EntryApi.doors;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.secondperiod.entry.EntryTopics;
import org.secondperiod.entry.readerkeys.SignedPost.Answer;
import org.secondperiod.entry.readerkeys.db.ReaderKeyStore;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TestDatabase;
import org.secondperiod.kit.testing.TestLog;

/** Whatever is wrong with a signed request: refused with its own problem, without effect, counted where it can be seen. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class RefusedSignaturesQuarkusTest {

    private static final int MEBIBYTE = 1 << 20;

    @Inject
    EntryTopics topics;

    private final Jdbi jdbi = TestDatabase.asOwner();

    @Inject
    NonceSweep sweep;

    private TestReader reader;

    @BeforeEach
    void aReaderWithAKey() {
        reader = TestReader.registered();
    }

    static Stream<Arguments> wrongs() {
        return Stream.of(
                wrong("signature-wrong", r -> scan(r.forged()).send()),
                wrong("signature-wrong", r -> scan(r).sendTo("/entry/v1/scans/batch")),
                wrong(
                        "signature-wrong",
                        r -> scan(r).with("Content-Type", "text/csv").send()),
                wrong(
                        "signature-wrong",
                        r -> scan(r).with("Content-Digest", digestOf("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="))
                                .send()),
                wrong(
                        "signature-wrong",
                        r -> scan(r).with("Signature", "door=:" + "A".repeat(86) + "==:")
                                .send()),
                wrong(
                        "signature-unreadable",
                        r -> scan(r).parameters(";alg=\"hmac-sha256\"").send()),
                wrong("signature-unreadable", r -> scan(r).nonce("short").send()),
                wrong("signature-unreadable", r -> scan(r).sendTo("/entry/v1/scans?dry=true")),
                wrong(
                        "signature-out-of-time",
                        r -> scan(r).created(Instant.now().minusSeconds(330)).send()),
                wrong(
                        "signature-out-of-time",
                        r -> scan(r).created(Instant.now().plusSeconds(330)).send()),
                wrong(
                        "signature-out-of-time",
                        r -> scan(r).parameters(";expires=1").send()),
                wrong("nonce-seen", r -> {
                    String nonce = UUID.randomUUID().toString();
                    assertThat(scan(r).nonce(nonce).send().status()).isEqualTo(200);
                    return r.signingScan(r.scan("S2")).nonce(nonce).send();
                }),
                wrong("body-changed", r -> scan(r).sendBody(r.scan("S2").getBytes(UTF_8))),
                wrong("body-changed", r -> scan(r).sendBody(new byte[0])),
                wrong("body-too-large", r -> large(r).send()),
                wrong("body-too-large", r -> large(r).sendChunked()),
                wrong("reader-key-revoked", r -> {
                    r.revoke();
                    return scan(r).send();
                }));
    }

    @ParameterizedTest
    @MethodSource("wrongs")
    void itIsRefusedAndCounted(String problem, Function<TestReader, Answer> send) {
        long end = TestLog.end();

        Answer answer = send.apply(reader);

        // Refused, with a problem that explains itself
        assertThat(answer.problem()).as(answer.body()).isEqualTo(problem);
        assertThat(answer.status()).isEqualTo(problem.equals("body-too-large") ? 413 : 401);
        assertThat(answer.body()).contains("\"instance\":\"/entry/v1/scans");
        if (answer.status() == 401) {
            assertThat(answer.http().headers().firstValue("Accept-Signature").orElse(""))
                    .contains("\"content-digest\"");
            assertThat(answer.http().headers().firstValue("WWW-Authenticate")).isPresent();
        }

        // Without effect, and seen at the reader
        assertThat(topics.scans(reader.readerId()))
                .noneMatch(scan -> scan.studentId().equals("S2"));
        JsonPath refused = awaitRefused(problem);
        assertThat(refused.getInt("refused.count")).isEqualTo(1);
        assertThat(refused.getString("refused.lastAt")).isEqualTo("2026-10-14T12:00:00Z");
        assertThat(TestLog.since(end)).contains("were refused: " + problem).doesNotContain("door=", "nonce=\"");
    }

    @Test
    void aKeyThatNobodyHasIsNobodysRefusal() {
        Answer answer = scan(reader.named("rk-00000000000000000000")).send();

        assertThat(answer.problem()).isEqualTo("reader-key-not-known");
        assertThat(scan(reader.named("r k")).send().problem()).isEqualTo("signature-unreadable");
        assertThat(scan(reader).with("Signature-Input", "nonsense").send().problem())
                .isEqualTo("signature-unreadable");
        assertThat(scan(reader)
                        .with("Signature", "door=:AAAA:, b=:AAAA:")
                        .send()
                        .problem())
                .isEqualTo("signature-unreadable");
        doors().get("/v1/readers/" + reader.readerId()).then().body("refused", equalTo(null));
    }

    @Test
    void whateverAStrangerSendsItMakesOneRowForAReader() {
        for (int i = 0; i < 50; i++) {
            assertThat(scan(reader.forged()).send().problem()).isEqualTo("signature-wrong");
        }

        await().atMost(Duration.ofSeconds(10)).until(() -> Integer.valueOf(50).equals(status().get("refused.count")));
        assertThat(count("SELECT count(*) FROM reader_refusal WHERE reader_id = :reader"))
                .isEqualTo(1);
        assertThat(count(
                        "SELECT count(*) FROM reader_nonce n JOIN reader_key USING (key_id) WHERE reader_id = :reader"))
                .isZero();
    }

    @Test
    void aStolenKeyStaysVisibleWhateverElseIsSent() {
        // Given a key that was revoked and is still used
        reader.revoke();
        scan(reader).send();
        awaitRefused("reader-key-revoked");

        // When somebody sends wrong signatures later
        scan(reader.forged()).send();

        // Then both are seen
        await().atMost(Duration.ofSeconds(10)).until(() -> Integer.valueOf(2).equals(status().get("refused.count")));
        assertThat(status().getList("refused.reasons.why", String.class))
                .containsExactlyInAnyOrder("reader-key-revoked", "signature-wrong");
    }

    @Test
    void whatAnotherReplicaRevokedOrSawHoldsHereAtOnce() {
        // Given a nonce that another replica has seen
        String nonce = UUID.randomUUID().toString();
        jdbi.useHandle(handle -> handle.createUpdate("INSERT INTO reader_nonce VALUES (:key, :nonce, now())")
                .bind("key", reader.keyId())
                .bind("nonce", nonce)
                .execute());
        assertThat(scan(reader).nonce(nonce).send().problem()).isEqualTo("nonce-seen");
        assertThat(scan(reader).send().status()).isEqualTo(200);

        // When another replica revokes the key
        jdbi.useHandle(handle -> handle.createUpdate("UPDATE reader_key SET revoked_at = now() WHERE key_id = :key")
                .bind("key", reader.keyId())
                .execute());

        // Then the next request is refused
        assertThat(scan(reader).send().problem()).isEqualTo("reader-key-revoked");
    }

    @Test
    void noncesAreForgottenOnceTheirSignaturesAreTooOld() {
        jdbi.useHandle(
                handle -> handle.createUpdate("""
                        INSERT INTO reader_nonce VALUES (:key, 'old-enough-to-go', now() - INTERVAL '16 minutes'),
                            (:key, 'too-young-to-go', now() - INTERVAL '14 minutes')""").bind("key", reader.keyId()).execute());

        sweep.sweep();

        List<String> left =
                jdbi.withHandle(handle -> handle.createQuery("SELECT nonce FROM reader_nonce WHERE key_id = :key")
                        .bind("key", reader.keyId())
                        .mapTo(String.class)
                        .list());
        assertThat(left).containsExactly("too-young-to-go");
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsNoFaultOfTheReader() {
        QuarkusMock.installMockForType(
                new ReaderKeyStore() {
                    @Override
                    public Optional<ReaderKey> find(Handle handle, String keyId) {
                        throw new ConnectionException(new SQLException("gone", "08006"));
                    }
                },
                ReaderKeyStore.class);

        Answer answer = scan(reader).send();

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.problem()).isEqualTo("unavailable");
        assertThat(answer.http().headers().firstValue("Retry-After")).isPresent();
    }

    private static SignedPost scan(TestReader reader) {
        return reader.signingScan(reader.scan("S1"));
    }

    private static SignedPost large(TestReader reader) {
        String line = reader.scan("S2") + "\n";
        String lines = IntStream.rangeClosed(0, MEBIBYTE / line.length())
                .mapToObj(i -> line)
                .collect(Collectors.joining());
        return reader.signing("/entry/v1/scans/batch", "application/x-ndjson", lines);
    }

    private static Arguments wrong(String problem, Function<TestReader, Answer> send) {
        return Arguments.of(problem, send);
    }

    private static String digestOf(String base64) {
        return "sha-256=:" + base64 + ":";
    }

    private JsonPath awaitRefused(String why) {
        await().atMost(Duration.ofSeconds(10)).until(() -> why.equals(status().getString("refused.lastWhy")));
        return status();
    }

    private JsonPath status() {
        return doors().get("/v1/readers/" + reader.readerId())
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private long count(String sql) {
        return jdbi.withHandle(handle -> handle.createQuery(sql)
                .bindMap(Map.of("reader", reader.readerId()))
                .mapTo(Long.class)
                .one());
    }
}
