package org.secondperiod.reporting.movement.api;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
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
import org.secondperiod.kit.audit.NotAudited;
import org.secondperiod.kit.grants.Schools;
import org.secondperiod.reporting.chronicabsence.GroupBy;
import org.secondperiod.reporting.movement.MovementReport;
import org.secondperiod.reporting.movement.MovementService;
import org.secondperiod.reporting.visibility.KnownOn;
import org.secondperiod.reporting.visibility.VisibilityService;

@Path("/v1/movement")
@Tag(name = "Reports", description = "Schools in numbers")
public class MovementResource {

    private final Jdbi jdbi;
    private final VisibilityService visibility;
    private final MovementService movement;

    MovementResource(Jdbi jdbi, VisibilityService visibility, MovementService movement) {
        this.jdbi = jdbi;
        this.visibility = visibility;
        this.movement = movement;
    }

    @GET
    @NotAudited("it counts, and tells of nobody")
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    @Operation(
            operationId = "reportMovement",
            summary = "Movement between bands in a month",
            description =
                    "How many students stood how at the end of the month, by how they stood at the end of the month before,"
                            + " as JSON or CSV. Who was enrolled since is NOT_HERE before. Only for who may read of the"
                            + " students of each school asked for one by one. knownOn is a date of the month or later.")
    @APIResponse(
            responseCode = "200",
            description = KnownOn.NUMBERS,
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = MovementReport.class)),
                @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING))
            })
    public MovementReport report(
            @Parameter(description = "School ids; all of yours if none is given") @QueryParam("school")
                    List<String> schools,
            @Parameter(description = "A date of the month, yyyy-MM-dd; today if none is given, or knownOn")
                    @QueryParam("month")
                    @Nullable
                    String month,
            @Parameter(description = KnownOn.ASKED) @QueryParam("knownOn") @Nullable String knownOn,
            @Parameter(description = "A line for each; only the total if none is given")
                    @QueryParam("groupBy")
                    @Nullable
                    GroupBy groupBy) {
        Schools of = VisibilityService.scope(visibility.asReaderOfSchools(), schools);
        LocalDate known = visibility.knownOn(knownOn);
        LocalDate date = month == null ? monthThatHadBegun(known) : visibility.date("month", month);
        return jdbi.inTransaction(tx -> movement.report(tx, of, date, known, groupBy));
    }

    /** Today's month, or the one that it was when that was known. */
    private LocalDate monthThatHadBegun(@Nullable LocalDate known) {
        LocalDate today = visibility.date("month", null);
        return known == null || known.isAfter(today) ? today : known;
    }
}
