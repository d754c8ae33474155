package org.secondperiod.reporting.inbuilding.api;

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
import org.secondperiod.kit.time.Times;
import org.secondperiod.reporting.inbuilding.InBuildingReport;
import org.secondperiod.reporting.inbuilding.InBuildingReport.LeftOut;
import org.secondperiod.reporting.inbuilding.InBuildingReport.Line;
import org.secondperiod.reporting.inbuilding.db.InBuildingStore;
import org.secondperiod.reporting.inbuilding.db.InBuildingStore.Held;
import org.secondperiod.reporting.outreach.db.OutreachSumStore.Days;
import org.secondperiod.reporting.quality.QualityService;
import org.secondperiod.reporting.visibility.KnownOn;
import org.secondperiod.reporting.visibility.VisibilityService;
import org.secondperiod.reporting.visibility.VisibilityService.Dates;

@Path("/v1/in-building")
@Tag(name = "Reports", description = "Schools in numbers")
public class InBuildingResource {

    private final Jdbi jdbi;
    private final VisibilityService visibility;
    private final InBuildingStore store;
    private final QualityService quality;
    private final Clock clock;

    InBuildingResource(
            Jdbi jdbi, VisibilityService visibility, InBuildingStore store, QualityService quality, Clock clock) {
        this.jdbi = jdbi;
        this.visibility = visibility;
        this.store = store;
        this.quality = quality;
        this.clock = clock;
    }

    @GET
    @NotAudited("it counts, and tells of nobody")
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    @Operation(
            operationId = "reportInBuilding",
            summary = "In the building, but not in class",
            description =
                    "Students who were marked absent and were in the building at the time, day by day, as JSON or CSV. They are absent in"
                            + " every other report: a scan re-routes, it never excuses. The JSON says who is left out and why.")
    @APIResponse(
            responseCode = "200",
            description = KnownOn.NUMBERS,
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = InBuildingReport.class)),
                @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING))
            })
    public InBuildingReport report(
            @Parameter(description = "School ids; all of yours if none is given") @QueryParam("school")
                    List<String> schools,
            @Parameter(description = "The first date, yyyy-MM-dd; 30 days before the last if none is given")
                    @QueryParam("from")
                    @Nullable
                    String from,
            @Parameter(description = "The last date, yyyy-MM-dd; today if none is given") @QueryParam("to") @Nullable
                    String to,
            @Parameter(description = KnownOn.ASKED) @QueryParam("knownOn") @Nullable String knownOn) {
        Schools of = VisibilityService.scope(visibility.asReaderOfSchools(), schools);
        Dates dates = visibility.dates(from, to);
        LocalDate known = visibility.knownOn(knownOn);
        Instant now = Times.now(clock);
        Days days = new Days(of, dates.from(), dates.to(), known);
        return jdbi.inTransaction(tx -> {
            List<Line> lines = store.of(tx, days);
            Held held = store.held(tx, days);
            return new InBuildingReport(
                    dates.from(),
                    dates.to(),
                    known,
                    of.all() ? null : of.ids().stream().sorted().toList(),
                    lines.stream().mapToLong(Line::students).sum(),
                    new LeftOut(held.forDoor(), held.forClass(), quality.notSubmitted(tx, days, now)),
                    lines);
        });
    }
}
