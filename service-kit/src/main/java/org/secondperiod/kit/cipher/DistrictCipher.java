package org.secondperiod.kit.cipher;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.secondperiod.events.Encrypted;

/**
 * AES-256-GCM under the district's key. Every value is bound to its context (such as {@code roster.people.v1|student}), so
 * that a ciphertext moved to another student does not open.
 */
@ApplicationScoped
public class DistrictCipher {

    private static final int IV_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY_BYTES = 32;
    private static final int MARK_BYTES = 16;
    private static final String MARK_ALGORITHM = "HmacSHA256";

    private final Optional<String> configuredKey;
    private final String keyId;
    private final SecureRandom random = new SecureRandom();
    private volatile @Nullable SecretKey key;
    private volatile @Nullable SecretKey markKey;

    /**
     * @param key {@code secondperiod.district.people-key}: 32 bytes in base64; a service that handles no people has none
     * @param keyId {@code secondperiod.district.people-key-id}: the key's name, written beside each value
     */
    public DistrictCipher(
            @ConfigProperty(name = "secondperiod.district.people-key") Optional<String> key,
            @ConfigProperty(name = "secondperiod.district.people-key-id", defaultValue = "k1") String keyId) {
        this.configuredKey = key;
        this.keyId = keyId;
    }

    /** Encrypts under a fresh nonce. */
    public Encrypted encrypt(String context, byte[] plain) {
        var iv = new byte[IV_BYTES];
        random.nextBytes(iv);
        var base64 = Base64.getEncoder();
        return new Encrypted(
                keyId, base64.encodeToString(iv), base64.encodeToString(run(Cipher.ENCRYPT_MODE, context, iv, plain)));
    }

    /**
     * Decrypts.
     *
     * @throws UndecipherableException if the key, the context or the value is another one, or the value was changed
     */
    public byte[] decrypt(String context, Encrypted value) {
        if (!value.keyId().equals(keyId)) {
            throw new UndecipherableException(
                    "encrypted under key " + value.keyId() + ", and this service has " + keyId);
        }
        try {
            var base64 = Base64.getDecoder();
            return run(Cipher.DECRYPT_MODE, context, base64.decode(value.iv()), base64.decode(value.ciphertext()));
        } catch (IllegalArgumentException e) {
            throw new UndecipherableException("not base64");
        }
    }

    /**
     * A mark that is equal for equal content in the same context, and tells nothing else of it to whoever lacks the key: beside
     * a value that is encrypted to something new each time, it shows whether the value changed. 128 bits, in base64.
     */
    public String mark(String context, byte[] content) {
        try {
            var mac = Mac.getInstance(MARK_ALGORITHM);
            mac.init(markKey());
            mac.update(context.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return Base64.getEncoder().withoutPadding().encodeToString(Arrays.copyOf(mac.doFinal(content), MARK_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of its own, so that a mark is nothing that was ever computed under the key itself. */
    private SecretKey markKey() throws GeneralSecurityException {
        SecretKey known = markKey;
        if (known == null) {
            var mac = Mac.getInstance(MARK_ALGORITHM);
            mac.init(new SecretKeySpec(key().getEncoded(), MARK_ALGORITHM));
            known = new SecretKeySpec(
                    mac.doFinal("second period marks".getBytes(StandardCharsets.UTF_8)), MARK_ALGORITHM);
            markKey = known;
        }
        return known;
    }

    private byte[] run(int mode, String context, byte[] iv, byte[] input) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key(), new GCMParameterSpec(TAG_BITS, iv));
            cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new UndecipherableException(e.getMessage());
        }
    }

    private SecretKey key() {
        SecretKey known = key;
        if (known == null) {
            known = readKey();
            key = known;
        }
        return known;
    }

    private SecretKey readKey() {
        var bytes = Base64.getDecoder()
                .decode(configuredKey.orElseThrow(() -> new IllegalStateException(
                        "secondperiod.district.people-key is not set; it is 32 bytes in base64")));
        if (bytes.length != KEY_BYTES) {
            throw new IllegalStateException(
                    "secondperiod.district.people-key must be 32 bytes, and is " + bytes.length);
        }
        return new SecretKeySpec(bytes, "AES");
    }
}
