package org.secondperiod.outreach.tasks.api;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
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
import org.secondperiod.kit.identity.Where;
import org.secondperiod.kit.ids.SchoolDay;
import org.secondperiod.kit.requests.Cursor;
import org.secondperiod.kit.requests.Page;
import org.secondperiod.outreach.draw.DrawService;
import org.secondperiod.outreach.tasks.CallTaskView;
import org.secondperiod.outreach.tasks.Queue;
import org.secondperiod.outreach.tasks.StepView;
import org.secondperiod.outreach.tasks.TaskProblems;
import org.secondperiod.outreach.tasks.TaskState;
import org.secondperiod.outreach.tasks.TaskViewService;
import org.secondperiod.outreach.tasks.db.TaskListing;
import org.secondperiod.outreach.tasks.db.TaskListing.After;
import org.secondperiod.outreach.tasks.db.TaskListing.Listed;
import org.secondperiod.outreach.tasks.db.TaskListing.Which;
import org.secondperiod.outreach.visibility.SchoolScope;
import org.secondperiod.outreach.visibility.VisibilityService;
import org.secondperiod.outreach.whereabouts.WhereaboutsView;
import org.secondperiod.outreach.whereabouts.db.WhereaboutsListing;

@Path("/v1/call-tasks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Call tasks", description = "Families to call")
public class CallTasksResource {

    private static final int USUAL_PAGE = 100;

    private final Jdbi jdbi;
    private final VisibilityService visibility;
    private final TaskListing listing;
    private final TaskViewService views;
    private final WhereaboutsListing whereabouts;
    private final DrawService draws;

    CallTasksResource(
            Jdbi jdbi,
            VisibilityService visibility,
            TaskListing listing,
            TaskViewService views,
            WhereaboutsListing whereabouts,
            DrawService draws) {
        this.jdbi = jdbi;
        this.visibility = visibility;
        this.listing = listing;
        this.views = views;
        this.whereabouts = whereabouts;
        this.draws = draws;
    }

    @GET
    @Operation(
            operationId = "listCallTasks",
            summary = "The day's call tasks",
            description =
                    "Those that are not over first, in the order in which families are called by who asks: by bands, and within a band first the families that"
                            + " they reached last.")
    public Page<CallTaskView> list(
            @Parameter(description = "School ids; all of yours if none is given") @QueryParam("school")
                    List<String> schools,
            @Parameter(description = "School day, yyyy-MM-dd; today if none is given") @QueryParam("day") @Nullable
                    String day,
            @Parameter(description = "States; all if none is given") @QueryParam("state") List<TaskState> states,
            @Parameter(description = "Only those whom nobody has called yet") @QueryParam("uncalled") @Nullable
                    Boolean uncalled,
            @Parameter(
                            description =
                                    "Only those whose family nobody has reached on the day, called or not, also once the day is over;"
                                            + " who came in and whose call was withdrawn are not among them")
                    @QueryParam("unreached")
                    @Nullable
                    Boolean unreached,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        SchoolScope scope = VisibilityService.scope(visibility.asReader(), schools);
        SchoolDay schoolDay = visibility.day(day);
        Which which = new Which(
                VisibilityService.names(states), Boolean.TRUE.equals(uncalled), Boolean.TRUE.equals(unreached));
        int length = visibility.limit(limit, USUAL_PAGE);
        After after = cursor == null ? After.NOTHING : After.of(Cursor.decode(cursor, After.KEYS));
        return jdbi.inTransaction(tx -> {
            Queue queue = new Queue(visibility.subject(), draws.seed(tx));
            List<Listed> found = listing.page(tx, scope, queue, schoolDay, which, after, length + 1);
            List<Listed> shown = found.subList(0, Math.min(length, found.size()));
            return new Page<>(
                    views.show(tx, shown),
                    found.size() > length
                            ? Cursor.encode(shown.getLast().place().keys().toArray())
                            : null);
        });
    }

    @GET
    @Path("/{taskId}")
    @Operation(operationId = "getCallTask", summary = "A call task")
    @APIResponse(
            responseCode = "200",
            headers =
                    @Header(
                            name = "ETag",
                            description = "The version, for If-Match",
                            schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = CallTaskView.class)))
    @APIResponse(responseCode = "404", description = "Not found")
    public Response one(@PathParam("taskId") String taskId) {
        Where where = visibility.asReader();
        CallTaskView view = jdbi.inTransaction(
                tx -> views.show(tx, List.of(find(tx, where, taskId))).getFirst());
        return Response.ok(view)
                .tag(new EntityTag(String.valueOf(view.version())))
                .build();
    }

    /** Why a task is there: the conclusion it stands on, and its life. */
    public record Why(
            String taskId, String explanation, @Nullable WhereaboutsView whereabouts, List<StepView> steps) {}

    @GET
    @Path("/{taskId}/why")
    @Operation(
            operationId = "getWhyCallTask",
            summary = "Why a call task is there",
            description = "The rule that fired, its evidence, the task's steps.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Why.class)))
    @APIResponse(responseCode = "404", description = "Not found")
    public Why why(@PathParam("taskId") String taskId) {
        Where where = visibility.asReader();
        return jdbi.inTransaction(tx -> {
            Listed listed = find(tx, where, taskId);
            return new Why(
                    taskId,
                    listed.explanation(),
                    whereabouts.one(tx, listed.task().of()).orElse(null),
                    listing.steps(tx, taskId));
        });
    }

    private Listed find(Handle tx, Where where, String taskId) {
        Listed listed = listing.one(tx, taskId)
                .filter(found -> where.holds(found.task().of().school().value()))
                .orElseThrow(TaskProblems::noSuchTask);
        views.audit(listed);
        return listed;
    }
}
