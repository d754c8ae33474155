package org.secondperiod.entry.signatures;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * A new Ed25519 pair.
 *
 * @param privatePem the private key in PEM (PKCS #8), to be handed over once and kept nowhere
 */
public record FreshPair(VerifyingKey verifying, String privatePem) {

    /** Makes one. */
    public static FreshPair make() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            byte[] x509 = pair.getPublic().getEncoded();
            return new FreshPair(
                    VerifyingKey.read(Base64.getEncoder().encodeToString(x509)),
                    "-----BEGIN PRIVATE KEY-----\n"
                            + Base64.getEncoder()
                                    .encodeToString(pair.getPrivate().getEncoded())
                            + "\n-----END PRIVATE KEY-----\n");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Without the private key. */
    @Override
    public String toString() {
        return "FreshPair[" + verifying.base64() + "]";
    }
}
