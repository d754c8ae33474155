package org.secondperiod.reporting.quality.api;

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
import org.secondperiod.reporting.outreach.db.OutreachSumStore.Days;
import org.secondperiod.reporting.quality.QualityReport;
import org.secondperiod.reporting.quality.QualityService;
import org.secondperiod.reporting.visibility.KnownOn;
import org.secondperiod.reporting.visibility.VisibilityService;
import org.secondperiod.reporting.visibility.VisibilityService.Dates;

@Path("/v1/data-quality")
@Tag(name = "Reports", description = "Schools in numbers")
public class QualityResource {

    private final Jdbi jdbi;
    private final VisibilityService visibility;
    private final QualityService quality;
    private final Clock clock;

    QualityResource(Jdbi jdbi, VisibilityService visibility, QualityService quality, Clock clock) {
        this.jdbi = jdbi;
        this.visibility = visibility;
        this.quality = quality;
        this.clock = clock;
    }

    @GET
    @NotAudited("it counts, and tells of nobody")
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    @Operation(
            operationId = "reportDataQuality",
            summary = "What numbers lack",
            description =
                    "Days that schools have not submitted, or fewer of their classes than usual, marks whose code means nothing yet, and"
                            + " days on which students were held since a door was silent or a class had not submitted, as JSON or"
                            + " CSV. Today is not over, and is left out.")
    @APIResponse(
            responseCode = "200",
            description = KnownOn.NUMBERS,
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = QualityReport.class)),
                @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING))
            })
    public QualityReport report(
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
        Instant now = Times.now(clock);
        Days days = new Days(of, dates.from(), dates.to(), visibility.knownOn(knownOn));
        return jdbi.inTransaction(tx -> quality.report(tx, days, now));
    }
}
