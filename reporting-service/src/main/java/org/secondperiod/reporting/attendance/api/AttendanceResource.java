package org.secondperiod.reporting.attendance.api;

import jakarta.ws.rs.DefaultValue;
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
import org.secondperiod.kit.audit.NotAudited;
import org.secondperiod.kit.grants.Schools;
import org.secondperiod.kit.time.Times;
import org.secondperiod.reporting.attendance.By;
import org.secondperiod.reporting.attendance.Trend;
import org.secondperiod.reporting.attendance.TrendService;
import org.secondperiod.reporting.attendance.TrendService.Question;
import org.secondperiod.reporting.tallies.Scope;
import org.secondperiod.reporting.visibility.KnownOn;
import org.secondperiod.reporting.visibility.VisibilityService;

@Path("/v1/attendance")
@Tag(name = "Reports", description = "Schools in numbers")
public class AttendanceResource {

    private final Jdbi jdbi;
    private final VisibilityService visibility;
    private final TrendService trends;
    private final Clock clock;

    AttendanceResource(Jdbi jdbi, VisibilityService visibility, TrendService trends, Clock clock) {
        this.jdbi = jdbi;
        this.visibility = visibility;
        this.trends = trends;
        this.clock = clock;
    }

    @GET
    @NotAudited("it counts, and tells of nobody")
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    @Operation(
            operationId = "reportAttendance",
            summary = "Average daily attendance over time, with the chronic share beside it",
            description =
                    "By day, week, month or weekday of a school year, with who is in no band and why, as JSON or CSV. Who may not"
                            + " read of the students of each school asked for one by one gets released months (by=MONTH), as they"
                            + " were counted when somebody first asked.")
    @APIResponse(
            responseCode = "200",
            description = KnownOn.NUMBERS,
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Trend.class)),
                @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING))
            })
    public Trend attendance(
            @Parameter(description = "School ids; all of yours if none is given") @QueryParam("school")
                    List<String> schools,
            @Parameter(description = "The first date, yyyy-MM-dd; the school year's first if none is given")
                    @QueryParam("from")
                    @Nullable
                    String from,
            @Parameter(description = "The last date, yyyy-MM-dd; today if none is given") @QueryParam("to") @Nullable
                    String to,
            @Parameter(description = KnownOn.ASKED) @QueryParam("knownOn") @Nullable String knownOn,
            @Parameter(description = "What a line is of") @QueryParam("by") @DefaultValue("WEEK") By by,
            @Parameter(description = "Whose attendance; DISTRICT: everybody of the schools asked for")
                    @QueryParam("of")
                    @DefaultValue("DISTRICT")
                    Scope.Kind of,
            @Parameter(description = "The grade, homeroom or group; of those without one if none is given")
                    @QueryParam("value")
                    @Nullable
                    String value) {
        Schools asked = VisibilityService.scope(visibility.asReaderOfNumbers(), schools);
        Question question = new Question(
                from == null ? null : visibility.date("from", from),
                visibility.date("to", to),
                visibility.knownOn(knownOn),
                by,
                of,
                value);
        Instant now = Times.now(clock);
        Schools readsStudentsAt = visibility.readsOfStudentsAt();
        return jdbi.inTransaction(tx -> readsStudentsAt.holdsAll(asked)
                ? trends.trend(tx, asked, question, now)
                : trends.released(tx, asked, question));
    }
}
