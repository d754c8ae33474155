package org.secondperiod.local.stack;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The processes of the local stack, in the order in which they start. */
public enum Part {
    POSTGRES("postgres", 15432, ""),
    KAFKA("kafka", 9092, ""),
    ISSUER("issuer", 8090, ""),
    INGEST("attendance-ingest", 8081, "/ingest"),
    ENTRY("building-entry", 8082, "/entry"),
    OUTREACH("outreach-service", 8083, "/outreach"),
    REPORTING("reporting-service", 8084, "/reports"),
    DESK("desk", 8080, "");

    private static final List<Part> SERVICES = List.of(INGEST, ENTRY, OUTREACH, REPORTING, DESK);
    private static final Map<Part, String> DATABASES =
            Map.of(INGEST, "ingest", ENTRY, "entry", OUTREACH, "outreach", REPORTING, "reporting");
    private static final List<Part> INFRASTRUCTURE = List.of(POSTGRES, KAFKA, ISSUER);

    private final String label;
    private final int usualPort;
    private final String root;

    Part(String label, int usualPort, String root) {
        this.label = label;
        this.usualPort = usualPort;
        this.root = root;
    }

    /** The services, each a module of that name. */
    public static List<Part> services() {
        return SERVICES;
    }

    /** What the services need before they start. */
    public static List<Part> infrastructure() {
        return INFRASTRUCTURE;
    }

    /** A part by its label, or by the short name of its path (ingest, entry, outreach, reports). */
    public static Optional<Part> named(String name) {
        return Arrays.stream(values())
                .filter(part -> part.label.equals(name) || (!part.root.isEmpty() && part.root.equals("/" + name)))
                .findFirst();
    }

    /** What people call it; a service's is its module. */
    public String label() {
        return label;
    }

    /** The path all of its resources are under; empty when it is the origin itself. */
    public String root() {
        return root;
    }

    /** The name of its database; the desk has none. */
    public Optional<String> database() {
        return Optional.ofNullable(DATABASES.get(this));
    }

    public boolean isService() {
        return SERVICES.contains(this);
    }

    /** Where it listens when nothing moves the ports. */
    public int usualPort() {
        return usualPort;
    }
}
