package org.secondperiod.local.installation;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.secondperiod.local.api.Api;
import org.secondperiod.local.stack.Layout;
import org.secondperiod.local.stack.Part;

/** A district on one host or in a cluster, as a file tells of it. */
public final class DistrictInstallation implements Installation {

    private final DistrictFile file;

    public DistrictInstallation(DistrictFile file) {
        this.file = file;
    }

    @Override
    public Optional<Layout> local() {
        return Optional.empty();
    }

    @Override
    public ZoneId zone() {
        return file.zone();
    }

    @Override
    public Instant now() {
        return Clock.systemUTC().instant();
    }

    @Override
    public String url(Part service) {
        return file.url(
                service.label() + ".url",
                "https://attendance.district.example.org" + (service.root().isEmpty() ? "" : service.root()));
    }

    @Override
    public String issuer() {
        return file.url("issuer", "https://sign-in.district.example.org/realms/second-period");
    }

    @Override
    public Map<String, Object> kafka() {
        return new HashMap<>(file.kafka());
    }

    @Override
    public Login database(Part service) {
        String prefix = service.label() + ".jdbc.";
        String database = service.database().orElseThrow();
        return new Login(
                file.needed(prefix + "url", "jdbc:postgresql://localhost:5432/" + database),
                file.needed(prefix + "user", database + "_owner"),
                file.secret(prefix + "password"));
    }

    @Override
    public String role(Part service) {
        return file.value(service.label() + ".jdbc.role")
                .orElseGet(() -> service.database().orElseThrow());
    }

    @Override
    public Api admin() {
        return Api.with(this::url, file.neededSecret("token"));
    }
}
