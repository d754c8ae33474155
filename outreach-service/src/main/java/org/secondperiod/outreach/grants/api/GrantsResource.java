package org.secondperiod.outreach.grants.api;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.identity.Access;
import org.secondperiod.kit.requests.IdempotentRequests;
import org.secondperiod.kit.time.MachineClock;
import org.secondperiod.outreach.grants.GrantRules;
import org.secondperiod.outreach.grants.GrantsService;
import org.secondperiod.outreach.grants.GrantsService.Giver;
import org.secondperiod.outreach.grants.StaffGrant;
import org.secondperiod.outreach.visibility.VisibilityService;

/** Giving, changing and revoking. */
@Path("/v1/grants")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Grants", description = "Who may do what, at which schools, until when")
public class GrantsResource {

    private final Access access;
    private final IdempotentRequests requests;
    private final GrantsService grants;

    GrantsResource(Access access, IdempotentRequests requests, GrantsService grants) {
        this.access = access;
        this.requests = requests;
        this.grants = grants;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "giveGrant",
            summary = "Give somebody a role at schools, until an end",
            description =
                    "Administrators give any role, principals callers and leads, leads callers: at schools where they"
                            + " have their role, no right that they have not, no longer than they have it, and never to"
                            + " themselves. In force here at once, in the other services within a minute.")
    @APIResponse(
            responseCode = "201",
            description = "Given",
            content = @Content(schema = @Schema(implementation = GrantView.class)))
    @APIResponse(responseCode = "403", description = "It is more than you hold, or for yourself")
    public Response give(
            GrantRequest.@Nullable New request, @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey) {
        Giver giver = requiredGiver();
        GrantRequest.New given = GrantRequest.New.of(request);
        String subject = GrantRequest.subject(given.subject());
        String role = GrantRequest.role(given.role());
        var wanted = given.wanted();
        String why = GrantRequest.why(given.why());
        GrantView view =
                once(idempotencyKey, List.of("grant", given), tx -> grants.give(tx, giver, subject, role, wanted, why));
        return answer(Response.created(URI.create("/outreach/v1/grants/" + view.grantId())), view);
    }

    @PUT
    @Path("/{grantId}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "changeGrant",
            summary = "Change a grant's schools, rights and end",
            description = "The whole of it: what is left out has its default. Person and role stay; for others give"
                    + " another grant. Nobody changes their own.")
    @APIResponse(
            responseCode = "200",
            description = "The grant as it is now",
            content = @Content(schema = @Schema(implementation = GrantView.class)))
    @APIResponse(responseCode = "403", description = "It is more than you hold, or your own")
    @APIResponse(responseCode = "404", description = "Not found")
    @APIResponse(responseCode = "409", description = "It was revoked")
    @APIResponse(responseCode = "412", description = "Somebody changed it meanwhile")
    public Response change(
            @PathParam("grantId") String grantId,
            GrantRequest.@Nullable Change request,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        Giver giver = requiredGiver();
        VisibilityService.id("grantId", grantId);
        GrantRequest.Change change = GrantRequest.Change.of(request);
        var wanted = change.wanted();
        String why = GrantRequest.why(change.why());
        return answer(Response.ok(), once(null, change, tx -> grants.change(tx, giver, grantId, ifMatch, wanted, why)));
    }

    @POST
    @Path("/{grantId}/revoke")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "revokeGrant",
            summary = "Revoke a grant for good, or give up your own",
            description = "It holds no more at the next request here, in the other services within a minute, and open"
                    + " event streams end. Again, it changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "Revoked",
            content = @Content(schema = @Schema(implementation = GrantView.class)))
    @APIResponse(responseCode = "404", description = "Not found")
    @APIResponse(responseCode = "412", description = "Somebody changed it meanwhile")
    public Response revoke(
            @PathParam("grantId") String grantId,
            GrantRequest.@Nullable Revocation request,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey) {
        Giver giver = giver();
        VisibilityService.id("grantId", grantId);
        String why = GrantRequest.why(request == null ? null : request.why());
        return answer(
                Response.ok(),
                once(
                        idempotencyKey,
                        List.of("revoke", grantId, why),
                        tx -> grants.revoke(tx, giver, grantId, ifMatch, why)));
    }

    private GrantView once(@Nullable String idempotencyKey, Object asked, Function<Handle, StaffGrant> work) {
        return requests.once(
                idempotencyKey, asked, GrantView.class, tx -> GrantView.of(work.apply(tx), MachineClock.now()));
    }

    private Giver requiredGiver() {
        access.as(GrantRules.GIVERS.toArray(String[]::new));
        return giver();
    }

    private Giver giver() {
        return new Giver(access.subject(), access.held());
    }

    private static Response answer(Response.ResponseBuilder builder, GrantView view) {
        return builder.entity(view)
                .tag(new EntityTag(String.valueOf(view.version())))
                .build();
    }
}
