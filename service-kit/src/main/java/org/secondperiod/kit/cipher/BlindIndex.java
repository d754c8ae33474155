package org.secondperiod.kit.cipher;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import javax.crypto.SecretKey;

/**
 * Finds encrypted phone numbers: equal numbers have equal entries, and an entry tells nothing of its number to whoever lacks
 * the index key. Whoever has that key finds each number by trying all of them, so it is as secret as the others.
 */
@ApplicationScoped
public class BlindIndex {

    private final KeyRing ring;

    public BlindIndex(KeyRing ring) {
        this.ring = ring;
    }

    /** The entry of a number in E.164. 128 bits, in base64. */
    public String entry(String e164) {
        return Hmac.shortOf(key(), utf8(e164));
    }

    /** Which index key entries are made with: the same for the same key. */
    public String madeWith() {
        return Hmac.shortOf(key(), utf8("which key"));
    }

    private SecretKey key() {
        return Hmac.derived(ring.indexKey(), utf8("second period numbers"));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
