package org.secondperiod.entry.signatures;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a signature can cover of a request, as it was sent.
 *
 * @param method in upper case
 * @param path the path as it was asked for, not decoded
 * @param query what follows the question mark, none where there is none
 * @param authority host, and port unless it is the scheme's own, in lower case
 * @param fields the values of a header by its name, whatever its case; empty where there is none
 */
public record RequestHead(
        String method,
        String path,
        @Nullable String query,
        @Nullable String authority,
        Function<String, List<String>> fields) {

    /** A header's value as signatures take it (RFC 9421, 2.1): all lines of it in one; none where there is none. */
    public @Nullable String field(String name) {
        List<String> lines = fields.apply(name);
        return lines.isEmpty() ? null : lines.stream().map(String::strip).collect(Collectors.joining(", "));
    }

    /** A header that must be there. */
    public String required(String name) {
        String value = field(name);
        if (value == null) {
            throw new UnreadableSignature("The header " + name + " is missing");
        }
        return value;
    }
}
