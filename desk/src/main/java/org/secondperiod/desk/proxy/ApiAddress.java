package org.secondperiod.desk.proxy;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which address of which service stands behind an address of the desk; of most there is none. */
public final class ApiAddress {

    private static final Pattern PATH = Pattern.compile("/api/(ingest|entry|outreach|reports)(/v1/.+)");

    /** Ways to leave {@code /v1} again, and what a service might read as one. */
    private static final Pattern ODD =
            Pattern.compile("//|/\\.|\\\\|%2f|%5c|%2e|[\\x00-\\x20]", Pattern.CASE_INSENSITIVE);

    private final Map<String, URI> services;

    public ApiAddress(ServicesConfig config) {
        this.services = Map.of(
                "ingest", config.ingest(),
                "entry", config.entry(),
                "outreach", config.outreach(),
                "reports", config.reports());
    }

    /**
     * Where to ask.
     *
     * @param path as it was asked, still encoded
     * @param query without the question mark
     */
    public Optional<URI> behind(String path, @Nullable String query) {
        Matcher matcher = PATH.matcher(path);
        if (!matcher.matches() || ODD.matcher(path).find()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    URI.create(services.get(matcher.group(1)) + matcher.group(2) + (query == null ? "" : "?" + query)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** An address of a service as the desk has it: {@code /outreach/v1/x} is {@code /api/outreach/v1/x}. Others stay as they are. */
    public static String asSeenHere(String location) {
        return location.replaceFirst("^(?:https?://[^/]+)?(/(?:ingest|entry|outreach|reports)/v1/)", "/api$1");
    }
}
