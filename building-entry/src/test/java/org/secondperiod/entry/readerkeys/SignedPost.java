package org.secondperiod.entry.readerkeys;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.restassured.RestAssured;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** A signed request, written as a vendor would from the standards: it shares no code with what verifies it. */
final class SignedPost {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final PrivateKey key;
    private final String keyId;
    private final String path;
    private final String type;
    private final byte[] body;
    private static final String COVERED = "(\"@method\" \"@path\" \"content-type\" \"content-digest\")";
    private String method = "POST";
    private String more = "";
    private String nonce = UUID.randomUUID().toString();
    private Instant created = Instant.EPOCH;
    private UnaryOperator<Map<String, String>> spoil = UnaryOperator.identity();

    SignedPost(PrivateKey key, String keyId, String path, String type, byte[] body) {
        this.key = key;
        this.keyId = keyId;
        this.path = path;
        this.type = type;
        this.body = body.clone();
    }

    SignedPost created(Instant moment) {
        created = moment;
        return this;
    }

    SignedPost nonce(String given) {
        nonce = given;
        return this;
    }

    /** With another method. */
    SignedPost method(String given) {
        method = given;
        return this;
    }

    /** Further parameters of the signature, each with its semicolon. */
    SignedPost parameters(String given) {
        more = given;
        return this;
    }

    /** A header that is put in place of the right one after everything was signed. */
    SignedPost with(String header, String value) {
        UnaryOperator<Map<String, String>> before = spoil;
        spoil = headers -> {
            Map<String, String> changed = new LinkedHashMap<>(before.apply(headers));
            changed.put(header, value);
            return changed;
        };
        return this;
    }

    /** The headers of the request. */
    Map<String, String> headers() {
        String digest = "sha-256=:" + base64(sha256(body)) + ":";
        String params = "%s;created=%d;keyid=\"%s\";nonce=\"%s\"%s"
                .formatted(COVERED, created.getEpochSecond(), keyId, nonce, more);
        String base =
                "\"@method\": %s\n\"@path\": %s\n\"content-type\": %s\n\"content-digest\": %s\n\"@signature-params\": %s"
                        .formatted(method, path, type, digest, params);
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", type);
        headers.put("Content-Digest", digest);
        headers.put("Signature-Input", "door=" + params);
        headers.put("Signature", "door=:" + base64(sign(base)) + ":");
        return spoil.apply(headers);
    }

    Answer send() {
        return send(path, body);
    }

    Answer sendBody(byte[] other) {
        return send(path, other);
    }

    Answer sendTo(String otherPath) {
        return send(otherPath, body);
    }

    /** Without saying how long it is. */
    Answer sendChunked() {
        return send(path, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));
    }

    private Answer send(String where, byte[] what) {
        return send(where, BodyPublishers.ofByteArray(what));
    }

    private Answer send(String where, HttpRequest.BodyPublisher what) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + where))
                .method(method, what);
        headers().forEach(request::header);
        try {
            return new Answer(HTTP.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What came back. */
    record Answer(HttpResponse<String> http) {

        int status() {
            return http.statusCode();
        }

        String body() {
            return http.body();
        }

        /** The last part of the problem's type, or the status where it is none. */
        String problem() {
            int at = body().indexOf("https://secondperiod.org/problems/");
            return at < 0
                    ? String.valueOf(status())
                    : body().substring(at + "https://secondperiod.org/problems/".length())
                            .split("\"", 2)[0];
        }
    }

    private byte[] sign(String base) {
        try {
            Signature signer = Signature.getInstance("Ed25519");
            signer.initSign(key);
            signer.update(base.getBytes(UTF_8));
            return signer.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
