package org.secondperiod.local.installation;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.secondperiod.embedded.LocalPostgres;
import org.secondperiod.local.api.Api;
import org.secondperiod.local.clock.ClockFile;
import org.secondperiod.local.stack.Layout;
import org.secondperiod.local.stack.Part;
import org.secondperiod.local.stack.Stack;

/** The stack of this machine, as {@code ./sp start} makes it. */
public final class LocalInstallation implements Installation {

    private static final String ADMIN = "moreau";

    private final Layout layout;

    public LocalInstallation(Layout layout) {
        this.layout = layout;
    }

    @Override
    public Optional<Layout> local() {
        return Optional.of(layout);
    }

    @Override
    public ZoneId zone() {
        return Stack.ZONE;
    }

    @Override
    public Instant now() {
        return new ClockFile(layout.clockFile()).now();
    }

    @Override
    public String url(Part service) {
        return layout.url(service);
    }

    @Override
    public String issuer() {
        return layout.issuerUrl();
    }

    @Override
    public Map<String, Object> kafka() {
        return Map.of("bootstrap.servers", layout.bootstrapServers());
    }

    @Override
    public Login database(Part service) {
        return new Login(layout.jdbcUrl(role(service)), LocalPostgres.USER, Optional.of(LocalPostgres.PASSWORD));
    }

    @Override
    public String role(Part service) {
        return service.database().orElseThrow();
    }

    @Override
    public Api admin() {
        return Api.as(ADMIN, layout);
    }
}
