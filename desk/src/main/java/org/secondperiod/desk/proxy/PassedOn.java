package org.secondperiod.desk.proxy;

import java.util.List;

/** The headers that cross the desk. Everything else stays on its side: cookies above all. */
public final class PassedOn {

    /** From the browser to a service. */
    public static final List<String> ASKING = List.of(
            "Accept",
            "Accept-Language",
            "Content-Type",
            "Idempotency-Key",
            "If-Match",
            "If-None-Match",
            "Last-Event-ID",
            "Prefer");

    /** From a service to the browser. */
    public static final List<String> ANSWERING = List.of(
            "Allow",
            "Cache-Control",
            "Content-Disposition",
            "Content-Language",
            "Content-Security-Policy",
            "Content-Type",
            "ETag",
            "Last-Modified",
            "Link",
            "Retry-After",
            "X-Request-Id");

    private PassedOn() {}
}
