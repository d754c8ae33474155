package org.secondperiod.desk.session.api;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.secondperiod.desk.session.SessionView;

@Path("/session")
@Tag(name = "Session", description = "Who is signed in")
public class SessionResource {

    private final SecurityIdentity identity;
    private final Clock clock;
    private final String district;
    private final String zone;

    SessionResource(
            SecurityIdentity identity,
            Clock clock,
            @ConfigProperty(name = "secondperiod.district.id") String district,
            @ConfigProperty(name = "secondperiod.district.zone") String zone) {
        this.identity = identity;
        this.clock = clock;
        this.district = district;
        this.zone = zone;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "session", summary = "Who is signed in, and what time it is")
    public SessionView get() {
        return new SessionView(name(), district, zone, clock.instant());
    }

    private String name() {
        if (!(identity.getPrincipal() instanceof JsonWebToken who)) {
            return identity.getPrincipal().getName();
        }
        return Stream.of("name", "preferred_username", "sub")
                .map(claim -> who.<Object>getClaim(claim))
                .filter(Objects::nonNull)
                .map(Object::toString)
                .findFirst()
                .orElse("");
    }
}
