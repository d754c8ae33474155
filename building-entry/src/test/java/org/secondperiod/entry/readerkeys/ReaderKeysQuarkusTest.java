package org.secondperiod.entry.readerkeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.secondperiod.entry.EntryApi.as;
import static org.secondperiod.entry.EntryApi.id;
import static org.secondperiod.entry.EntryApi.reader;
import static org.secondperiod.entry.readerkeys.TestReader.issue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.secondperiod.entry.signatures.FreshPair;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TestLog;
import org.secondperiod.kit.testing.TestTokens;

/** Keys are issued, listed, rotated and revoked. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class ReaderKeysQuarkusTest {

    private static final String ADMIN = TestTokens.person("ada", "admin", "*");

    @Inject
    Jdbi jdbi;

    @Test
    void aPairThatIsMadeHereIsShownOnceAndKeptNowhere() {
        // Given a reader that cannot make a pair
        String readerId = reader();
        long end = TestLog.end();

        // When a key is issued
        ValidatableResponse answer = issue(readerId, "{}")
                .statusCode(201)
                .header("Cache-Control", "no-store")
                .body("key.keyId", startsWith("rk-"))
                .body("key.state", equalTo("VALID"))
                .body("key.createdBy", equalTo("ada"))
                .body("key.lastUsed", nullValue())
                .body("privateKey", startsWith("-----BEGIN PRIVATE KEY-----\n"));

        // Then the private key is neither listed, nor stored, nor logged
        String secret = answer.extract().<String>path("privateKey").split("\n")[1];
        list(readerId)
                .statusCode(200)
                .body("items.keyId", contains(answer.extract().<String>path("key.keyId")))
                .body("items[0]", not(hasItem("privateKey")));
        assertThat(list(readerId).extract().asString()).doesNotContain(secret).doesNotContain("PRIVATE");
        List<String> rows = jdbi.withHandle(handle -> handle.createQuery("SELECT k::text FROM reader_key k")
                .mapTo(String.class)
                .list());
        assertThat(rows).isNotEmpty().noneMatch(row -> row.contains(secret));
        assertThat(TestLog.since(end)).doesNotContain(secret);
    }

    @Test
    void theReadersOwnPublicKeyIsTakenAndSentAgainItChangesNothing() {
        String readerId = reader();
        String publicKey = FreshPair.make().verifying().base64();
        String pem = "-----BEGIN PUBLIC KEY-----\\n" + publicKey + "\\n-----END PUBLIC KEY-----\\n";

        String keyId = issue(readerId, "{\"publicKey\":\"" + pem + "\"}")
                .statusCode(201)
                .body("privateKey", nullValue())
                .body("key.publicKey", equalTo(publicKey))
                .extract()
                .path("key.keyId");

        issue(readerId, "{\"publicKey\":\"" + publicKey + "\"}").statusCode(201).body("key.keyId", equalTo(keyId));
        list(readerId).body("items.keyId", contains(keyId));
    }

    @Test
    void twoKeysAreValidAtOnceAndAThirdIsRefusedUntilOneIsRevoked() {
        // Given a reader whose key is being rotated
        TestReader old = TestReader.registered();
        TestReader fresh = TestReader.withNewKey(old.readerId());
        assertThat(old.signingScan(old.scan("S1")).send().status()).isEqualTo(200);
        assertThat(fresh.signingScan(fresh.scan("S2")).send().status()).isEqualTo(200);

        // When a third is asked for
        issue(old.readerId(), "{}")
                .statusCode(409)
                .body("type", equalTo("https://secondperiod.org/problems/reader-has-two-keys"));

        // Then it is given only once the first is revoked
        old.revoke();
        old.revoke();
        assertThat(old.signingScan(old.scan("S3")).send().problem()).isEqualTo("reader-key-revoked");
        assertThat(fresh.signingScan(fresh.scan("S3")).send().status()).isEqualTo(200);
        issue(old.readerId(), "{}").statusCode(201);
        list(old.readerId())
                .body("items.size()", equalTo(3))
                .body("items.find { it.keyId == '%s' }.state".formatted(old.keyId()), equalTo("REVOKED"))
                .body("items.find { it.keyId == '%s' }.revokedBy".formatted(old.keyId()), equalTo("ada"))
                .body("items.find { it.keyId == '%s' }.lastUsed".formatted(fresh.keyId()), notNullValue());
    }

    @Test
    void aPublicKeyIsNobodyElsesAndOnceRevokedNobodysAnyMore() {
        TestReader reader = TestReader.registered();
        String json = "{\"publicKey\":\"" + reader.publicKey().base64() + "\"}";

        issue(reader(), json)
                .statusCode(409)
                .body("type", equalTo("https://secondperiod.org/problems/reader-key-in-use"));
        reader.revoke();
        issue(reader.readerId(), json).statusCode(409);
    }

    @Test
    void aKeyThatHasEndedIsNotCountedAmongTheTwo() {
        TestReader first = TestReader.registered();
        TestReader.withNewKey(first.readerId());
        jdbi.useHandle(handle -> handle.createUpdate("UPDATE reader_key SET valid_until = now() WHERE key_id = :key")
                .bind("key", first.keyId())
                .execute());

        issue(first.readerId(), "{\"validUntil\":\"2190-01-01T00:00:00Z\"}")
                .statusCode(201)
                .body("key.validUntil", equalTo("2190-01-01T00:00:00Z"));
        assertThat(first.signingScan(first.scan("S1")).send().problem()).isEqualTo("reader-key-expired");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"publicKey\":\"S1\"}|publicKey",
                "{\"publicKey\":\"-----BEGIN PRIVATE KEY-----\"}|publicKey",
                "{\"publicKey\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\"}|publicKey",
                "{\"validUntil\":\"2020-01-01T00:00:00Z\"}|validUntil",
                "{\"keyId\":\"mine\"}|keyId"
            })
    void whatIsNoKeyIsRefusedByItsField(String json, String field) {
        issue(reader(), json).statusCode(422).body("violations.field", hasItem(containsString(field)));
    }

    @Test
    void aReaderThatIsNotRegisteredHasNoKeys() {
        String readerId = id("R");
        issue(readerId, "{}").statusCode(404).body("type", containsString("reader-not-registered"));
        list(readerId).statusCode(404);
        as(ADMIN).delete("/v1/readers/" + readerId + "/keys/rk-1").then().statusCode(404);
        as(ADMIN)
                .delete("/v1/readers/" + reader() + "/keys/"
                        + TestReader.registered().keyId())
                .then()
                .statusCode(404);
    }

    @Test
    void whoMaySendScansMayNotIssueKeys() {
        String readerId = reader();
        String keys = "/v1/readers/" + readerId + "/keys";
        String scansOnly = TestTokens.system("doors", "scans:write", "*");
        String keyScope = TestTokens.system("doors", "reader-keys:write", "*");

        as(scansOnly)
                .contentType("application/json")
                .body("{}")
                .post(keys)
                .then()
                .statusCode(403);
        as(scansOnly).get(keys).then().statusCode(403);
        as(keyScope)
                .contentType("application/json")
                .body("{}")
                .post(keys)
                .then()
                .statusCode(201);
        as(keyScope).get(keys).then().statusCode(200);
    }

    private static ValidatableResponse list(String readerId) {
        return as(ADMIN).get("/v1/readers/" + readerId + "/keys").then();
    }
}
