package org.secondperiod.outreach.attempts.api;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.identity.Where;
import org.secondperiod.kit.time.Times;
import org.secondperiod.outreach.attempts.Attempt;
import org.secondperiod.outreach.attempts.AttemptCorrectionService;
import org.secondperiod.outreach.attempts.ErrorCause;
import org.secondperiod.outreach.attempts.RootCause;
import org.secondperiod.outreach.visibility.VisibilityService;

/** What people judge of a call afterwards: why it was made in error, and what is at the root of the absence. */
@Path("/v1/attempts/{attemptId}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Attempts")
public class AttemptJudgementsResource {

    private final Jdbi jdbi;
    private final Clock clock;
    private final VisibilityService visibility;
    private final AttemptViews views;
    private final AttemptCorrectionService correcting;

    AttemptJudgementsResource(
            Jdbi jdbi,
            Clock clock,
            VisibilityService visibility,
            AttemptViews views,
            AttemptCorrectionService correcting) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.visibility = visibility;
        this.views = views;
        this.correcting = correcting;
    }

    /** Why a family was called about a child who was in the building. */
    @Schema(name = "CallErrorRequest")
    public record ErrorRequest(
            @Schema(description = "Why; none: the call was right after all") @Nullable
            ErrorCause cause) {}

    @PUT
    @Path("/error")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "setCallError",
            summary = "Say that a call was made in error, and why",
            description =
                    "The student was in the building when the family was called. Where scans, sightings or marks show that, it"
                            + " is found by itself.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AttemptView.class)))
    @APIResponse(responseCode = "409", description = "It was taken back")
    public Response inError(
            @PathParam("attemptId") String attemptId,
            ErrorRequest request,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        Where where = visibility.asCaller();
        jdbi.useTransaction(tx -> {
            Attempt attempt = views.find(tx, where, attemptId);
            correcting.inError(tx, attempt, request.cause(), visibility.subject(), ifMatch, Times.now(clock));
        });
        return show(attemptId);
    }

    /** What is at the root. */
    @Schema(name = "RootCauseRequest")
    public record RootCauseRequest(
            @Schema(description = "What; none takes it back") @Nullable
            RootCause cause) {}

    @PUT
    @Path("/root-cause")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "setRootCause",
            summary = "Say what is at the root of an absence",
            description =
                    "After the call, by somebody who knows the student. It is for the school's people: no timeline has it, and"
                            + " nothing that a family is shown. Reports count it.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AttemptView.class)))
    public Response rootCause(
            @PathParam("attemptId") String attemptId,
            RootCauseRequest request,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        Where where = visibility.asCaller();
        jdbi.useTransaction(tx -> {
            Attempt attempt = views.find(tx, where, attemptId);
            correcting.rootCause(tx, attempt, request.cause(), visibility.subject(), ifMatch, Times.now(clock));
        });
        return show(attemptId);
    }

    private Response show(String attemptId) {
        AttemptView view = jdbi.inTransaction(tx -> views.show(tx, attemptId));
        return Response.ok(view)
                .tag(new EntityTag(String.valueOf(view.version())))
                .build();
    }
}
