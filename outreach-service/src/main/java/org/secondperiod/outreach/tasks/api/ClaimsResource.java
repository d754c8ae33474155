package org.secondperiod.outreach.tasks.api;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.audit.AuditTrail;
import org.secondperiod.kit.grants.Schools;
import org.secondperiod.kit.identity.Where;
import org.secondperiod.kit.problems.Problems;
import org.secondperiod.kit.requests.IdempotentRequests;
import org.secondperiod.kit.time.Times;
import org.secondperiod.outreach.tasks.CallTaskView;
import org.secondperiod.outreach.tasks.ClaimService;
import org.secondperiod.outreach.tasks.ClaimService.Asked;
import org.secondperiod.outreach.tasks.StoredTask;
import org.secondperiod.outreach.tasks.TaskProblems;
import org.secondperiod.outreach.tasks.TaskViewService;
import org.secondperiod.outreach.tasks.db.TaskStore;
import org.secondperiod.outreach.visibility.SchoolScope;
import org.secondperiod.outreach.visibility.VisibilityService;

@Path("/v1/call-tasks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Call tasks")
public class ClaimsResource {

    private static final int MOST_EXCEPTED = 200;

    private final Jdbi jdbi;
    private final Clock clock;
    private final AuditTrail trail;
    private final VisibilityService visibility;
    private final IdempotentRequests requests;
    private final ClaimService claims;
    private final TaskStore store;
    private final TaskViewService views;

    ClaimsResource(
            Jdbi jdbi,
            Clock clock,
            AuditTrail trail,
            VisibilityService visibility,
            IdempotentRequests requests,
            ClaimService claims,
            TaskStore store,
            TaskViewService views) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.trail = trail;
        this.visibility = visibility;
        this.requests = requests;
        this.claims = claims;
        this.store = store;
        this.views = views;
    }

    /** At which schools to look for a family, and for which not. */
    public record NextRequest(
            @Schema(description = "School ids; all of yours if none is given") @Nullable
            List<String> schools,

            @Schema(
                    description = "Ids of tasks that are left to others, such as of families that nobody can dial now",
                    maxItems = MOST_EXCEPTED)
            @Nullable
            List<String> except) {}

    /** What an idempotent answer remembers: never a name. */
    public record Handed(@Nullable String taskId) {}

    @POST
    @Path("/next")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "nextCallTask",
            summary = "The next family to call",
            description =
                    "Returns the caller's live claim if there is one, whichever schools are asked for; else claims the"
                            + " first task that still stands when it is decided on again at this moment.")
    @RequestBody(
            required = false,
            description = "May be left out",
            content = @Content(schema = @Schema(implementation = NextRequest.class)))
    @APIResponse(
            responseCode = "200",
            description = "It is yours",
            content = @Content(schema = @Schema(implementation = CallTaskView.class)))
    @APIResponse(responseCode = "204", description = "Nobody is left to be called")
    @APIResponse(responseCode = "409", description = "It is too early or too late to call anybody")
    public Response next(@Nullable NextRequest request, @HeaderParam("Idempotency-Key") @Nullable String key) {
        Where where = visibility.asCaller();
        SchoolScope mine = VisibilityService.scope(where, null);
        SchoolScope asked = VisibilityService.scope(where, request == null ? null : request.schools());
        Set<String> except = except(request);
        Instant now = Times.now(clock);
        Handed handed = requests.once(
                key,
                List.of("next", request == null ? Map.of() : request),
                Handed.class,
                tx -> new Handed(claims.next(tx, visibility.subject(), mine, new Asked(asked, except), now)
                        .map(this::audited)
                        .map(StoredTask::taskId)
                        .orElse(null)));
        if (handed.taskId() != null) {
            return answer(handed.taskId());
        }
        if (jdbi.inTransaction(tx -> claims.isOutsideHours(tx, asked, now))) {
            throw TaskProblems.outsideHours(
                    claims.hours().from(), claims.hours().until());
        }
        return Response.noContent().build();
    }

    private static Set<String> except(@Nullable NextRequest request) {
        if (request == null || request.except() == null) {
            return Set.of();
        }
        if (request.except().size() > MOST_EXCEPTED) {
            throw Problems.field("except", "has at most " + MOST_EXCEPTED + " ids");
        }
        return new HashSet<>(request.except());
    }

    @POST
    @Path("/{taskId}/claim")
    @Operation(
            operationId = "claimCallTask",
            summary = "Take this very task, or more time with it",
            description = "Its time runs out after 10 minutes; taking it again extends it. Nobody holds two at a time.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CallTaskView.class)))
    @APIResponse(
            responseCode = "409",
            description = "Somebody else has it, you have another one, or there is nobody to call any more")
    public Response claim(@PathParam("taskId") String taskId, @HeaderParam("If-Match") @Nullable String ifMatch) {
        Where where = visibility.asCaller();
        jdbi.useTransaction(tx -> claims.claim(
                tx,
                find(tx, where, taskId, ifMatch),
                visibility.subject(),
                VisibilityService.scope(where, null),
                Times.now(clock)));
        return answer(taskId);
    }

    @DELETE
    @Path("/{taskId}/claim")
    @Operation(
            operationId = "releaseCallTask",
            summary = "Give a task back",
            description = "Leads and principals may give back anybody's.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CallTaskView.class)))
    @APIResponse(responseCode = "409", description = "It is not yours")
    public Response release(@PathParam("taskId") String taskId, @HeaderParam("If-Match") @Nullable String ifMatch) {
        Where where = visibility.asCaller();
        Schools leads = visibility.leadsAt();
        jdbi.useTransaction(tx -> {
            StoredTask task = find(tx, where, taskId, ifMatch);
            boolean anybodys = leads.holds(task.of().school().value());
            claims.release(tx, task, visibility.subject(), anybodys, Times.now(clock));
        });
        return answer(taskId);
    }

    private StoredTask find(Handle tx, Where where, String taskId, @Nullable String ifMatch) {
        StoredTask task = store.byId(tx, taskId)
                .filter(found -> where.holds(found.of().school().value()))
                .orElseThrow(TaskProblems::noSuchTask);
        if (ifMatch != null && !ifMatch.equals("\"" + task.version() + "\"")) {
            throw TaskProblems.changedMeanwhile();
        }
        return audited(task);
    }

    private StoredTask audited(StoredTask task) {
        trail.about(task.taskId());
        trail.student(task.of().student().value(), task.of().school().value());
        return task;
    }

    private Response answer(String taskId) {
        CallTaskView view = jdbi.inTransaction(tx -> views.show(tx, taskId));
        return Response.ok(view)
                .tag(new EntityTag(String.valueOf(view.version())))
                .build();
    }
}
