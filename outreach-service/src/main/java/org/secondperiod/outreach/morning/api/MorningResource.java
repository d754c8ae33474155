package org.secondperiod.outreach.morning.api;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.audit.AuditTrail;
import org.secondperiod.kit.audit.NotAudited;
import org.secondperiod.kit.ids.SchoolDay;
import org.secondperiod.kit.time.Times;
import org.secondperiod.outreach.morning.EndOfDayService;
import org.secondperiod.outreach.morning.EndOfDayView;
import org.secondperiod.outreach.morning.MorningService;
import org.secondperiod.outreach.morning.MorningView;
import org.secondperiod.outreach.visibility.SchoolScope;
import org.secondperiod.outreach.visibility.VisibilityService;

/** A school's morning and the end of its day, in numbers. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Morning", description = "What whoever leads sees of a school's day")
public class MorningResource {

    private final Jdbi jdbi;
    private final Clock clock;
    private final AuditTrail trail;
    private final VisibilityService visibility;
    private final MorningService mornings;
    private final EndOfDayService ends;

    MorningResource(
            Jdbi jdbi,
            Clock clock,
            AuditTrail trail,
            VisibilityService visibility,
            MorningService mornings,
            EndOfDayService ends) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.trail = trail;
        this.visibility = visibility;
        this.mornings = mornings;
        this.ends = ends;
    }

    /** The mornings of schools. */
    @Schema(name = "Mornings")
    public record Mornings(List<MorningView> items) {}

    @GET
    @Path("/morning")
    @Operation(
            operationId = "getMorning",
            summary = "How far the callers are",
            description =
                    "Who is still uncalled, coverage 30, 60 and 120 minutes after the cut-off, who is at work, and whether"
                            + " nobody has begun. For leads and principals. GET /v1/call-tasks?uncalled=true lists the families,"
                            + " and unreached=true those whom nobody has reached.")
    public Mornings morning(
            @Parameter(description = "School ids; all of yours if none is given") @QueryParam("school")
                    List<String> schools,
            @Parameter(description = "School day, yyyy-MM-dd; today if none is given") @QueryParam("day") @Nullable
                    String day) {
        SchoolScope scope = VisibilityService.scope(visibility.asLead(), schools);
        SchoolDay schoolDay = visibility.day(day);
        scope.schools().forEach(trail::school);
        return new Mornings(jdbi.inTransaction(tx -> mornings.of(tx, scope, schoolDay, Times.now(clock))));
    }

    /** The days of schools. */
    @Schema(name = "EndsOfDay")
    public record EndsOfDay(List<EndOfDayView> items) {}

    @GET
    @Path("/end-of-day")
    @NotAudited("it counts, and tells of nobody")
    @Operation(
            operationId = "getEndOfDay",
            summary = "What became of the day's calls",
            description =
                    "Numbers without names: whom somebody reached, who came in after it, promises, notices owed, calls"
                            + " made in error. Before the last bell they are of so far.")
    public EndsOfDay endOfDay(
            @Parameter(description = "School ids; all of yours if none is given") @QueryParam("school")
                    List<String> schools,
            @Parameter(description = "School day, yyyy-MM-dd; today if none is given") @QueryParam("day") @Nullable
                    String day) {
        SchoolScope scope = VisibilityService.scope(visibility.asReaderOfNumbers(), schools);
        SchoolDay schoolDay = visibility.day(day);
        return new EndsOfDay(jdbi.inTransaction(tx -> ends.of(tx, scope, schoolDay, Times.now(clock))));
    }
}
