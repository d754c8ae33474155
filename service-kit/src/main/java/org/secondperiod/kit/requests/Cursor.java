package org.secondperiod.kit.requests;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.secondperiod.kit.problems.Problems;

/** An opaque place in a listing: the sort key of the last row shown. */
public final class Cursor {

    private static final String SEPARATOR = "\u001f";

    private Cursor() {}

    /** Makes a cursor from the last row's sort key. */
    public static String encode(Object... sortKey) {
        var text = Arrays.stream(sortKey).map(String::valueOf).collect(Collectors.joining(SEPARATOR));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads a cursor back.
     *
     * @param parts how many parts its sort key has; another number is a problem for the client (422)
     */
    public static List<String> decode(String cursor, int parts) {
        try {
            var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            var key = List.of(text.split(SEPARATOR, -1));
            if (key.size() == parts) {
                return key;
            }
        } catch (IllegalArgumentException ignored) {
            // answered below, like a cursor of another listing
        }
        throw Problems.field("cursor", "is not a cursor of this listing; take it from nextCursor or leave it out");
    }
}
