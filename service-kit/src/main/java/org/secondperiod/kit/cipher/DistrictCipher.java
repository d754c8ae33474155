package org.secondperiod.kit.cipher;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.secondperiod.events.Encrypted;

/**
 * AES-256-GCM under the district's keys: written under the current one, read under the one that a value names. Every value is
 * bound to its context (such as {@code roster.people.v1|student}), so that a ciphertext moved to another student does not open.
 */
@ApplicationScoped
public class DistrictCipher {

    private static final int IV_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final byte[] END_OF_CONTEXT = {0};

    private final KeyRing ring;
    private final SecureRandom random = new SecureRandom();

    public DistrictCipher(KeyRing ring) {
        this.ring = ring;
    }

    /** Encrypts under a fresh nonce. */
    public Encrypted encrypt(String context, byte[] plain) {
        var iv = new byte[IV_BYTES];
        random.nextBytes(iv);
        var base64 = Base64.getEncoder();
        byte[] ciphertext = run(Cipher.ENCRYPT_MODE, ring.currentKey(), context, iv, plain);
        return new Encrypted(ring.current(), base64.encodeToString(iv), base64.encodeToString(ciphertext));
    }

    /**
     * Decrypts.
     *
     * @throws UndecipherableException if the key, the context or the value is another one, or the value was changed
     */
    public byte[] decrypt(String context, Encrypted value) {
        SecretKey key = ring.key(value.keyId());
        try {
            var base64 = Base64.getDecoder();
            return run(Cipher.DECRYPT_MODE, key, context, base64.decode(value.iv()), base64.decode(value.ciphertext()));
        } catch (IllegalArgumentException e) {
            throw new UndecipherableException("not base64");
        }
    }

    /**
     * The same value under the current key.
     *
     * @throws UndecipherableException if it does not open
     */
    public Encrypted again(String context, Encrypted value) {
        Encrypted now = encrypt(context, decrypt(context, value));
        return value.version() == null ? now : now.withVersion(value.version());
    }

    /**
     * A mark that is equal for equal content in the same context, and tells nothing else of it to whoever lacks the index key:
     * beside a value that is encrypted to something new each time, it shows whether the value changed, also when the key that
     * it is encrypted under did. 128 bits, in base64.
     */
    public String mark(String context, byte[] content) {
        return Hmac.shortOf(ring.indexKey(), context.getBytes(StandardCharsets.UTF_8), END_OF_CONTEXT, content);
    }

    private static byte[] run(int mode, SecretKey key, String context, byte[] iv, byte[] input) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, iv));
            cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new UndecipherableException(e.getMessage());
        }
    }
}
