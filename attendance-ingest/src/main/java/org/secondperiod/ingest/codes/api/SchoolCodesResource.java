package org.secondperiod.ingest.codes.api;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.secondperiod.ingest.codes.CodeScope;
import org.secondperiod.ingest.codes.CodesService;
import org.secondperiod.ingest.input.Paths;
import org.secondperiod.kit.audit.NotAudited;
import org.secondperiod.kit.identity.Access;

/** What the codes mean at one school. */
@Path("/v1/schools/{schoolId}/attendance-codes")
@Tag(name = "Attendance codes")
public class SchoolCodesResource {

    private final CodesService service;
    private final Access access;

    SchoolCodesResource(CodesService service, Access access) {
        this.service = service;
        this.access = access;
    }

    @GET
    @NotAudited("it tells how a school is set up, and nothing of any person")
    @Operation(
            operationId = "getSchoolAttendanceCodes",
            summary = "A school's own codes",
            description = "Without those of the district, which hold beside them.")
    public RestResponse<CodesBody> ofSchool(@PathParam("schoolId") String schoolId) {
        access.as("roster:write", "marks:write", "admin", "attendance-lead", "principal")
                .at(schoolId);
        return CodeAnswers.of(service.get(CodeScope.of(Paths.schoolId(schoolId))));
    }

    @PUT
    @Operation(
            operationId = "putSchoolAttendanceCodes",
            summary = "Replaces a school's own codes",
            description =
                    "They win over the district's. Marks that waited in quarantine for one of them go on by themselves.")
    @APIResponse(responseCode = "200", description = "The codes as they are now; ETag is their version.")
    @APIResponse(responseCode = "412", description = "Somebody changed them meanwhile.")
    @APIResponse(responseCode = "422", description = "A code is not valid; the problem names it.")
    public RestResponse<CodesBody> replaceOfSchool(
            @PathParam("schoolId") String schoolId,
            @Nullable CodesBody body,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        access.as("roster:write", "admin", "attendance-lead").at(schoolId);
        var scope = CodeScope.of(Paths.schoolId(schoolId));
        return CodeAnswers.of(service.replace(scope, CodeAnswers.codes(body), ifMatch, access.subject()));
    }
}
