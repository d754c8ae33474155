package org.secondperiod.ingest.schools.api;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.ZoneId;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.secondperiod.ingest.input.Paths;
import org.secondperiod.ingest.schools.SchoolProblems;
import org.secondperiod.ingest.schools.SchoolsService;
import org.secondperiod.kit.audit.NotAudited;
import org.secondperiod.kit.identity.Access;
import org.secondperiod.kit.requests.Page;

/** Schools and their settings. */
@Path("/v1/schools")
@Tag(name = "Schools")
public class SchoolsResource {

    private final SchoolsService service;
    private final Access access;
    private final ZoneId districtZone;

    SchoolsResource(
            SchoolsService service,
            Access access,
            @ConfigProperty(name = "secondperiod.district.zone") ZoneId districtZone) {
        this.service = service;
        this.access = access;
        this.districtZone = districtZone;
    }

    @GET
    @NotAudited("it tells how a school is set up, and nothing of any person")
    @Operation(operationId = "listSchools", summary = "Your schools")
    public Page<SchoolBody> list() {
        var where = access.anyhow();
        return new Page<>(
                service.all().stream()
                        .filter(school -> where.holds(school.id().value()))
                        .map(SchoolBody::of)
                        .toList(),
                null);
    }

    @GET
    @Path("/{schoolId}")
    @NotAudited("it tells how a school is set up, and nothing of any person")
    @Operation(operationId = "getSchool", summary = "A school's settings")
    @APIResponse(responseCode = "200", description = "ETag is the version of the school with its bells and calendar.")
    @APIResponse(responseCode = "404", description = "The school is not set up.")
    public RestResponse<SchoolBody> get(@PathParam("schoolId") String schoolId) {
        access.anyhow().at(schoolId);
        var whole = service.get(Paths.schoolId(schoolId));
        return Answers.of(SchoolBody.of(whole.school()), whole);
    }

    @PUT
    @Path("/{schoolId}")
    @Operation(
            operationId = "putSchool",
            summary = "Sets a school up, or changes its settings",
            description = "What is left out has its default. Bells and calendar stay as they are.")
    @APIResponse(responseCode = "200", description = "The settings as they are now.")
    @APIResponse(responseCode = "412", description = "Somebody changed the school meanwhile.")
    @APIResponse(responseCode = "422", description = "A field is not valid; the problem names it.")
    public RestResponse<SchoolBody> put(
            @PathParam("schoolId") String schoolId,
            @Nullable SchoolBody body,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        access.as("roster:write", "admin").at(schoolId);
        var id = Paths.schoolId(schoolId);
        if (body == null) {
            throw SchoolProblems.missing("name");
        }
        var whole = service.put(body.school(id, districtZone), ifMatch);
        return Answers.of(SchoolBody.of(whole.school()), whole);
    }
}
