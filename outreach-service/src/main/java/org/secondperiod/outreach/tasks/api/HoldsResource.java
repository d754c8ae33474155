package org.secondperiod.outreach.tasks.api;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.grants.Schools;
import org.secondperiod.kit.identity.Where;
import org.secondperiod.kit.ids.SchoolDay;
import org.secondperiod.kit.ids.SchoolId;
import org.secondperiod.kit.input.Given;
import org.secondperiod.kit.problems.Problems;
import org.secondperiod.kit.requests.IdempotentRequests;
import org.secondperiod.kit.time.Times;
import org.secondperiod.outreach.schooldays.SchoolOnDay;
import org.secondperiod.outreach.tasks.HoldDecision.Verdict;
import org.secondperiod.outreach.tasks.HoldService;
import org.secondperiod.outreach.tasks.HoldView;
import org.secondperiod.outreach.tasks.db.HoldDecisionStore.Hold;
import org.secondperiod.outreach.tasks.db.HoldListing;
import org.secondperiod.outreach.visibility.SchoolScope;
import org.secondperiod.outreach.visibility.VisibilityService;
import org.secondperiod.outreach.whereabouts.HoldReason;

@Path("/v1/holds")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Holds", description = "Students of whom the evidence is too weak, and what is missing")
public class HoldsResource {

    private static final int LONGEST_WHY = 500;

    private final Jdbi jdbi;
    private final Clock clock;
    private final VisibilityService visibility;
    private final IdempotentRequests requests;
    private final HoldListing listing;
    private final HoldService holds;

    HoldsResource(
            Jdbi jdbi,
            Clock clock,
            VisibilityService visibility,
            IdempotentRequests requests,
            HoldListing listing,
            HoldService holds) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.visibility = visibility;
        this.requests = requests;
        this.listing = listing;
        this.holds = holds;
    }

    /** The holds of a day. */
    public record Holds(List<HoldView> items) {}

    @GET
    @Operation(
            operationId = "listHolds",
            summary = "The day's holds",
            description =
                    "By school and reason, each with its age and what is missing. Who reads numbers only sees neither the"
                            + " teachers nor what was written about a decision.")
    public Holds list(
            @Parameter(description = "School ids; all of yours if none is given") @QueryParam("school")
                    List<String> schools,
            @Parameter(description = "School day, yyyy-MM-dd; today if none is given") @QueryParam("day") @Nullable
                    String day) {
        SchoolScope scope = VisibilityService.scope(visibility.asReaderOfNumbers(), schools);
        SchoolDay schoolDay = visibility.day(day);
        Schools reads = visibility.readsAt();
        return new Holds(jdbi.inTransaction(tx -> listing.of(tx, scope, schoolDay)).stream()
                .map(hold -> reads.holds(hold.schoolId()) ? hold : hold.inNumbers())
                .toList());
    }

    /** Release opens the calls now; keep stops the hold from opening them by itself. */
    public enum Decision {
        release,
        keep
    }

    /** What a lead decides of a hold. */
    @Schema(requiredProperties = {"schoolId", "schoolDay", "reason", "decision", "why"})
    public record DecisionRequest(
            @Schema(examples = "11X265") @Nullable String schoolId,

            @Schema(examples = "2026-10-14") @Nullable LocalDate schoolDay,

            @Nullable HoldReason reason,
            @Nullable Decision decision,

            @Schema(description = "In words, for whoever asks later", minLength = 1, maxLength = LONGEST_WHY) @Nullable
            String why) {}

    /** What was decided, and by whom. */
    public record Decided(
            String schoolId,
            LocalDate schoolDay,
            HoldReason reason,
            Decision decision,
            String decidedBy,

            @Schema(description = "Of the decision, for If-Match")
            long version) {}

    @POST
    @Path("/release")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "decideHold",
            summary = "Release or keep a hold",
            description =
                    "For leads and principals, with the reason why. The same again by the same person changes nothing. If-Match"
                            + " says which decision it takes the place of: the hold's version, \"0\" while nobody has decided.")
    @APIResponse(
            responseCode = "200",
            description = "In force",
            content = @Content(schema = @Schema(implementation = Decided.class)))
    @APIResponse(responseCode = "409", description = "Nobody is held for this reason on this day")
    public Response decide(
            DecisionRequest request,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        Where leads = visibility.asLead();
        new Given()
                .field("schoolId", request.schoolId())
                .field("schoolDay", request.schoolDay())
                .field("reason", request.reason())
                .field("decision", request.decision())
                .field("why", request.why())
                .orRefuse();
        String school = VisibilityService.id("schoolId", request.schoolId());
        leads.at(school);
        LocalDate day = Objects.requireNonNull(request.schoolDay());
        HoldReason reason = Objects.requireNonNull(request.reason());
        Decision decision = Objects.requireNonNull(request.decision());
        String why = Objects.requireNonNull(request.why());
        if (why.isBlank() || why.length() > LONGEST_WHY) {
            throw Problems.field("why", "must be given, in at most " + LONGEST_WHY + " characters");
        }
        String by = visibility.subject();
        Hold hold = new Hold(new SchoolOnDay(new SchoolId(school), SchoolDay.of(day)), reason);
        Verdict verdict = decision == Decision.release ? Verdict.RELEASE : Verdict.KEEP;
        Decided decided = requests.once(key, request, Decided.class, tx -> {
            long version = holds.decide(tx, hold, verdict, why, by, ifMatch, Times.now(clock));
            return new Decided(school, day, reason, decision, by, version);
        });
        return Response.ok(decided)
                .tag(new EntityTag(String.valueOf(decided.version())))
                .build();
    }
}
