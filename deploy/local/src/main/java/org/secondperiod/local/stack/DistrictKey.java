package org.secondperiod.local.stack;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A key of the district.
 *
 * @param index whether it is the index key, under which nothing lies
 */
public record DistrictKey(String id, String base64, boolean index) {

    /** The key itself. */
    public byte[] bytes() {
        return Base64.getDecoder().decode(base64);
    }

    /** What tells it from others and nothing of it: the first half of its SHA-256. Services show the same. */
    public String fingerprint() {
        return fingerprint(bytes());
    }

    /** The fingerprint of what may be a key. */
    public static String fingerprint(byte[] key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key);
            return HexFormat.of().formatHex(hash, 0, hash.length / 2);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Never the key. */
    @Override
    public String toString() {
        return id + " " + fingerprint();
    }
}
