package org.secondperiod.kit.testing;

import io.smallrye.jwt.build.Jwt;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Bearer tokens that the application under test accepts. */
public final class TestTokens {

    private static final KeyPair KEYS = generate();

    private TestTokens() {}

    /** A system with these scopes (separated by spaces), for these schools ({@code *} for all). */
    public static String system(String subject, String scopes, String... schools) {
        return Jwt.subject(subject)
                .issuer("https://issuer.test")
                .audience("second-period")
                .claim("scope", scopes)
                .claim("schools", List.of(schools))
                .expiresIn(3600)
                .sign(KEYS.getPrivate());
    }

    /** A person who holds this role at these schools, and nothing else. */
    public static String person(String subject, String role, String... schools) {
        return TestGrants.of(subject).as(role, schools).hold();
    }

    /** A person, whatever they hold: the token says who it is and no more. */
    public static String anybody(String subject) {
        return Jwt.subject(subject)
                .issuer("https://issuer.test")
                .audience("second-period")
                .expiresIn(3600)
                .sign(KEYS.getPrivate());
    }

    /** A person whose identity provider says more than who it is. */
    public static String withClaims(String subject, Map<String, Object> claims) {
        var token = Jwt.subject(subject).issuer("https://issuer.test").audience("second-period");
        claims.forEach(token::claim);
        return token.expiresIn(3600).sign(KEYS.getPrivate());
    }

    /** A person who holds this role, and whose token was issued an hour before it ends. */
    public static String personUntil(Instant end, String subject, String role, String... schools) {
        TestGrants.of(subject).as(role, schools).hold();
        return Jwt.subject(subject)
                .issuer("https://issuer.test")
                .audience("second-period")
                .issuedAt(end.minus(Duration.ofHours(1)))
                .expiresAt(end)
                .sign(KEYS.getPrivate());
    }

    /** A token that ran out an hour ago. */
    public static String expired(String subject) {
        return Jwt.subject(subject)
                .issuer("https://issuer.test")
                .audience("second-period")
                .claim("schools", List.of("*"))
                .issuedAt(Instant.now().minus(Duration.ofHours(2)).getEpochSecond())
                .expiresAt(Instant.now().minus(Duration.ofHours(1)).getEpochSecond())
                .sign(KEYS.getPrivate());
    }

    /** A token that somebody else signed. */
    public static String forged(String subject) {
        return Jwt.subject(subject)
                .issuer("https://issuer.test")
                .audience("second-period")
                .claim("schools", List.of("*"))
                .expiresIn(3600)
                .sign(generate().getPrivate());
    }

    static String publicKey() {
        return Base64.getEncoder().encodeToString(KEYS.getPublic().getEncoded());
    }

    private static KeyPair generate() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
