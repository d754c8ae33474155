package org.secondperiod.desk.welcome;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * One of the four services.
 *
 * @param name as people say it
 * @param purpose what comes in or goes out there
 * @param root where it is
 */
public record Service(String name, String purpose, URI root) {

    /** The four, as seen from a desk at this address. */
    static List<Service> around(URI desk, WelcomeConfig config) {
        return List.of(
                new Service(
                        "Attendance ingest",
                        "Absence marks, attendance taken, known absences, rosters, bells and calendars: everything from a student information system.",
                        root(config.ingest(), desk, 1, "/ingest")),
                new Service(
                        "Building entry",
                        "Scans, readers, heartbeats and badges: everything from the doors.",
                        root(config.entry(), desk, 2, "/entry")),
                new Service(
                        "Outreach",
                        "Who is marked absent and has not come through the door, and the calls to their families.",
                        root(config.outreach(), desk, 3, "/outreach")),
                new Service(
                        "Reporting",
                        "Chronic absence, attendance, and what the calls achieve.",
                        root(config.reports(), desk, 4, "/reports")));
    }

    private static URI root(Optional<URI> configured, URI desk, int portsOn, String path) {
        return configured.orElseGet(
                () -> URI.create(desk.getScheme() + "://" + desk.getHost() + ":" + (desk.getPort() + portsOn) + path));
    }

    /** Its OpenAPI document. */
    URI document() {
        return URI.create(root + "/q/openapi");
    }

    /** Its OpenAPI document to read and try. */
    URI reading() {
        return URI.create(root + "/q/docs");
    }
}
