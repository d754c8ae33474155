package org.secondperiod.desk.testing;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** What a desk needs around it: an identity provider, and services to pass on to. */
public class DeskTestResource implements QuarkusTestResourceLifecycleManager {

    private Provider provider;
    private HttpServer upstream;

    @Override
    public Map<String, String> start() {
        provider = new Provider();
        upstream = Upstream.start();
        var services = "http://localhost:" + upstream.getAddress().getPort();
        return Map.of(
                "quarkus.http.test-port",
                "0",
                "quarkus.oidc.auth-server-url",
                provider.issuer(),
                "quarkus.oidc.credentials.secret",
                Provider.SECRET,
                "secondperiod.desk.session-key",
                "a key of a test that has 32 characters and more",
                "secondperiod.desk.services.ingest",
                services + "/ingest",
                "secondperiod.desk.services.entry",
                services + "/entry",
                "secondperiod.desk.services.outreach",
                services + "/outreach",
                "secondperiod.desk.services.reports",
                "http://localhost:1/reports");
    }

    @Override
    public void stop() {
        upstream.stop(0);
        provider.stop();
    }
}
