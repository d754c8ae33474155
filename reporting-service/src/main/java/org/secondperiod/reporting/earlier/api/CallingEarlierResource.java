package org.secondperiod.reporting.earlier.api;

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
import org.secondperiod.reporting.earlier.CallingEarlierReport;
import org.secondperiod.reporting.earlier.CallingEarlierService;
import org.secondperiod.reporting.outreach.db.OutreachSumStore.Days;
import org.secondperiod.reporting.visibility.KnownOn;
import org.secondperiod.reporting.visibility.VisibilityService;
import org.secondperiod.reporting.visibility.VisibilityService.Dates;

@Path("/v1/calling-earlier")
@Tag(name = "Reports", description = "Schools in numbers")
public class CallingEarlierResource {

    private final Jdbi jdbi;
    private final VisibilityService visibility;
    private final CallingEarlierService earlier;

    CallingEarlierResource(Jdbi jdbi, VisibilityService visibility, CallingEarlierService earlier) {
        this.jdbi = jdbi;
        this.visibility = visibility;
        this.earlier = earlier;
    }

    @GET
    @NotAudited("it counts, and tells of nobody")
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    @Operation(
            operationId = "reportCallingEarlier",
            summary = "What calling earlier rather than later changes",
            description =
                    "Only where the district has approved that equals are drawn: students of one band of one school's day who were"
                            + " drawn early, beside those who were drawn late, with the difference in who came the same day, its"
                            + " interval, its sample, and what it does not show, as JSON or CSV. It is of days that are over.")
    @APIResponse(
            responseCode = "200",
            description = KnownOn.NUMBERS,
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = CallingEarlierReport.class)),
                @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING))
            })
    public CallingEarlierReport report(
            @Parameter(description = "School ids; all of yours if none is given") @QueryParam("school")
                    List<String> schools,
            @Parameter(description = "The first date, yyyy-MM-dd; 30 days before the last if none is given")
                    @QueryParam("from")
                    @Nullable
                    String from,
            @Parameter(description = "The last date, yyyy-MM-dd; yesterday at the latest, and if none is given")
                    @QueryParam("to")
                    @Nullable
                    String to,
            @Parameter(description = KnownOn.ASKED) @QueryParam("knownOn") @Nullable String knownOn) {
        Schools of = VisibilityService.scope(visibility.asReaderOfSchools(), schools);
        Dates dates = visibility.dates(from, to);
        LocalDate known = visibility.knownOn(knownOn);
        LocalDate today = visibility.date("to", null);
        LocalDate yesterday = (known == null || known.isAfter(today) ? today : known).minusDays(1);
        LocalDate last = dates.to().isAfter(yesterday) ? yesterday : dates.to();
        LocalDate first = dates.from().isAfter(last) ? last : dates.from();
        return jdbi.inTransaction(tx -> earlier.report(tx, new Days(of, first, last, known)));
    }
}
