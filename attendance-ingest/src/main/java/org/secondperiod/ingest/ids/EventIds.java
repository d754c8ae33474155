package org.secondperiod.ingest.ids;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Event ids derived from what identifies a fact. Each part is hashed with its length, so that parts cannot run together. */
public final class EventIds {

    /** 144 bits: 24 characters, and no two facts of a district ever share one by chance. */
    private static final int BYTES = 18;

    private static final int ABSENT = -1;

    private EventIds() {}

    /** The id of the fact that these parts identify; an absent part differs from an empty one. */
    public static String of(@Nullable String... parts) {
        var digest = sha256();
        var length = ByteBuffer.allocate(Integer.BYTES);
        for (var part : parts) {
            var bytes = part == null ? null : part.getBytes(StandardCharsets.UTF_8);
            digest.update(length.clear().putInt(bytes == null ? ABSENT : bytes.length).array());
            if (bytes != null) {
                digest.update(bytes);
            }
        }
        return Base64.getUrlEncoder().encodeToString(Arrays.copyOf(digest.digest(), BYTES));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
