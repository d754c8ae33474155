package org.secondperiod.outreach.draw.api;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.identity.Access;
import org.secondperiod.kit.input.Given;
import org.secondperiod.kit.problems.Problems;
import org.secondperiod.kit.requests.IdempotentRequests;
import org.secondperiod.kit.time.Times;
import org.secondperiod.outreach.draw.Approval;
import org.secondperiod.outreach.draw.DrawService;
import org.secondperiod.outreach.draw.db.ApprovalStore;

/** Whether equals are drawn, for administrators of the whole district. */
@Path("/v1/draw")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Draw", description = "Whether equals within a band are called in a drawn order")
public class DrawResource {

    private static final int LONGEST_WHY = 500;

    private final Jdbi jdbi;
    private final Clock clock;
    private final Access access;
    private final IdempotentRequests requests;
    private final DrawService draws;
    private final ApprovalStore approvals;

    DrawResource(
            Jdbi jdbi,
            Clock clock,
            Access access,
            IdempotentRequests requests,
            DrawService draws,
            ApprovalStore approvals) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.access = access;
        this.requests = requests;
        this.draws = draws;
        this.approvals = approvals;
    }

    /** What was decided, by whom, why. */
    @Schema(name = "DrawDecision")
    record Decided(boolean approved, String seed, String why, String decidedBy, Instant decidedAt) {

        static Decided of(Approval approval) {
            return new Decided(
                    approval.approved(), approval.seed(), approval.why(), approval.decidedBy(), approval.decidedAt());
        }
    }

    /** All that was decided, the newest first: that one is in force. */
    @Schema(name = "DrawDecisions")
    record Decisions(boolean drawn, List<Decided> items) {}

    /** A decision. */
    @Schema(
            name = "NewDrawDecision",
            requiredProperties = {"approved", "why"})
    record Decision(
            @Nullable Boolean approved,

            @Schema(
                    description = "Who in the district has approved it, and why",
                    minLength = 1,
                    maxLength = LONGEST_WHY)
            @Nullable
            String why) {}

    @GET
    @Operation(
            operationId = "getDraw",
            summary = "Whether equals are drawn, and who approved it",
            description = "Without an approval who has waited longest comes first.")
    public Decisions get() {
        access.as("admin").everywhere();
        List<Decided> all = jdbi.inTransaction(
                tx -> approvals.all(tx).stream().map(Decided::of).toList());
        return new Decisions(!all.isEmpty() && all.getFirst().approved(), all);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "decideDraw",
            summary = "Approve the draw, or take that back",
            description =
                    "From then on equals within a band come in a seeded random order, and each offer's rank says whether"
                            + " it was drawn: so the effect of being called earlier rather than later can be estimated.")
    public Decided decide(Decision decision, @HeaderParam("Idempotency-Key") @Nullable String key) {
        access.as("admin").everywhere();
        new Given()
                .field("approved", decision.approved())
                .field("why", decision.why())
                .orRefuse();
        String why = Objects.requireNonNull(decision.why()).strip();
        if (why.isEmpty() || why.length() > LONGEST_WHY) {
            throw Problems.field("why", "must be given, in at most " + LONGEST_WHY + " characters");
        }
        return requests.once(
                key,
                List.of("draw", decision),
                Decided.class,
                tx -> Decided.of(draws.decide(
                        tx, Boolean.TRUE.equals(decision.approved()), why, access.subject(), Times.now(clock))));
    }
}
