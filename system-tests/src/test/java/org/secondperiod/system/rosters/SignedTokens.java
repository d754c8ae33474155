package org.secondperiod.system.rosters;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/** Tokens of an issuer of which a service knows nothing but the public key. */
final class SignedTokens {

    private static final Duration LIFETIME = Duration.ofHours(12);

    private final KeyPair keys;

    SignedTokens() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            this.keys = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String publicKey() {
        return Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
    }

    /** A system with this scope, for all schools. */
    String system(String scope) {
        var now = Instant.now().getEpochSecond();
        var content = part("{\"alg\":\"RS256\",\"typ\":\"JWT\"}") + "."
                + part("""
                        {"iss":"https://issuer.test","sub":"roster-sync","aud":["second-period"],"scope":"%s","schools":["*"],\
                        "iat":%d,"exp":%d}""".formatted(scope, now, now + LIFETIME.toSeconds()));
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.getPrivate());
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String part(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
