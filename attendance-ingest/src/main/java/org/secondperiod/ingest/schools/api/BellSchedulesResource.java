package org.secondperiod.ingest.schools.api;

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
import org.secondperiod.ingest.input.Paths;
import org.secondperiod.ingest.schools.SchoolProblems;
import org.secondperiod.ingest.schools.SchoolsService;
import org.secondperiod.kit.audit.NotAudited;
import org.secondperiod.kit.identity.Access;
import org.secondperiod.kit.requests.Page;

/** Bell schedules: when the periods are on each type of day. */
@Path("/v1/schools/{schoolId}/bell-schedules")
@Tag(name = "Bell schedules")
public class BellSchedulesResource {

    private final SchoolsService service;
    private final Access access;

    BellSchedulesResource(SchoolsService service, Access access) {
        this.service = service;
        this.access = access;
    }

    @GET
    @NotAudited("it tells how a school is set up, and nothing of any person")
    @Operation(operationId = "listBellSchedules", summary = "A school's bell schedules, all versions")
    @APIResponse(responseCode = "200", description = "All of them.")
    @APIResponse(responseCode = "404", description = "The school is not set up.")
    public RestResponse<Page<BellScheduleBody>> list(@PathParam("schoolId") String schoolId) {
        access.anyhow().at(schoolId);
        var whole = service.get(Paths.schoolId(schoolId));
        return Answers.of(
                new Page<>(whole.schedules().stream().map(BellScheduleBody::of).toList(), null), whole);
    }

    @GET
    @Path("/{dayType}")
    @NotAudited("it tells how a school is set up, and nothing of any person")
    @Operation(
            operationId = "getBellSchedules",
            summary = "A day type's bell schedules, by the date from which they hold")
    @APIResponse(responseCode = "200", description = "Those of the day type.")
    @APIResponse(responseCode = "404", description = "The school is not set up.")
    public RestResponse<Page<BellScheduleBody>> ofType(
            @PathParam("schoolId") String schoolId, @PathParam("dayType") String dayType) {
        access.anyhow().at(schoolId);
        var whole = service.get(Paths.schoolId(schoolId));
        var ofType = whole.schedules().stream()
                .filter(bells -> bells.dayType().equals(dayType))
                .map(BellScheduleBody::of)
                .toList();
        return Answers.of(new Page<>(ofType, null), whole);
    }

    @PUT
    @Path("/{dayType}")
    @Operation(
            operationId = "putBellSchedule",
            summary = "Writes a day type's bell schedule",
            description =
                    "It holds from effectiveFrom on, beside earlier ones of the same day type; one with the same date "
                            + "is replaced. The schedule of regular days must hold the school's trigger period.")
    @APIResponse(responseCode = "200", description = "The schedule as it is now.")
    @APIResponse(responseCode = "404", description = "The school is not set up.")
    @APIResponse(responseCode = "412", description = "Somebody changed the school meanwhile.")
    @APIResponse(responseCode = "422", description = "A field is not valid; the problem names it.")
    public RestResponse<BellScheduleBody> put(
            @PathParam("schoolId") String schoolId,
            @PathParam("dayType") String dayType,
            @Nullable BellScheduleBody body,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        access.as("roster:write", "admin").at(schoolId);
        var id = Paths.schoolId(schoolId);
        if (body == null) {
            throw SchoolProblems.missing("periods");
        }
        var schedule = body.schedule(Paths.id("dayType", dayType));
        return Answers.of(BellScheduleBody.of(schedule), service.put(id, schedule, ifMatch));
    }
}
