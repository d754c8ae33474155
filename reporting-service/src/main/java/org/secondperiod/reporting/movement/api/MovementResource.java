package org.secondperiod.reporting.movement.api;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
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
import org.secondperiod.kit.problems.Problems;
import org.secondperiod.kit.time.Times;
import org.secondperiod.reporting.chronicabsence.GroupBy;
import org.secondperiod.reporting.movement.MovementReport;
import org.secondperiod.reporting.movement.MovementService;
import org.secondperiod.reporting.movement.MovementService.Asked;
import org.secondperiod.reporting.visibility.KnownOn;
import org.secondperiod.reporting.visibility.VisibilityService;

@Path("/v1/movement")
@Tag(name = "Reports", description = "Schools in numbers")
public class MovementResource {

    private final Jdbi jdbi;
    private final Clock clock;
    private final VisibilityService visibility;
    private final MovementService movement;

    MovementResource(Jdbi jdbi, Clock clock, VisibilityService visibility, MovementService movement) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.visibility = visibility;
        this.movement = movement;
    }

    @GET
    @NotAudited("it counts, and tells of nobody")
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    @Operation(
            operationId = "reportMovement",
            summary = "Movement between bands in a month, or between any two dates",
            description =
                    "How many students stood how at the end of the month, by how they stood at the end of the month before; or as"
                            + " of to, by how they stood as of from, two dates of a school year; as JSON or CSV. Who was enrolled"
                            + " since is NOT_HERE before. Only for who may read of the students of each school asked for one by"
                            + " one. knownOn is a date of the month or later, and after from. Months are kept up; other dates are"
                            + " counted out of every student's days, which takes seconds for a large district.")
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
            @Parameter(
                            description =
                                    "A date of the month, yyyy-MM-dd; today if none is given, or knownOn; not with from and to")
                    @QueryParam("month")
                    @Nullable
                    String month,
            @Parameter(description = "As of this date, itself too, they stood before, yyyy-MM-dd; instead of month")
                    @QueryParam("from")
                    @Nullable
                    String from,
            @Parameter(
                            description =
                                    "As of this date, itself too, they stand, yyyy-MM-dd, of the same school year; today if only from"
                                            + " is given, or knownOn")
                    @QueryParam("to")
                    @Nullable
                    String to,
            @Parameter(description = KnownOn.ASKED) @QueryParam("knownOn") @Nullable String knownOn,
            @Parameter(description = "A line for each; only the total if none is given")
                    @QueryParam("groupBy")
                    @Nullable
                    GroupBy groupBy) {
        Schools of = VisibilityService.scope(visibility.asReaderOfSchools(), schools);
        Asked asked = new Asked(of, visibility.knownOn(knownOn), groupBy);
        if (!isGiven(from) && !isGiven(to)) {
            LocalDate date = isGiven(month) ? visibility.date("month", month) : todayOr(asked.knownOn());
            return jdbi.inTransaction(tx -> movement.inMonth(tx, asked, date));
        }
        if (isGiven(month)) {
            throw Problems.field("month", "must not be given together with 'from' and 'to'");
        }
        LocalDate last = isGiven(to) ? visibility.date("to", to) : todayOr(asked.knownOn());
        if (!isGiven(from)) {
            throw Problems.field("from", "must be given with 'to'");
        }
        LocalDate first = visibility.date("from", from);
        Instant now = Times.now(clock);
        return jdbi.inTransaction(tx -> movement.between(tx, asked, first, last, now));
    }

    private static boolean isGiven(@Nullable String asked) {
        return asked != null && !asked.isBlank();
    }

    /** Today, or the day that it was when that was known. */
    private LocalDate todayOr(@Nullable LocalDate known) {
        LocalDate today = visibility.date("to", null);
        return known == null || known.isAfter(today) ? today : known;
    }
}
