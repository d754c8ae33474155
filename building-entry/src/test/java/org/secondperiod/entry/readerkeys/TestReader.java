package org.secondperiod.entry.readerkeys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.secondperiod.entry.EntryApi.as;
import static org.secondperiod.entry.EntryApi.reader;

import io.restassured.response.ValidatableResponse;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Base64;
import org.secondperiod.entry.signatures.VerifyingKey;
import org.secondperiod.kit.testing.TestTokens;

/** A door controller with a key pair of its own. */
final class TestReader {

    private final String readerId;
    private final KeyPair pair;
    private final String keyId;

    private TestReader(String readerId, KeyPair pair, String keyId) {
        this.readerId = readerId;
        this.pair = pair;
        this.keyId = keyId;
    }

    /** One that only signs. */
    static TestReader unregistered(String readerId) {
        return new TestReader(readerId, newPair(), "rk-none");
    }

    /** A registered reader whose public key is registered. */
    static TestReader registered() {
        return withNewKey(reader());
    }

    /** The same reader with a key more. */
    static TestReader withNewKey(String readerId) {
        KeyPair pair = newPair();
        String keyId = issue(readerId, "{\"publicKey\":\"" + base64(pair) + "\"}")
                .statusCode(201)
                .extract()
                .path("key.keyId");
        return new TestReader(readerId, pair, keyId);
    }

    /** The same key id, and another private key. */
    TestReader forged() {
        return new TestReader(readerId, newPair(), keyId);
    }

    /** The same key under another id. */
    TestReader named(String otherKeyId) {
        return new TestReader(readerId, pair, otherKeyId);
    }

    static ValidatableResponse issue(String readerId, String json) {
        return as(TestTokens.person("ada", "admin", "*"))
                .contentType("application/json")
                .body(json)
                .post("/v1/readers/" + readerId + "/keys")
                .then();
    }

    void revoke() {
        as(TestTokens.person("ada", "admin", "*"))
                .delete("/v1/readers/" + readerId + "/keys/" + keyId)
                .then()
                .statusCode(204);
    }

    String readerId() {
        return readerId;
    }

    String keyId() {
        return keyId;
    }

    VerifyingKey publicKey() {
        return VerifyingKey.read(base64(pair));
    }

    /** A scan of its own of a student, at 08:00 on the tests' day. */
    String scan(String studentId) {
        return scanOf(readerId, studentId);
    }

    static String scanOf(String readerId, String studentId) {
        return "{\"readerId\":\"%s\",\"studentId\":\"%s\",\"scannedAt\":\"2026-10-14T08:00:00-04:00\"}"
                .formatted(readerId, studentId);
    }

    SignedPost signing(String path, String type, String body) {
        return signing(path, type, body.getBytes(UTF_8));
    }

    SignedPost signing(String path, String type, byte[] body) {
        return new SignedPost(pair.getPrivate(), keyId, path, type, body).created(Instant.now());
    }

    SignedPost signingScan(String json) {
        return signing("/entry/v1/scans", "application/json", json);
    }

    private static KeyPair newPair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(KeyPair pair) {
        return Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
    }
}
