package org.secondperiod.system.faults;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;

/** Bearer tokens of systems and of one person, signed with a key that the services are told to trust: no issuer stands between a fault and a test. */
public final class Tokens {

    /** An administrator by configuration. */
    public static final String OPERATOR = "operator";

    private static final KeyPair KEYS = keys();

    private Tokens() {}

    public static String publicKey() {
        return Base64.getEncoder().encodeToString(KEYS.getPublic().getEncoded());
    }

    /** A person, whom the services' configuration makes an administrator. */
    public static String operator() {
        return of(OPERATOR, "");
    }

    /** A system with these scopes, separated by spaces, for all schools. */
    public static String of(String subject, String scopes) {
        long now = Instant.now().getEpochSecond();
        var claims = """
                {"sub":"%s","iss":"https://issuer.test","aud":"second-period","scope":"%s","schools":["*"],\
                "iat":%d,"exp":%d}""".formatted(subject, scopes, now, now + 36_000);
        var content = encoded("{\"alg\":\"RS256\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8)) + "."
                + encoded(claims.getBytes(StandardCharsets.UTF_8));
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(KEYS.getPrivate());
            signature.update(content.getBytes(StandardCharsets.UTF_8));
            return content + "." + encoded(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static KeyPair keys() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
