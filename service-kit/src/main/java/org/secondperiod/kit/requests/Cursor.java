package org.secondperiod.kit.requests;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.secondperiod.kit.input.Texts;
import org.secondperiod.kit.problems.Problems;

/** An opaque place in a listing: the sort key of the last row shown. */
public final class Cursor {

    private static final String SEPARATOR = "\u001f";

    /** Begins every cursor, so that other text which happens to be Base64 is told from one. */
    private static final String MARK = "sp1" + SEPARATOR;

    private Cursor() {}

    /** Makes a cursor from the last row's sort key. */
    public static String encode(Object... sortKey) {
        var text = Arrays.stream(sortKey).map(String::valueOf).collect(Collectors.joining(SEPARATOR, MARK, ""));
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
            var key = text.startsWith(MARK)
                    ? List.of(text.substring(MARK.length()).split(SEPARATOR, -1))
                    : List.<String>of();
            if (key.size() == parts && key.stream().allMatch(part -> Texts.fault(part) == null)) {
                return key;
            }
        } catch (IllegalArgumentException ignored) {
            // answered below, like a cursor of another listing
        }
        throw none();
    }

    /** A part of a sort key that is a whole number; another one is a problem for the client (422). */
    public static long number(String part) {
        try {
            return Long.parseLong(part);
        } catch (NumberFormatException e) {
            throw none();
        }
    }

    private static HttpProblem none() {
        return Problems.field("cursor", "is not a cursor of this listing; take it from nextCursor or leave it out");
    }
}
