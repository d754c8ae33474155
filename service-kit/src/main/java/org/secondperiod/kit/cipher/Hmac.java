package org.secondperiod.kit.cipher;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** HMAC with SHA-256 (RFC 2104). */
final class Hmac {

    static final String ALGORITHM = "HmacSHA256";

    private static final int SHORT_BYTES = 16;

    private Hmac() {}

    /** Over all parts, one after the other. */
    static byte[] of(SecretKey key, byte[]... parts) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first 128 bits, in base64. */
    static String shortOf(SecretKey key, byte[]... parts) {
        return Base64.getEncoder().withoutPadding().encodeToString(Arrays.copyOf(of(key, parts), SHORT_BYTES));
    }

    /** A key of its own for a purpose; it tells nothing of the one that it is made of. */
    static SecretKey derived(SecretKey key, byte[] purpose) {
        return new SecretKeySpec(of(key, purpose), ALGORITHM);
    }
}
