package org.secondperiod.kit.testing;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.crypto.spec.SecretKeySpec;

/** Bearer tokens that the application under test accepts. */
public final class TestTokens {

    /** Who issued them. */
    public static final String ISSUER = "https://issuer.test";

    private static final KeyPair KEYS = generate();

    private TestTokens() {}

    /** A system with these scopes (separated by spaces), for these schools ({@code *} for all). */
    public static String system(String subject, String scopes, String... schools) {
        return Jwt.subject(subject)
                .issuer(ISSUER)
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
                .issuer(ISSUER)
                .audience("second-period")
                .expiresIn(3600)
                .sign(KEYS.getPrivate());
    }

    /** A person whose identity provider says more than who it is. */
    public static String withClaims(String subject, Map<String, Object> claims) {
        var token = Jwt.subject(subject).issuer(ISSUER).audience("second-period");
        claims.forEach(token::claim);
        return token.expiresIn(3600).sign(KEYS.getPrivate());
    }

    /** A person who holds this role, and whose token was issued an hour before it ends. */
    public static String personUntil(Instant end, String subject, String role, String... schools) {
        TestGrants.of(subject).as(role, schools).hold();
        return Jwt.subject(subject)
                .issuer(ISSUER)
                .audience("second-period")
                .issuedAt(end.minus(Duration.ofHours(1)))
                .expiresAt(end)
                .sign(KEYS.getPrivate());
    }

    /** A system's token that allows {@code roster:write} at S1, with other claims and headers than it should have. */
    public static String odd(UnaryOperator<JwtClaimsBuilder> claims, Map<String, String> headers) {
        var signature = claims.apply(Jwt.subject("sync")
                        .issuer(ISSUER)
                        .audience("second-period")
                        .claim("scope", "roster:write")
                        .claim("schools", List.of("S1"))
                        .expiresIn(3600))
                .jws();
        headers.forEach(signature::header);
        return signature.sign(KEYS.getPrivate());
    }

    /** As {@link #odd}, signed with an algorithm whose key is a secret: here the public key, which anybody has. */
    public static String signedWithThePublicKeyAsSecret() {
        return Jwt.subject("sync")
                .issuer(ISSUER)
                .audience("second-period")
                .claim("scope", "roster:write")
                .claim("schools", List.of("S1"))
                .expiresIn(3600)
                .jws()
                .algorithm(SignatureAlgorithm.HS256)
                .sign(new SecretKeySpec(KEYS.getPublic().getEncoded(), "HmacSHA256"));
    }

    /** A token that ran out an hour ago. */
    public static String expired(String subject) {
        return Jwt.subject(subject)
                .issuer(ISSUER)
                .audience("second-period")
                .claim("schools", List.of("*"))
                .issuedAt(Instant.now().minus(Duration.ofHours(2)).getEpochSecond())
                .expiresAt(Instant.now().minus(Duration.ofHours(1)).getEpochSecond())
                .sign(KEYS.getPrivate());
    }

    /** A token that somebody else signed. */
    public static String forged(String subject) {
        return Jwt.subject(subject)
                .issuer(ISSUER)
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
