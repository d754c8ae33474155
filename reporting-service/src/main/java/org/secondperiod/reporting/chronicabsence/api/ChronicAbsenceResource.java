package org.secondperiod.reporting.chronicabsence.api;

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
import org.secondperiod.kit.identity.Where;
import org.secondperiod.reporting.chronicabsence.ChronicAbsenceService;
import org.secondperiod.reporting.chronicabsence.GroupBy;
import org.secondperiod.reporting.chronicabsence.Report;
import org.secondperiod.reporting.chronicabsence.db.SumStore.At;
import org.secondperiod.reporting.visibility.KnownOn;
import org.secondperiod.reporting.visibility.VisibilityService;

@Path("/v1/chronic-absence")
@Tag(name = "Reports", description = "Schools in numbers")
public class ChronicAbsenceResource {

    private final Jdbi jdbi;
    private final VisibilityService visibility;
    private final ChronicAbsenceService reports;

    ChronicAbsenceResource(Jdbi jdbi, VisibilityService visibility, ChronicAbsenceService reports) {
        this.jdbi = jdbi;
        this.visibility = visibility;
        this.reports = reports;
    }

    @GET
    @NotAudited("it counts, and tells of nobody")
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    @Operation(
            operationId = "reportChronicAbsence",
            summary = "Chronic absence as of a date",
            description =
                    "How many students are in which band, who is left out and why, and average daily attendance beside it, as"
                            + " JSON or CSV. Bands are decided in whole half days; percentages are rounded to be shown. Who"
                            + " may not read of the students of each school asked for one by one gets the last month that"
                            + " ended a week ago or earlier and by `asOf`, as it was counted when somebody first asked for it,"
                            + " by school or grade, and no number from which one of fewer than ten students follows:"
                            + " such students are in `rest` or in `total` only.")
    @APIResponse(
            responseCode = "200",
            description = KnownOn.NUMBERS,
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Report.class)),
                @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING))
            })
    public Report report(
            @Parameter(
                            description =
                                    "School ids; all of yours if none is given, which is the district for who has all of them")
                    @QueryParam("school")
                    List<String> schools,
            @Parameter(
                            description =
                                    "The last date that counts, yyyy-MM-dd; today if none is given. The answer's asOf says which"
                                            + " date it was")
                    @QueryParam("asOf")
                    @Nullable
                    String asOf,
            @Parameter(description = KnownOn.ASKED) @QueryParam("knownOn") @Nullable String knownOn,
            @Parameter(
                            description =
                                    "A line for each; only the total if none is given. HOMEROOM and GROUP only where you may"
                                            + " read of the students one by one")
                    @QueryParam("groupBy")
                    @Nullable
                    GroupBy groupBy) {
        Where where = visibility.asReaderOfNumbers();
        Schools of = VisibilityService.scope(where, schools);
        LocalDate date = visibility.date("asOf", asOf);
        At at = new At(date, visibility.knownOn(knownOn));
        Schools readsStudentsAt = visibility.readsOfStudentsAt();
        return jdbi.inTransaction(tx -> readsStudentsAt.holdsAll(of)
                ? reports.report(tx, of, at, groupBy)
                : reports.released(tx, of, at, groupBy));
    }
}
