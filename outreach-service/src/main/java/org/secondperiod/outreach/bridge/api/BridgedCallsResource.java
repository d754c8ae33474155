package org.secondperiod.outreach.bridge.api;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.identity.Where;
import org.secondperiod.kit.requests.IdempotentRequests;
import org.secondperiod.kit.time.Times;
import org.secondperiod.outreach.bridge.BridgeService;
import org.secondperiod.outreach.bridge.BridgedCall;
import org.secondperiod.outreach.tasks.StoredTask;
import org.secondperiod.outreach.tasks.TaskProblems;
import org.secondperiod.outreach.tasks.db.TaskStore;
import org.secondperiod.outreach.visibility.VisibilityService;

/** Has a family called by the district's bridge. */
@Path("/v1/call-tasks/{taskId}/bridged-calls")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Call bridge", description = "Placing a call by the district's number, where the district has set that up")
public class BridgedCallsResource {

    private final Clock clock;
    private final VisibilityService visibility;
    private final IdempotentRequests requests;
    private final TaskStore tasks;
    private final BridgeService bridge;
    private final String region;

    BridgedCallsResource(
            Clock clock,
            VisibilityService visibility,
            IdempotentRequests requests,
            TaskStore tasks,
            BridgeService bridge,
            @ConfigProperty(name = "secondperiod.district.phone-region") String region) {
        this.clock = clock;
        this.visibility = visibility;
        this.requests = requests;
        this.tasks = tasks;
        this.bridge = bridge;
        this.region = region;
    }

    /** A call that was asked for. */
    @Schema(
            name = "BridgedCall",
            requiredProperties = {"taskId"})
    public record BridgedCallView(String taskId) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "bridgeCall",
            summary = "Ring me, and connect me with the family",
            description =
                    "Your telephone rings; when you answer, the family's does, and shows the district's number. Only for a"
                            + " call task that you have, and a number that its card lets you dial now. What came of the call"
                            + " is logged like any other. With an Idempotency-Key your telephone rings once, however often the"
                            + " request is sent. Nothing is recorded.")
    @APIResponse(
            responseCode = "202",
            description = "Your telephone is about to ring",
            content = @Content(schema = @Schema(implementation = BridgedCallView.class)))
    @APIResponse(responseCode = "409", description = "There is no bridge, or you do not have this call task")
    @APIResponse(responseCode = "502", description = "The bridge places no call")
    @APIResponse(responseCode = "504", description = "The bridge does not answer, and may call all the same")
    public Response connect(
            @PathParam("taskId") String taskId,
            BridgedCallRequest given,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        Where where = visibility.asCaller();
        BridgedCall call = given.call(region);
        Instant now = Times.now(clock);
        AtomicBoolean first = new AtomicBoolean();
        BridgedCallView view = requests.once(key, List.of("bridged-call", taskId, given), BridgedCallView.class, tx -> {
            StoredTask task = tasks.byId(tx, taskId)
                    .filter(found -> where.holds(found.of().school().value()))
                    .orElseThrow(TaskProblems::noSuchTask);
            bridge.check(tx, task, call.dial(), visibility.subject(), now);
            first.set(true);
            return new BridgedCallView(taskId);
        });
        // After it is written down: sent again, or after a crash in between, no telephone rings twice.
        if (first.get()) {
            bridge.connect(call);
        }
        return Response.accepted(view).build();
    }
}
