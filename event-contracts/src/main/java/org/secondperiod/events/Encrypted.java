package org.secondperiod.events;

/**
 * A value under AES-256-GCM.
 *
 * @param keyId which of the district's keys
 * @param iv the 12-byte nonce, base64
 * @param ciphertext the ciphertext with its 16-byte tag, base64; the additional data is {@code topic|key}
 */
public record Encrypted(String keyId, String iv, String ciphertext) {}
