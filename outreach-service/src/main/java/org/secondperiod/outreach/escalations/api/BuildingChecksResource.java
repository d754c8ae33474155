package org.secondperiod.outreach.escalations.api;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.audit.AuditTrail;
import org.secondperiod.kit.database.AsSystem;
import org.secondperiod.kit.identity.Where;
import org.secondperiod.kit.ids.SchoolDay;
import org.secondperiod.kit.input.Given;
import org.secondperiod.kit.requests.IdempotentRequests;
import org.secondperiod.kit.time.Times;
import org.secondperiod.outreach.escalations.BuildingCheck;
import org.secondperiod.outreach.escalations.BuildingCheckService;
import org.secondperiod.outreach.escalations.EscalationProblems;
import org.secondperiod.outreach.escalations.db.BuildingCheckStore;
import org.secondperiod.outreach.roster.StudentNamesService;
import org.secondperiod.outreach.visibility.SchoolScope;
import org.secondperiod.outreach.visibility.VisibilityService;

@Path("/v1/building-checks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Escalations")
public class BuildingChecksResource {

    private final Jdbi jdbi;
    private final Clock clock;
    private final AuditTrail trail;
    private final VisibilityService visibility;
    private final IdempotentRequests requests;
    private final BuildingCheckStore store;
    private final BuildingCheckService checks;
    private final StudentNamesService names;

    BuildingChecksResource(
            Jdbi jdbi,
            Clock clock,
            AuditTrail trail,
            VisibilityService visibility,
            IdempotentRequests requests,
            BuildingCheckStore store,
            BuildingCheckService checks,
            StudentNamesService names) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.trail = trail;
        this.visibility = visibility;
        this.requests = requests;
        this.store = store;
        this.checks = checks;
        this.names = names;
    }

    /** A day's building checks, those that are open first. */
    public record BuildingChecks(List<BuildingCheckView> items) {}

    @GET
    @Operation(
            operationId = "listBuildingChecks",
            summary = "Whom staff are to look for in the building",
            description = "The family says that they left for school. Those that are open first, the first due first.")
    public BuildingChecks list(
            @Parameter(description = "School ids; all of yours if none is given") @QueryParam("school")
                    List<String> schools,
            @Parameter(description = "School day, yyyy-MM-dd; today if none is given") @QueryParam("day") @Nullable
                    String day) {
        SchoolScope scope = VisibilityService.scope(visibility.asCaller(), schools);
        SchoolDay schoolDay = visibility.day(day);
        return jdbi.inTransaction(tx -> new BuildingChecks(show(tx, store.of(tx, scope, schoolDay))));
    }

    @GET
    @Path("/{checkId}")
    @Operation(operationId = "getBuildingCheck", summary = "A building check")
    @APIResponse(
            responseCode = "200",
            headers =
                    @Header(
                            name = "ETag",
                            description = "The version, for If-Match",
                            schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = BuildingCheckView.class)))
    @APIResponse(responseCode = "404", description = "Not found")
    public Response one(@PathParam("checkId") String checkId) {
        Where where = visibility.asCaller();
        return shown(jdbi.inTransaction(
                tx -> show(tx, List.of(find(tx, where, checkId))).getFirst()));
    }

    /** What staff found who looked. */
    @Schema(name = "BuildingCheckResult", requiredProperties = "found")
    public record Result(
            @Schema(description = "Whether the student is in the building") @Nullable
            Boolean found) {}

    /** What an idempotent answer remembers. */
    public record Kept(String checkId) {}

    @POST
    @Path("/{checkId}/result")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "answerBuildingCheck",
            summary = "Say whether the student was found in the building",
            description =
                    "Found: it is entered as a sighting, and nobody is called any more. Not found: it escalates at once.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = BuildingCheckView.class)))
    @APIResponse(responseCode = "409", description = "It is over")
    public Response answer(
            @PathParam("checkId") String checkId,
            Result request,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        Where where = visibility.asCaller();
        new Given().field("found", request.found()).orRefuse();
        boolean found = Objects.requireNonNull(request.found());
        requests.once(key, List.of("building-check", checkId, request), Kept.class, tx -> {
            BuildingCheck check = toAnswer(tx, where, checkId, ifMatch);
            checks.answer(tx, check, found, visibility.subject(), Times.now(clock));
            return new Kept(checkId);
        });
        return shown(jdbi.inTransaction(tx -> show(
                        tx, List.of(store.byId(tx, checkId).orElseThrow(EscalationProblems::noSuchCheck)))
                .getFirst()));
    }

    private static Response shown(BuildingCheckView view) {
        return Response.ok(view)
                .tag(new EntityTag(String.valueOf(view.version())))
                .build();
    }

    private BuildingCheck find(Handle tx, Where where, String id) {
        return store.byId(tx, VisibilityService.id("checkId", id))
                .filter(found -> where.holds(found.origin().of().school().value()))
                .orElseThrow(EscalationProblems::noSuchCheck);
    }

    /** Not locked yet: the student is decided on first. */
    private BuildingCheck toAnswer(Handle tx, Where where, String id, @Nullable String ifMatch) {
        AsSystem.fromHereOn(tx);
        BuildingCheck check = find(tx, where, id);
        trail.about(id);
        audit(check);
        if (ifMatch != null && !ifMatch.equals("\"" + check.version() + "\"")) {
            throw EscalationProblems.changedMeanwhile();
        }
        return check;
    }

    private void audit(BuildingCheck check) {
        trail.student(
                check.origin().of().student().value(),
                check.origin().of().school().value());
    }

    private List<BuildingCheckView> show(Handle tx, List<BuildingCheck> shown) {
        shown.forEach(this::audit);
        var students =
                names.of(tx, shown.stream().map(each -> each.origin().of()).toList());
        return shown.stream()
                .map(each ->
                        BuildingCheckView.of(each, students.get(each.origin().of())))
                .toList();
    }
}
