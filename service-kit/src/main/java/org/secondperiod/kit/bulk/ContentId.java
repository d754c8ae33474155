package org.secondperiod.kit.bulk;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** An identity made of content: the first 128 bits of a SHA-256. The same content has the same id, whenever and however often. */
public record ContentId(long high, long low) {

    private static final char SEPARATOR = '\u001f';
    private static final char ABSENT = '\u001e';

    /** The id of these parts in this order; a part that is absent differs from one that is empty. */
    public static ContentId of(@Nullable Object... parts) {
        StringBuilder text = new StringBuilder(160);
        for (Object part : parts) {
            text.append(part == null ? ABSENT : part).append(SEPARATOR);
        }
        ByteBuffer hash = ByteBuffer.wrap(sha256().digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        return new ContentId(hash.getLong(), hash.getLong());
    }

    /** 32 hexadecimal digits. */
    public String text() {
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(high) + hex.toHexDigits(low);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
