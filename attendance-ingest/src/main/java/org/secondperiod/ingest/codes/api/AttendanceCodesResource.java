package org.secondperiod.ingest.codes.api;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.secondperiod.ingest.codes.CodeScope;
import org.secondperiod.ingest.codes.CodesProblems;
import org.secondperiod.ingest.codes.CodesService;
import org.secondperiod.kit.audit.NotAudited;
import org.secondperiod.kit.identity.Access;

/** What the codes mean in the district. */
@Path("/v1/attendance-codes")
@Tag(name = "Attendance codes")
public class AttendanceCodesResource {

    private final CodesService service;
    private final Access access;

    AttendanceCodesResource(CodesService service, Access access) {
        this.service = service;
        this.access = access;
    }

    @GET
    @NotAudited("it tells how a school is set up, and nothing of any person")
    @Operation(operationId = "getAttendanceCodes", summary = "The district's codes")
    public RestResponse<CodesBody> district() {
        access.as("roster:write", "marks:write", "admin", "attendance-lead", "principal");
        return CodeAnswers.of(service.get(CodeScope.DISTRICT));
    }

    @PUT
    @Operation(
            operationId = "putAttendanceCodes",
            summary = "Replaces the district's codes",
            description =
                    "They hold at every school that has no code of its own. Marks that waited in quarantine for one "
                            + "of them go on by themselves.")
    @APIResponse(responseCode = "200", description = "The codes as they are now; ETag is their version.")
    @APIResponse(responseCode = "412", description = "Somebody changed them meanwhile.")
    @APIResponse(responseCode = "422", description = "A code is not valid; the problem names it.")
    public RestResponse<CodesBody> replaceDistrict(
            @Nullable CodesBody body, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        if (!access.as("roster:write", "admin", "attendance-lead").isEverywhere()) {
            throw CodesProblems.needsAllSchools();
        }
        return CodeAnswers.of(service.replace(CodeScope.DISTRICT, CodeAnswers.codes(body), ifMatch, access.subject()));
    }
}
