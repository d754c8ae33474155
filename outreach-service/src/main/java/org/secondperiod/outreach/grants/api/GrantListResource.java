package org.secondperiod.outreach.grants.api;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.audit.NotAudited;
import org.secondperiod.kit.grants.Grant;
import org.secondperiod.kit.identity.Access;
import org.secondperiod.kit.requests.Cursor;
import org.secondperiod.kit.requests.Page;
import org.secondperiod.kit.time.MachineClock;
import org.secondperiod.outreach.grants.GrantProblems;
import org.secondperiod.outreach.grants.GrantRules;
import org.secondperiod.outreach.grants.GrantsService;
import org.secondperiod.outreach.grants.GrantsService.Giver;
import org.secondperiod.outreach.grants.StaffGrant;
import org.secondperiod.outreach.grants.db.StaffGrantStore;
import org.secondperiod.outreach.grants.db.StaffGrantStore.After;
import org.secondperiod.outreach.grants.db.StaffGrantStore.Change;
import org.secondperiod.outreach.grants.db.StaffGrantStore.Filter;
import org.secondperiod.outreach.visibility.VisibilityService;

/** Looking at grants. */
@Path("/v1/grants")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Grants")
public class GrantListResource {

    private static final int USUAL_PAGE = 100;

    private final Jdbi jdbi;
    private final Access access;
    private final VisibilityService visibility;
    private final GrantsService grants;
    private final StaffGrantStore store;

    GrantListResource(
            Jdbi jdbi, Access access, VisibilityService visibility, GrantsService grants, StaffGrantStore store) {
        this.jdbi = jdbi;
        this.access = access;
        this.visibility = visibility;
        this.grants = grants;
        this.store = store;
    }

    @GET
    @Operation(
            operationId = "listGrants",
            summary = "Grants, by person",
            description =
                    "For those who give grants: the grants that name one of their schools, ended and revoked too.")
    public Page<GrantView> list(
            @Parameter(description = "The person") @QueryParam("subject") @Nullable String subject,
            @Parameter(description = "Grants that hold at this school") @QueryParam("school") @Nullable String school,
            @QueryParam("role") @Nullable String role,
            @QueryParam("state") StaffGrant.@Nullable State state,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        var where = access.as(GrantRules.GIVERS.toArray(String[]::new));
        Filter filter =
                new Filter(subject, school == null ? null : VisibilityService.id("school", school), role(role), state);
        if (filter.school() != null) {
            where.at(filter.school());
        }
        int length = visibility.limit(limit, USUAL_PAGE);
        After after = cursor == null ? After.NOTHING : after(Cursor.decode(cursor, 2));
        Instant now = MachineClock.now();
        List<StaffGrant> found =
                jdbi.inTransaction(tx -> store.page(tx, where.schools(), filter, now, after, length + 1));
        List<StaffGrant> shown = found.subList(0, Math.min(length, found.size()));
        return new Page<>(
                shown.stream().map(grant -> GrantView.of(grant, now)).toList(),
                found.size() > length ? next(shown.getLast().grant()) : null);
    }

    /** What somebody holds now. */
    public record Mine(String subject, List<Holding> items) {}

    /**
     * A role at schools.
     *
     * @param expiresAt none for what configuration gives to a first administrator
     */
    public record Holding(
            String grantId,

            @Schema(enumeration = {"caller", "attendance-lead", "principal", "district-analyst", "admin"})
            String role,

            List<String> schools,
            List<String> rights,
            @Nullable Instant expiresAt) {}

    @GET
    @Path("/mine")
    @NotAudited("it tells who asks of themselves only")
    @Operation(
            operationId = "listMyGrants",
            summary = "What you may do now",
            description = "For everybody who is signed in; what a system may do is in its token, and not here.")
    public Mine mine() {
        return new Mine(
                access.subject(),
                access.held().grants().stream().map(GrantListResource::holding).toList());
    }

    @GET
    @Path("/{grantId}")
    @Operation(operationId = "getGrant", summary = "A grant")
    @APIResponse(
            responseCode = "200",
            description = "ETag is its version",
            content = @Content(schema = @Schema(implementation = GrantView.class)))
    @APIResponse(responseCode = "404", description = "Not found")
    public Response one(@PathParam("grantId") String grantId) {
        GrantView view = GrantView.of(find(grantId), MachineClock.now());
        return Response.ok(view)
                .tag(new EntityTag(String.valueOf(view.version())))
                .build();
    }

    @GET
    @Path("/{grantId}/history")
    @Operation(
            operationId = "getGrantHistory",
            summary = "Every change of a grant: who, when and why, the first first",
            description = "Without what it was while it held at none of the schools for which you give grants.")
    @APIResponse(
            responseCode = "200",
            description = "Its changes",
            content = @Content(schema = @Schema(implementation = GrantHistory.class)))
    @APIResponse(responseCode = "404", description = "Not found")
    public GrantHistory history(@PathParam("grantId") String grantId) {
        Grant grant = find(grantId).grant();
        Giver giver = giver();
        List<Change> changes = jdbi.inTransaction(tx -> store.history(tx, grantId));
        return GrantHistory.of(
                grant,
                changes.stream()
                        .filter(change -> GrantsService.isVisible(giver, change.grant()))
                        .toList());
    }

    private Giver giver() {
        return new Giver(access.subject(), access.held());
    }

    private StaffGrant find(String grantId) {
        return jdbi.inTransaction(tx -> grants.visible(tx, giver(), grantId)).orElseThrow(GrantProblems::noSuchGrant);
    }

    private static @Nullable String role(@Nullable String role) {
        return role == null ? null : GrantRequest.role(role);
    }

    private static Holding holding(Grant grant) {
        return new Holding(
                grant.grantId(),
                grant.role(),
                grant.schools().names().stream().sorted().toList(),
                grant.rights().stream().sorted().toList(),
                grant.expiresAt());
    }

    private static After after(List<String> key) {
        return new After(key.get(0), key.get(1));
    }

    private static String next(Grant last) {
        return Cursor.encode(last.subject(), last.grantId());
    }
}
