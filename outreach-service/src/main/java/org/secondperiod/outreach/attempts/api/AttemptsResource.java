package org.secondperiod.outreach.attempts.api;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.identity.Where;
import org.secondperiod.kit.input.Given;
import org.secondperiod.kit.requests.IdempotentRequests;
import org.secondperiod.kit.time.Times;
import org.secondperiod.outreach.attempts.Attempt;
import org.secondperiod.outreach.attempts.AttemptCorrectionService;
import org.secondperiod.outreach.attempts.AttemptUndoService;
import org.secondperiod.outreach.attempts.db.AttemptVersionStore;
import org.secondperiod.outreach.visibility.StaffService;
import org.secondperiod.outreach.visibility.VisibilityService;

@Path("/v1/attempts/{attemptId}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Attempts")
public class AttemptsResource {

    private final Jdbi jdbi;
    private final Clock clock;
    private final VisibilityService visibility;
    private final StaffService staff;
    private final IdempotentRequests requests;
    private final CallReader reader;
    private final AttemptViews views;
    private final AttemptVersionStore versions;
    private final AttemptUndoService undoing;
    private final AttemptCorrectionService correcting;

    AttemptsResource(
            Jdbi jdbi,
            Clock clock,
            VisibilityService visibility,
            StaffService staff,
            IdempotentRequests requests,
            CallReader reader,
            AttemptViews views,
            AttemptVersionStore versions,
            AttemptUndoService undoing,
            AttemptCorrectionService correcting) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.visibility = visibility;
        this.staff = staff;
        this.requests = requests;
        this.reader = reader;
        this.views = views;
        this.versions = versions;
        this.undoing = undoing;
        this.correcting = correcting;
    }

    @GET
    @Operation(operationId = "getAttempt", summary = "A call or a conversation")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AttemptView.class)))
    @APIResponse(responseCode = "404", description = "Not found")
    public Response one(@PathParam("attemptId") String attemptId) {
        Where where = visibility.asCaller();
        return answer(jdbi.inTransaction(tx -> {
            views.find(tx, where, attemptId);
            return views.show(tx, attemptId);
        }));
    }

    @GET
    @Path("/history")
    @Operation(operationId = "getAttemptHistory", summary = "What a call was logged as, and every correction of it")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AttemptHistory.class)))
    @APIResponse(responseCode = "404", description = "Not found")
    public AttemptHistory history(@PathParam("attemptId") String attemptId) {
        Where where = visibility.asCaller();
        return jdbi.inTransaction(tx -> {
            Attempt attempt = views.find(tx, where, attemptId);
            boolean restricted = visibility
                    .readsRestrictedNotesAt()
                    .holds(attempt.of().school().value());
            return new AttemptHistory(
                    attemptId,
                    versions.of(tx, attemptId).stream()
                            .map(version -> AttemptHistory.VersionView.of(version, restricted))
                            .toList());
        });
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "correctAttempt",
            summary = "Correct what a call was logged as",
            description =
                    "By who logged it, or leads there. What it said before is kept; promises, follow-ups and escalations are"
                            + " made to follow from what it says now, and so is the task, unless something else has become of it since."
                            + " Who was reached is one for all whom the call was about: a correction of that corrects what it said of"
                            + " brothers and sisters, too. Which tasks stayed as they are, tasksLeft says.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AttemptView.class)))
    @APIResponse(responseCode = "409", description = "It was taken back, or somebody else logged it")
    public Response correct(
            @PathParam("attemptId") String attemptId,
            AttemptEdit edit,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        Where where = visibility.asCaller();
        Attempt attempt = jdbi.inTransaction(tx -> views.find(tx, where, attemptId));
        new Given().field("outcome", edit.outcome()).orRefuse();
        AttemptCorrectionService.To to = new AttemptCorrectionService.To(
                edit.said(
                        Objects.requireNonNull(edit.outcome()),
                        staff.of(attempt.of().school(), "owner", edit.owner())),
                CallReader.contact(edit.contactId()),
                written(edit),
                reader.number(edit.number()),
                reader.worksAt(attempt));
        List<String> left = jdbi.inTransaction(tx -> views.left(
                where,
                correcting.correct(
                        tx, attempt, to, visibility.subject(), visibility.leadsAt(), ifMatch, Times.now(clock))));
        return changed(attemptId, left);
    }

    private static Attempt.@Nullable Note written(AttemptEdit edit) {
        boolean takesOut = edit.note() != null && edit.note().isBlank();
        return takesOut ? new Attempt.Note("", false) : CallFields.note("", edit.note(), edit.restricted());
    }

    @POST
    @Path("/undo")
    @Operation(
            operationId = "undoAttempt",
            summary = "Take back a call that you have just logged, with all its students",
            description =
                    "Within 2 minutes, unless the district has set another time. The task is yours again if nothing else has"
                            + " become of it, those of brothers and sisters are in the queue again, and what the call had opened is"
                            + " withdrawn. Which tasks stayed as they are, tasksLeft says. Again, it changes nothing.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AttemptView.class)))
    @APIResponse(responseCode = "409", description = "It is too late, or somebody else logged it")
    public Response undo(
            @PathParam("attemptId") String attemptId, @HeaderParam("Idempotency-Key") @Nullable String key) {
        Where where = visibility.asCaller();
        Undone undone = requests.once(key, List.of("undo", attemptId), Undone.class, tx -> {
            Attempt attempt = views.find(tx, where, attemptId);
            return new Undone(
                    attemptId, views.left(where, undoing.undo(tx, attempt, visibility.subject(), Times.now(clock))));
        });
        return changed(attemptId, undone.tasksLeft());
    }

    /** What an idempotent answer remembers. @param tasksLeft null: of before that was remembered */
    public record Undone(String attemptId, @Nullable List<String> tasksLeft) {}

    private Response changed(String attemptId, @Nullable List<String> tasksLeft) {
        return answer(jdbi.inTransaction(tx -> views.show(tx, attemptId, tasksLeft)));
    }

    private static Response answer(AttemptView view) {
        return Response.ok(view)
                .tag(new EntityTag(String.valueOf(view.version())))
                .build();
    }
}
