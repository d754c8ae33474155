package org.secondperiod.entry.signatures;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.Map;

/** The digests that a request names of its body (RFC 9530); those of algorithms that are not known, or no longer safe, do not count. */
public final class ContentDigest {

    /** The header. */
    public static final String HEADER = "Content-Digest";

    private static final Map<String, String> ALGORITHMS = Map.of("sha-256", "SHA-256", "sha-512", "SHA-512");

    private final Map<String, byte[]> digests;

    private ContentDigest(Map<String, byte[]> digests) {
        this.digests = digests;
    }

    /**
     * Reads the header.
     *
     * @throws UnreadableSignature where it has neither sha-256 nor sha-512, or is not of that form
     */
    public static ContentDigest read(String header) {
        FieldScanner in = new FieldScanner(HEADER, header);
        Map<String, byte[]> digests = new HashMap<>();
        do {
            String algorithm = in.key();
            in.expect('=');
            byte[] digest = in.bytes();
            String known = ALGORITHMS.get(algorithm);
            if (known != null) {
                digests.put(known, digest);
            }
        } while (in.nextMember());
        if (digests.isEmpty()) {
            throw in.bad("has neither sha-256 nor sha-512");
        }
        return new ContentDigest(digests);
    }

    /** Whether every digest that counts is the content's; compared in constant time. */
    public boolean matches(byte[] content) {
        boolean all = true;
        for (Map.Entry<String, byte[]> each : digests.entrySet()) {
            all &= MessageDigest.isEqual(each.getValue(), digest(each.getKey(), content));
        }
        return all;
    }

    private static byte[] digest(String algorithm, byte[] content) {
        try {
            return MessageDigest.getInstance(algorithm).digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
