package org.secondperiod.desk.proxy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;

/** Where the four services are, as the desk reaches them, with their root path. */
@ConfigMapping(prefix = "secondperiod.desk.services")
public interface ServicesConfig {

    @WithDefault("http://localhost:8081/ingest")
    URI ingest();

    @WithDefault("http://localhost:8082/entry")
    URI entry();

    @WithDefault("http://localhost:8083/outreach")
    URI outreach();

    @WithDefault("http://localhost:8084/reports")
    URI reports();
}
