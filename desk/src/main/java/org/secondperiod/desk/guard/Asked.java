package org.secondperiod.desk.guard;

import org.jspecify.annotations.Nullable;

/**
 * What a browser says of a request, and a page cannot change.
 *
 * @param method the HTTP method
 * @param path the path, without the query
 * @param host the host and port that were asked
 * @param origin {@code Origin}: whose page sends it; browsers name it wherever something may change
 * @param site {@code Sec-Fetch-Site}: how that page and the desk are related; older browsers do not say
 * @param requestedWith {@code X-Requested-With}: what a page of another origin cannot send without being asked back first
 */
public record Asked(
        String method,
        String path,
        @Nullable String host,
        @Nullable String origin,
        @Nullable String site,
        @Nullable String requestedWith) {

    boolean changes() {
        return !method.equals("GET") && !method.equals("HEAD") && !method.equals("OPTIONS");
    }
}
