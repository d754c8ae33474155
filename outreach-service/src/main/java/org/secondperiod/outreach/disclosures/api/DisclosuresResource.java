package org.secondperiod.outreach.disclosures.api;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.audit.AuditTrail;
import org.secondperiod.kit.database.AsSystem;
import org.secondperiod.kit.identity.Access;
import org.secondperiod.kit.requests.IdempotentRequests;
import org.secondperiod.kit.time.Times;
import org.secondperiod.outreach.disclosures.Disclosure;
import org.secondperiod.outreach.disclosures.db.DisclosureStore;

/** Writing down disclosures, for administrators of the whole district. */
@Path("/v1/disclosures")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Disclosures", description = "To whom outside of the schools a student's records were given")
public class DisclosuresResource {

    private final Clock clock;
    private final Access access;
    private final AuditTrail trail;
    private final IdempotentRequests requests;
    private final DisclosureStore store;

    DisclosuresResource(
            Clock clock, Access access, AuditTrail trail, IdempotentRequests requests, DisclosureStore store) {
        this.clock = clock;
        this.access = access;
        this.trail = trail;
        this.requests = requests;
        this.store = store;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "logDisclosure",
            summary = "Write down that records of a student were given to somebody outside of the schools",
            description = "An entry stays as it is; a mistake is mended by another entry that says so.")
    @APIResponse(
            responseCode = "201",
            description = "Written down",
            content = @Content(schema = @Schema(implementation = DisclosureView.class)))
    public Response log(
            @Nullable DisclosureRequest request, @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey) {
        access.as("admin").everywhere();
        Disclosure entry = DisclosureRequest.entry(request, access.subject(), Times.now(clock));
        DisclosureView view = requests.once(
                idempotencyKey, List.of("disclosure", String.valueOf(request)), DisclosureView.class, tx -> {
                    AsSystem.fromHereOn(tx);
                    trail.student(entry.studentId());
                    trail.about(entry.disclosureId());
                    store.add(tx, entry);
                    return DisclosureView.of(entry);
                });
        return Response.status(Response.Status.CREATED).entity(view).build();
    }
}
