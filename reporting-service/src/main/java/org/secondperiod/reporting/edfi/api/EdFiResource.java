package org.secondperiod.reporting.edfi.api;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.audit.AuditTrail;
import org.secondperiod.kit.time.Times;
import org.secondperiod.reporting.edfi.EdFiService;
import org.secondperiod.reporting.edfi.Extract;
import org.secondperiod.reporting.visibility.VisibilityService;
import org.secondperiod.reporting.visibility.VisibilityService.Dates;

@Path("/v1/ed-fi/student-school-attendance-events")
@Tag(name = "Files", description = "What leaves for the state, the city and other systems")
public class EdFiResource {

    private final Jdbi jdbi;
    private final Clock clock;
    private final AuditTrail trail;
    private final VisibilityService visibility;
    private final EdFiService edFi;

    EdFiResource(Jdbi jdbi, Clock clock, AuditTrail trail, VisibilityService visibility, EdFiService edFi) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.trail = trail;
        this.visibility = visibility;
        this.edFi = edFi;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    @Operation(
            operationId = "extractEdFiAttendance",
            summary = "A school's attendance as Ed-Fi attendance events",
            description =
                    "Each day that counts and was no whole day of presence in time, as a resource studentSchoolAttendanceEvents"
                            + " with Ed-Fi's AttendanceEventCategoryDescriptor; as JSON or CSV. A day without an event is a day"
                            + " of attendance, up to `asOf` and but for `notSubmitted`. A corrected day is another resource:"
                            + " whoever loads this replaces what is there for the same days. Whoever is in it stands in the"
                            + " audit.")
    @APIResponse(
            responseCode = "200",
            description = "As what is known now tells it",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Extract.class)),
                @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING))
            })
    public Extract extract(
            @Parameter(description = "The school's id", required = true) @QueryParam("school") @Nullable String school,
            @Parameter(
                            description =
                                    "The first date, yyyy-MM-dd; 30 days before the last if none is given, and at most a year"
                                            + " before it")
                    @QueryParam("from")
                    @Nullable
                    String from,
            @Parameter(description = "The last date, yyyy-MM-dd; today if none is given") @QueryParam("to") @Nullable
                    String to) {
        var where = visibility.asReaderOfSchools();
        String id = VisibilityService.id("school", school);
        VisibilityService.scope(where, List.of(id));
        Dates dates = visibility.dates(from, to);
        Instant now = Times.now(clock);
        return jdbi.inTransaction(tx -> {
            Extract extract = edFi.extract(tx, id, dates.from(), dates.to(), now);
            trail.school(id);
            extract.events()
                    .forEach(event -> trail.student(event.studentReference().studentUniqueId(), id));
            return extract;
        });
    }
}
