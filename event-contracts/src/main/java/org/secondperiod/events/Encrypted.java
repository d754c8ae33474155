package org.secondperiod.events;

import org.jspecify.annotations.Nullable;

/**
 * A value under AES-256-GCM.
 *
 * @param keyId which of the district's keys
 * @param iv the 12-byte nonce, base64
 * @param ciphertext the ciphertext with its 16-byte tag, base64; the additional data is {@code topic|key}
 * @param version in the clear, of what is inside, for whoever orders values without opening them; a person has it, a detail
 *     has none
 */
public record Encrypted(
        String keyId,
        String iv,
        String ciphertext,
        @Nullable Long version) {

    /** A value of which there is one version only. */
    public Encrypted(String keyId, String iv, String ciphertext) {
        this(keyId, iv, ciphertext, null);
    }

    /** The same value, saying which version is inside. */
    public Encrypted withVersion(long inside) {
        return new Encrypted(keyId, iv, ciphertext, inside);
    }
}
