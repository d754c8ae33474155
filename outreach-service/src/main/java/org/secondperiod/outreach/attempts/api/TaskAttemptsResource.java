package org.secondperiod.outreach.attempts.api;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.identity.Where;
import org.secondperiod.kit.requests.IdempotentRequests;
import org.secondperiod.kit.time.Times;
import org.secondperiod.outreach.attempts.Attempt;
import org.secondperiod.outreach.attempts.AttemptService;
import org.secondperiod.outreach.attempts.CallPolicyService;
import org.secondperiod.outreach.attempts.NewCall;
import org.secondperiod.outreach.attempts.db.AttemptStore;
import org.secondperiod.outreach.tasks.StoredTask;
import org.secondperiod.outreach.tasks.TaskProblems;
import org.secondperiod.outreach.tasks.TaskViewService;
import org.secondperiod.outreach.tasks.db.TaskListing;
import org.secondperiod.outreach.tasks.db.TaskStore;
import org.secondperiod.outreach.visibility.VisibilityService;

@Path("/v1/call-tasks/{taskId}/attempts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Attempts", description = "What happened in each call, and in conversations that the school did not begin")
public class TaskAttemptsResource {

    private final Jdbi jdbi;
    private final Clock clock;
    private final VisibilityService visibility;
    private final IdempotentRequests requests;
    private final CallReader reader;
    private final AttemptService attempts;
    private final CallPolicyService policies;
    private final AttemptStore store;
    private final AttemptViews views;
    private final TaskStore tasks;
    private final TaskListing listing;
    private final TaskViewService taskViews;

    TaskAttemptsResource(
            Jdbi jdbi,
            Clock clock,
            VisibilityService visibility,
            IdempotentRequests requests,
            CallReader reader,
            AttemptService attempts,
            CallPolicyService policies,
            AttemptStore store,
            AttemptViews views,
            TaskStore tasks,
            TaskListing listing,
            TaskViewService taskViews) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.visibility = visibility;
        this.requests = requests;
        this.reader = reader;
        this.attempts = attempts;
        this.policies = policies;
        this.store = store;
        this.views = views;
        this.tasks = tasks;
        this.listing = listing;
        this.taskViews = taskViews;
    }

    /** What an idempotent answer remembers: never a name or a note. */
    public record Logged(String callId) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "logAttempt",
            summary = "Log a call",
            description =
                    "One dialled number, exactly one outcome; where somebody was reached, exactly one result. The task is"
                            + " then to be called again, awaits the student, or is done, and what was promised or flagged is opened"
                            + " with it. A call that was made is taken in whoever has the task by then: when your time with it had run"
                            + " out and somebody else has it, and when it has ended, nothing of what you wrote is lost.")
    @APIResponse(
            responseCode = "201",
            description = "Logged",
            content = @Content(schema = @Schema(implementation = LoggedCall.class)))
    public Response log(
            @PathParam("taskId") String taskId,
            AttemptRequest request,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        Where where = visibility.asCaller();
        Instant now = Times.now(clock);
        CallReader.Tasks of = jdbi.inTransaction(tx -> reader.tasks(tx, where, taskId, request));
        NewCall call = reader.call(where, of, request, now);
        Logged logged = requests.once(
                key,
                List.of("attempt", taskId, request),
                Logged.class,
                tx -> new Logged(attempts.log(tx, call, visibility.subject(), now)));
        List<String> taskIds = of.tasks().stream().map(StoredTask::taskId).toList();
        LoggedCall answer = jdbi.inTransaction(tx -> logged(tx, logged.callId(), taskIds));
        return Response.status(Response.Status.CREATED).entity(answer).build();
    }

    private LoggedCall logged(Handle tx, String callId, List<String> taskIds) {
        List<Attempt> parts = store.ofCall(tx, callId).stream()
                .sorted(Comparator.comparing(attempt -> taskIds.indexOf(attempt.taskId())))
                .toList();
        return new LoggedCall(
                callId,
                parts.getFirst().recordedAt().plus(policies.policy().undo()),
                views.show(tx, parts),
                taskViews.show(
                        tx,
                        taskIds.stream()
                                .map(id -> listing.one(tx, id).orElseThrow(TaskProblems::noSuchTask))
                                .toList()));
    }

    /** The attempts of a task. */
    public record TaskAttempts(List<AttemptView> items) {}

    @GET
    @Operation(
            operationId = "listAttempts",
            summary = "The calls of a task, the first first",
            description = "With those that were taken back, and conversations about the student on that day.")
    public TaskAttempts list(@PathParam("taskId") String taskId) {
        Where where = visibility.asCaller();
        return jdbi.inTransaction(tx -> {
            StoredTask task = tasks.byId(tx, taskId)
                    .filter(found -> where.holds(found.of().school().value()))
                    .orElseThrow(TaskProblems::noSuchTask);
            return new TaskAttempts(views.show(tx, store.ofTask(tx, task.taskId())));
        });
    }
}
