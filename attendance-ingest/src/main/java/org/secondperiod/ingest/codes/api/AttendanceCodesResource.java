package org.secondperiod.ingest.codes.api;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.secondperiod.ingest.codes.CodeScope;
import org.secondperiod.ingest.codes.CodesProblems;
import org.secondperiod.ingest.codes.CodesService;
import org.secondperiod.ingest.codes.CodesService.CodeSet;
import org.secondperiod.ingest.input.IfMatch;
import org.secondperiod.ingest.input.Paths;
import org.secondperiod.kit.identity.Access;

/** What the codes mean, for the district and for each school. */
@Path("/v1")
@Tag(name = "Attendance codes")
public class AttendanceCodesResource {

    private static final String[] MAY_MAP = {"roster:write", "admin", "attendance-lead"};

    private final CodesService service;
    private final Access access;

    AttendanceCodesResource(CodesService service, Access access) {
        this.service = service;
        this.access = access;
    }

    @GET
    @Path("/attendance-codes")
    @Operation(summary = "The district's codes")
    public RestResponse<CodesBody> district() {
        access.require("roster:write", "marks:write", "admin", "attendance-lead");
        return answer(service.get(CodeScope.DISTRICT));
    }

    @PUT
    @Path("/attendance-codes")
    @Operation(
            summary = "Replaces the district's codes",
            description = "They hold at every school that has no code of its own. Marks that waited in quarantine for one "
                    + "of them go on by themselves.")
    @APIResponse(responseCode = "200", description = "The codes as they are now; ETag is their version.")
    @APIResponse(responseCode = "412", description = "Somebody changed them meanwhile.")
    @APIResponse(responseCode = "422", description = "A code is not valid; the problem names it.")
    public RestResponse<CodesBody> replaceDistrict(
            CodesBody body, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        access.require(MAY_MAP);
        if (!access.allSchools()) {
            throw CodesProblems.needsAllSchools();
        }
        return replace(CodeScope.DISTRICT, body, ifMatch);
    }

    @GET
    @Path("/schools/{schoolId}/attendance-codes")
    @Operation(summary = "A school's own codes", description = "Without those of the district, which hold beside them.")
    public RestResponse<CodesBody> ofSchool(@PathParam("schoolId") String schoolId) {
        access.require("roster:write", "marks:write", "admin", "attendance-lead");
        access.requireSchool(schoolId);
        return answer(service.get(CodeScope.of(Paths.schoolId(schoolId))));
    }

    @PUT
    @Path("/schools/{schoolId}/attendance-codes")
    @Operation(
            summary = "Replaces a school's own codes",
            description = "They win over the district's. Marks that waited in quarantine for one of them go on by themselves.")
    @APIResponse(responseCode = "200", description = "The codes as they are now; ETag is their version.")
    @APIResponse(responseCode = "412", description = "Somebody changed them meanwhile.")
    @APIResponse(responseCode = "422", description = "A code is not valid; the problem names it.")
    public RestResponse<CodesBody> replaceOfSchool(
            @PathParam("schoolId") String schoolId,
            CodesBody body,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        access.require(MAY_MAP);
        access.requireSchool(schoolId);
        return replace(CodeScope.of(Paths.schoolId(schoolId)), body, ifMatch);
    }

    private RestResponse<CodesBody> replace(CodeScope scope, @Nullable CodesBody body, @Nullable String ifMatch) {
        if (body == null || body.codes() == null || body.codes().stream().anyMatch(Objects::isNull)) {
            throw CodesProblems.noCodes();
        }
        return answer(service.replace(scope, body.mapped(), ifMatch, access.subject()));
    }

    private static RestResponse<CodesBody> answer(CodeSet set) {
        return RestResponse.ResponseBuilder.ok(CodesBody.of(set.codes()))
                .header(HttpHeaders.ETAG, IfMatch.tag(set.version()))
                .build();
    }
}
