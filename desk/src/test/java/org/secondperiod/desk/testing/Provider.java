package org.secondperiod.desk.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.smallrye.jwt.build.Jwt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * An identity provider that signs in whoever says a name, and keeps to the rules: a code counts once, with the proof and the
 * secret that belong to it.
 */
final class Provider {

    static final String SECRET = "a secret of a test that is long enough";

    /** How long tokens live, in seconds. */
    static final AtomicInteger LIFE = new AtomicInteger(3600);

    /** The session of each name's last sign-in. */
    static final Map<String, String> SESSIONS = new ConcurrentHashMap<>();

    private static final KeyPair KEYS = keys();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final HttpServer server;
    private final String issuer;
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
    private final Map<String, SignIn> refreshing = new ConcurrentHashMap<>();

    private record SignIn(String name, String session) {}

    Provider() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        issuer = "http://localhost:" + server.getAddress().getPort();
        server.createContext("/.well-known/openid-configuration", exchange -> json(exchange, 200, discovery()));
        server.createContext("/jwks", exchange -> json(exchange, 200, jwks()));
        server.createContext("/authorize", this::authorize);
        server.createContext("/token", this::token);
        server.start();
    }

    String issuer() {
        return issuer;
    }

    void stop() {
        server.stop(0);
    }

    private String discovery() {
        return """
                {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token",
                "jwks_uri":"%1$s/jwks","end_session_endpoint":"%1$s/endsession"}""".formatted(issuer);
    }

    private static String jwks() {
        var key = (RSAPublicKey) KEYS.getPublic();
        return """
                {"keys":[{"kty":"RSA","kid":"k","alg":"RS256","use":"sig","n":"%s","e":"%s"}]}""".formatted(unsigned(key.getModulus()), unsigned(key.getPublicExponent()));
    }

    private static String unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return BASE64.encodeToString(bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
    }

    /** Whoever posts a name is signed in by it. */
    private void authorize(HttpExchange exchange) throws IOException {
        var asked = parameters(exchange.getRequestURI().getRawQuery());
        asked.putAll(parameters(body(exchange)));
        var code = UUID.randomUUID().toString();
        codes.put(code, asked);
        exchange.getResponseHeaders()
                .add("Location", asked.get("redirect_uri") + "?code=" + code + "&state=" + asked.get("state"));
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private void token(HttpExchange exchange) throws IOException {
        var form = parameters(body(exchange));
        var basic = exchange.getRequestHeaders().getFirst("Authorization");
        var expected =
                "Basic " + Base64.getEncoder().encodeToString(("desk:" + SECRET).getBytes(StandardCharsets.UTF_8));
        if (!expected.equals(basic)) {
            json(exchange, 401, "{\"error\":\"invalid_client\"}");
            return;
        }
        if ("refresh_token".equals(form.get("grant_type"))) {
            var signIn = refreshing.get(form.get("refresh_token"));
            json(
                    exchange,
                    signIn == null ? 400 : 200,
                    signIn == null ? "{\"error\":\"invalid_grant\"}" : tokens(signIn, null));
            return;
        }
        var asked = codes.remove(form.getOrDefault("code", ""));
        if (asked == null
                || !challenge(form.get("code_verifier")).equals(asked.get("code_challenge"))
                || !asked.get("redirect_uri").equals(form.get("redirect_uri"))) {
            json(exchange, 400, "{\"error\":\"invalid_grant\"}");
            return;
        }
        var signIn = new SignIn(asked.get("username"), UUID.randomUUID().toString());
        SESSIONS.put(signIn.name(), signIn.session());
        json(exchange, 200, tokens(signIn, asked.get("nonce")));
    }

    private String tokens(SignIn signIn, String nonce) {
        var name = signIn.name();
        var refresh = UUID.randomUUID().toString();
        refreshing.put(refresh, signIn);
        var id = Jwt.issuer(issuer)
                .subject(name)
                .audience("desk")
                .claim("preferred_username", name)
                .claim("sid", signIn.session());
        if (nonce != null) {
            id.claim("nonce", nonce);
        }
        var access = Jwt.issuer(issuer)
                .subject(name)
                .audience("second-period")
                .claim("jti", UUID.randomUUID().toString());
        return """
                {"token_type":"Bearer","expires_in":%d,"id_token":"%s","access_token":"%s","refresh_token":"%s"}""".formatted(
                        LIFE.get(),
                        id.expiresIn(LIFE.get()).jws().keyId("k").sign(KEYS.getPrivate()),
                        access.expiresIn(LIFE.get()).jws().keyId("k").sign(KEYS.getPrivate()),
                        refresh);
    }

    /**
     * That a session has ended, as a provider tells it (OpenID Connect Back-Channel Logout 1.0).
     *
     * @param audience whom it tells
     * @param keys with which it is signed
     */
    static String logoutToken(String issuer, String session, String audience, KeyPair keys) {
        return Jwt.issuer(issuer)
                .audience(audience)
                .claim("sid", session)
                .claim("jti", UUID.randomUUID().toString())
                .claim("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()))
                .expiresIn(120)
                .jws()
                .keyId("k")
                .sign(keys.getPrivate());
    }

    static KeyPair ownKeys() {
        return KEYS;
    }

    private static String challenge(String verifier) {
        try {
            return BASE64.encodeToString(MessageDigest.getInstance("SHA-256")
                    .digest(String.valueOf(verifier).getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static KeyPair keys() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> parameters(String text) {
        return Arrays.stream(text == null ? new String[0] : text.split("&"))
                .filter(each -> each.contains("="))
                .collect(Collectors.toMap(
                        each -> each.substring(0, each.indexOf('=')),
                        each -> URLDecoder.decode(each.substring(each.indexOf('=') + 1), StandardCharsets.UTF_8)));
    }

    private static String body(HttpExchange exchange) throws IOException {
        return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static void json(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
