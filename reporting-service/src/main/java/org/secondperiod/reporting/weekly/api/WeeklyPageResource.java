package org.secondperiod.reporting.weekly.api;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.audit.NotAudited;
import org.secondperiod.reporting.visibility.VisibilityService;
import org.secondperiod.reporting.weekly.WeeklyPage;
import org.secondperiod.reporting.weekly.WeeklyService;

@Path("/v1/weekly-page")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Files", description = "What leaves for the state, the city and other systems")
public class WeeklyPageResource {

    private final Jdbi jdbi;
    private final VisibilityService visibility;
    private final WeeklyService weekly;

    WeeklyPageResource(Jdbi jdbi, VisibilityService visibility, WeeklyService weekly) {
        this.jdbi = jdbi;
        this.visibility = visibility;
        this.weekly = weekly;
    }

    @GET
    @NotAudited("it counts, and tells of nobody")
    @Operation(
            operationId = "getWeeklyPage",
            summary = "A school's week, for a wall",
            description =
                    "Attendance of the week, of its days and of its grades, with the chronic share beside it, and how many"
                            + " families were called: in whole percents, without names, without grades of fewer than ten"
                            + " students, and without a share that is of fewer than ten or leaves fewer than ten, or from which"
                            + " such a share follows.")
    @APIResponse(
            responseCode = "200",
            description = "As what is known now tells it",
            content = @Content(schema = @Schema(implementation = WeeklyPage.class)))
    public WeeklyPage page(
            @Parameter(description = "The school's id", required = true) @QueryParam("school") @Nullable String school,
            @Parameter(description = "A date of the week, yyyy-MM-dd; today if none is given")
                    @QueryParam("week")
                    @Nullable
                    String week) {
        var where = visibility.asReaderOfSchools();
        String id = VisibilityService.id("school", school);
        VisibilityService.scope(where, List.of(id));
        LocalDate date = visibility.date("week", week);
        return jdbi.inTransaction(tx -> weekly.page(tx, id, date));
    }
}
