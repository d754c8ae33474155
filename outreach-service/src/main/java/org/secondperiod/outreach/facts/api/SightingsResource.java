package org.secondperiod.outreach.facts.api;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.audit.AuditTrail;
import org.secondperiod.kit.identity.Where;
import org.secondperiod.kit.requests.IdempotentRequests;
import org.secondperiod.kit.time.Times;
import org.secondperiod.outreach.facts.Sighting;
import org.secondperiod.outreach.join.SightingService;
import org.secondperiod.outreach.visibility.VisibilityService;

@Path("/v1/sightings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sightings", description = "Staff saw a student, or checked the door system by hand")
public class SightingsResource {

    private final AuditTrail trail;
    private final Clock clock;
    private final VisibilityService visibility;
    private final IdempotentRequests requests;
    private final SightingReader reader;
    private final SightingService sightings;

    SightingsResource(
            AuditTrail trail,
            Clock clock,
            VisibilityService visibility,
            IdempotentRequests requests,
            SightingReader reader,
            SightingService sightings) {
        this.trail = trail;
        this.clock = clock;
        this.visibility = visibility;
        this.requests = requests;
        this.reader = reader;
        this.sightings = sightings;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "enterSighting",
            summary = "Enter a sighting",
            description = "A student was seen in the building, or the door system was checked by hand: not in."
                    + " Today or yesterday; the same sighting may be sent again later.")
    @APIResponse(
            responseCode = "201",
            description = "Entered, and decided on",
            content = @Content(schema = @Schema(implementation = EnteredSighting.class)))
    @APIResponse(responseCode = "409", description = "There is another sighting of that id")
    public Response enter(SightingRequest request, @HeaderParam("Idempotency-Key") @Nullable String key) {
        Where witness = visibility.asWitness();
        EnteredSighting entered = requests.once(key, request, EnteredSighting.class, tx -> {
            Sighting sighting = reader.read(tx, witness, request);
            trail.student(sighting.student().value(), sighting.fact().school().value());
            sightings.enter(tx, sighting, Times.now(clock));
            return EnteredSighting.of(sighting);
        });
        return Response.status(Response.Status.CREATED).entity(entered).build();
    }
}
