package org.secondperiod.desk.welcome;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.Optional;

/** Where the four services are, as a browser reaches them. Each defaults to the port beside the desk's, on the same host. */
@ConfigMapping(prefix = "secondperiod.desk.services")
public interface WelcomeConfig {

    /** Default: the desk's port + 1, {@code /ingest}. */
    Optional<URI> ingest();

    /** Default: the desk's port + 2, {@code /entry}. */
    Optional<URI> entry();

    /** Default: the desk's port + 3, {@code /outreach}. */
    Optional<URI> outreach();

    /** Default: the desk's port + 4, {@code /reports}. */
    Optional<URI> reports();
}
