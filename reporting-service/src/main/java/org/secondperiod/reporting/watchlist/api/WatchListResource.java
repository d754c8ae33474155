package org.secondperiod.reporting.watchlist.api;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.audit.AuditTrail;
import org.secondperiod.kit.grants.Schools;
import org.secondperiod.kit.time.Times;
import org.secondperiod.reporting.chronicabsence.db.SumStore.At;
import org.secondperiod.reporting.visibility.KnownOn;
import org.secondperiod.reporting.visibility.VisibilityService;
import org.secondperiod.reporting.watchlist.WatchList;
import org.secondperiod.reporting.watchlist.WatchListService;
import org.secondperiod.reporting.watchlist.Whom;
import org.secondperiod.reporting.watchlist.Why;

@Path("/v1/watch-list")
@Tag(name = "Students", description = "One student's attendance")
public class WatchListResource {

    private final Jdbi jdbi;
    private final Clock clock;
    private final AuditTrail trail;
    private final VisibilityService visibility;
    private final WatchListService lists;

    WatchListResource(Jdbi jdbi, Clock clock, AuditTrail trail, VisibilityService visibility, WatchListService lists) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.trail = trail;
        this.visibility = visibility;
        this.lists = lists;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    @Operation(
            operationId = "listWatched",
            summary = "Students whom a school should look at",
            description =
                    "Newly at risk, one absence from a worse band, three or more days in a row, few absences left: one by one,"
                            + " for who leads or answers for the school, as JSON or CSV, with how many for which reason, and who is left"
                            + " out and why. Each school counts its own days."
                            + " Families are told days, never a band. Who was listed stands in the audit.")
    @APIResponse(
            responseCode = "200",
            description = "As what is known now tells it, or what was known on knownOn",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = WatchList.class)),
                @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING))
            })
    public WatchList list(
            @Parameter(description = "School ids; all of yours if none is given") @QueryParam("school")
                    List<String> schools,
            @Parameter(description = "The last date that counts, yyyy-MM-dd; today if none is given")
                    @QueryParam("asOf")
                    @Nullable
                    String asOf,
            @Parameter(description = KnownOn.ASKED) @QueryParam("knownOn") @Nullable String knownOn,
            @Parameter(description = "Only who is on it for one of these reasons; for any if none is given")
                    @QueryParam("why")
                    Set<Why> why,
            @Parameter(description = "Only students of this grade; of any if none is given")
                    @QueryParam("grade")
                    @Nullable
                    String grade,
            @Parameter(
                            description = "Only students of the homeroom of this name at each school; of any if"
                                    + " none is given")
                    @QueryParam("homeroom")
                    @Nullable
                    String homeroom,
            @Parameter(description = "Only students in this group; of any if none is given")
                    @QueryParam("group")
                    @Nullable
                    String group) {
        Schools of = VisibilityService.scope(visibility.asLead(), schools);
        List<String> ids = VisibilityService.single(of);
        At at = new At(visibility.date("asOf", asOf), visibility.knownOn(knownOn));
        Instant now = Times.now(clock);
        Set<Why> asked = EnumSet.noneOf(Why.class);
        asked.addAll(why);
        Whom whom = Whom.of(grade, homeroom, group);
        return jdbi.inTransaction(tx -> {
            WatchList list = lists.list(tx, ids, at, whom, asked, now);
            list.students().forEach(student -> trail.student(student.studentId(), student.schoolId()));
            return list;
        });
    }
}
