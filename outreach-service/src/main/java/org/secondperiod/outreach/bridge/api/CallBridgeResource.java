package org.secondperiod.outreach.bridge.api;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.secondperiod.outreach.bridge.BridgeService;
import org.secondperiod.outreach.bridge.CallBridge;
import org.secondperiod.outreach.visibility.VisibilityService;

/** Which bridge there is. */
@Path("/v1/call-bridge")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Call bridge")
public class CallBridgeResource {

    private final VisibilityService visibility;
    private final BridgeService bridge;

    CallBridgeResource(VisibilityService visibility, BridgeService bridge) {
        this.visibility = visibility;
        this.bridge = bridge;
    }

    /** How calls are placed in this district. */
    @Schema(
            name = "CallBridge",
            requiredProperties = {"kind"})
    public record CallBridgeView(CallBridge.Kind kind) {}

    @GET
    @Operation(
            operationId = "getCallBridge",
            summary = "How calls are placed here",
            description = "By the caller's own telephone, unless the district has a bridge.")
    public CallBridgeView bridge() {
        visibility.asCaller();
        return new CallBridgeView(bridge.kind());
    }
}
