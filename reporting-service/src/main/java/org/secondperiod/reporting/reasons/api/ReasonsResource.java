package org.secondperiod.reporting.reasons.api;

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
import org.secondperiod.reporting.chronicabsence.GroupBy;
import org.secondperiod.reporting.outreach.db.OutreachSumStore.Days;
import org.secondperiod.reporting.reasons.ReasonsReport;
import org.secondperiod.reporting.reasons.ReasonsService;
import org.secondperiod.reporting.visibility.KnownOn;
import org.secondperiod.reporting.visibility.VisibilityService;
import org.secondperiod.reporting.visibility.VisibilityService.Dates;

@Path("/v1/absence-reasons")
@Tag(name = "Reports", description = "Schools in numbers")
public class ReasonsResource {

    private final Jdbi jdbi;
    private final VisibilityService visibility;
    private final ReasonsService reasons;
    private final Clock clock;

    ReasonsResource(Jdbi jdbi, VisibilityService visibility, ReasonsService reasons, Clock clock) {
        this.jdbi = jdbi;
        this.visibility = visibility;
        this.reasons = reasons;
        this.clock = clock;
    }

    @GET
    @NotAudited("it counts, and tells of nobody")
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    @Operation(
            operationId = "reportAbsenceReasons",
            summary = "Absences by reason",
            description =
                    "As attendance says it, as families said it on the phone, and what people who know the student take to be at the"
                            + " root, as JSON or CSV, of everybody and by school, grade, homeroom or group. Attendance's absences are"
                            + " those that count in every other report, whole days and half ones. Excused and unexcused"
                            + " absences count alike. Root causes are for who leads or answers for each school asked for, and in"
                            + " groups of fewer than ten students they are told of these groups together only. The JSON says what is"
                            + " left out and why.")
    @APIResponse(
            responseCode = "200",
            description = KnownOn.NUMBERS,
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ReasonsReport.class)),
                @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING))
            })
    public ReasonsReport report(
            @Parameter(description = "School ids; all of yours if none is given") @QueryParam("school")
                    List<String> schools,
            @Parameter(description = "The first date, yyyy-MM-dd; 30 days before the last if none is given")
                    @QueryParam("from")
                    @Nullable
                    String from,
            @Parameter(description = "The last date, yyyy-MM-dd; today if none is given") @QueryParam("to") @Nullable
                    String to,
            @Parameter(description = KnownOn.ASKED) @QueryParam("knownOn") @Nullable String knownOn,
            @Parameter(description = "Each of them too; only the total if none is given")
                    @QueryParam("groupBy")
                    @Nullable
                    GroupBy groupBy) {
        Schools of = VisibilityService.scope(visibility.asReaderOfSchools(), schools);
        Dates dates = visibility.dates(from, to);
        LocalDate known = visibility.knownOn(knownOn);
        boolean rootCauses = visibility.leadsOrAnswersAt().holdsAll(of);
        Instant now = Times.now(clock);
        Days days = new Days(of, dates.from(), dates.to(), known);
        return jdbi.inTransaction(tx -> reasons.report(tx, days, groupBy, rootCauses, now));
    }
}
