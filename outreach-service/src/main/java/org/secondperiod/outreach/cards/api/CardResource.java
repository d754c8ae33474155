package org.secondperiod.outreach.cards.api;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jdbi.v3.core.Jdbi;
import org.secondperiod.kit.audit.AuditTrail;
import org.secondperiod.kit.identity.Where;
import org.secondperiod.kit.time.Times;
import org.secondperiod.outreach.cards.CardService;
import org.secondperiod.outreach.cards.CardView;
import org.secondperiod.outreach.tasks.TaskProblems;
import org.secondperiod.outreach.tasks.db.TaskListing;
import org.secondperiod.outreach.visibility.VisibilityService;

/** The card of a call. */
@Path("/v1/call-tasks/{taskId}/card")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Call tasks")
public class CardResource {

    private final Jdbi jdbi;
    private final Clock clock;
    private final AuditTrail trail;
    private final VisibilityService visibility;
    private final TaskListing listing;
    private final CardService cards;

    CardResource(
            Jdbi jdbi,
            Clock clock,
            AuditTrail trail,
            VisibilityService visibility,
            TaskListing listing,
            CardService cards) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.trail = trail;
        this.visibility = visibility;
        this.listing = listing;
        this.cards = cards;
    }

    @GET
    @Operation(
            operationId = "getCard",
            summary = "All that a caller needs to know",
            description =
                    "Who the student is, why to call, whom, by which number, what to say and what was said before."
                            + " Whether a number may be dialled now is decided here: whoever shows the card decides nothing.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CardView.class)))
    @APIResponse(responseCode = "404", description = "Not found")
    public Response card(@PathParam("taskId") String taskId) {
        Where callers = visibility.asCaller();
        CardView card = jdbi.inTransaction(tx -> {
            TaskListing.Listed listed = listing.one(tx, taskId)
                    .filter(found -> callers.holds(found.task().of().school().value()))
                    .orElseThrow(TaskProblems::noSuchTask);
            trail.about(taskId);
            return cards.card(tx, listed, Times.now(clock));
        });
        return Response.ok(card)
                .tag(new EntityTag(String.valueOf(card.task().version())))
                .build();
    }
}
