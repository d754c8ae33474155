package org.secondperiod.reporting.outreach.api;

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
import org.secondperiod.kit.problems.Problems;
import org.secondperiod.reporting.outreach.OutreachReport;
import org.secondperiod.reporting.outreach.OutreachReport.GroupBy;
import org.secondperiod.reporting.outreach.OutreachService;
import org.secondperiod.reporting.outreach.db.OutreachSumStore.Days;
import org.secondperiod.reporting.visibility.KnownOn;
import org.secondperiod.reporting.visibility.VisibilityService;
import org.secondperiod.reporting.visibility.VisibilityService.Dates;

@Path("/v1/outreach")
@Tag(name = "Reports", description = "Schools in numbers")
public class OutreachResource {

    private final Jdbi jdbi;
    private final VisibilityService visibility;
    private final OutreachService outreach;

    OutreachResource(Jdbi jdbi, VisibilityService visibility, OutreachService outreach) {
        this.jdbi = jdbi;
        this.visibility = visibility;
        this.outreach = outreach;
    }

    @GET
    @NotAudited("it counts calls, and tells of no student")
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    @Operation(
            operationId = "reportOutreach",
            summary = "What the calls achieved",
            description =
                    "Coverage 30, 60 and 120 minutes after the cut-off, families reached, successful contacts, same-day return,"
                            + " promises kept, continuity, number health, absence on the next day, and calls made in error"
                            + " with their causes, as JSON or CSV. CALLER is for the school's attendance lead, in the order of"
                            + " ids. What is said of before and after proves nothing by itself: who is called was absent."
                            + " It ends with yesterday unless 'to' says otherwise: of a day that is not over whoever has not been"
                            + " called counts as not called, also before the 30, 60 and 120 minutes have passed, and a promise as"
                            + " not kept before its time has come.")
    @APIResponse(
            responseCode = "200",
            description = KnownOn.NUMBERS,
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = OutreachReport.class)),
                @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING))
            })
    public OutreachReport report(
            @Parameter(description = "School ids; all of yours if none is given") @QueryParam("school")
                    List<String> schools,
            @Parameter(description = "The first date, yyyy-MM-dd; 30 days before the last if none is given")
                    @QueryParam("from")
                    @Nullable
                    String from,
            @Parameter(
                            description =
                                    "The last date, yyyy-MM-dd; yesterday if none is given, or the day before knownOn, since a day"
                                            + " that is not over has calls that are not due yet")
                    @QueryParam("to")
                    @Nullable
                    String to,
            @Parameter(description = KnownOn.ASKED) @QueryParam("knownOn") @Nullable String knownOn,
            @Parameter(description = "A line for each; only the total if none is given")
                    @QueryParam("groupBy")
                    @Nullable
                    GroupBy groupBy) {
        Schools of = VisibilityService.scope(visibility.asReaderOfSchools(), schools);
        if (groupBy == GroupBy.CALLER && !visibility.leadsAt().holdsAll(of)) {
            throw Problems.of(
                    403,
                    "not-allowed",
                    "Not allowed",
                    "Callers one by one are only for who leads them at each school asked for. Ask by SCHOOL or WEEK, or for"
                            + " schools where you lead.");
        }
        LocalDate known = visibility.knownOn(knownOn);
        Dates dates = visibility.dates(
                from, to == null || to.isBlank() ? lastThatIsOver(known).toString() : to);
        Days days = new Days(of, dates.from(), dates.to(), known);
        return jdbi.inTransaction(tx -> outreach.report(tx, days, groupBy));
    }

    /** The last day that is over, or was on the date as of which it is asked what was known. */
    private LocalDate lastThatIsOver(@Nullable LocalDate known) {
        LocalDate today = visibility.date("to", null);
        return (known == null || known.isAfter(today) ? today : known).minusDays(1);
    }
}
