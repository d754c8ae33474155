package org.secondperiod.outreach.followups.api;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.identity.Where;
import org.secondperiod.kit.requests.Cursor;
import org.secondperiod.kit.requests.Page;
import org.secondperiod.kit.time.Times;
import org.secondperiod.outreach.care.CareStep;
import org.secondperiod.outreach.care.CareStepView;
import org.secondperiod.outreach.care.db.CareStepStore;
import org.secondperiod.outreach.followups.FollowUp;
import org.secondperiod.outreach.followups.FollowUp.State;
import org.secondperiod.outreach.followups.db.FollowUpStore;
import org.secondperiod.outreach.followups.db.FollowUpStore.After;
import org.secondperiod.outreach.followups.db.FollowUpStore.Wanted;
import org.secondperiod.outreach.visibility.SchoolScope;
import org.secondperiod.outreach.visibility.VisibilityService;

/** Reading follow-ups. */
@Path("/v1/follow-ups")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Follow-ups", description = "What somebody has still to do after a call, whatever day it is")
public class FollowUpListResource {

    private static final int USUAL_PAGE = 100;
    private static final int CURSOR_PARTS = 2;

    /** Who asks. */
    private static final String ME = "me";

    private final Jdbi jdbi;
    private final Clock clock;
    private final VisibilityService visibility;
    private final FollowUpStore store;
    private final FollowUpViews views;
    private final CareStepStore steps;

    FollowUpListResource(
            Jdbi jdbi,
            Clock clock,
            VisibilityService visibility,
            FollowUpStore store,
            FollowUpViews views,
            CareStepStore steps) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.visibility = visibility;
        this.store = store;
        this.views = views;
        this.steps = steps;
    }

    @GET
    @Operation(
            operationId = "listFollowUps",
            summary = "Follow-ups, the first due first",
            description = "Those that are open if no state is asked for; yours with owner=me.")
    public Page<FollowUpView> list(
            @Parameter(description = "School ids; all of yours if none is given") @QueryParam("school")
                    List<String> schools,
            @Parameter(description = "Staff id; `me` is you; everybody's if none is given")
                    @QueryParam("owner")
                    @Nullable
                    String owner,
            @Parameter(description = "Of this student only") @QueryParam("student") @Nullable String student,
            @Parameter(description = "Whether only those are listed whose time has come")
                    @QueryParam("due")
                    @DefaultValue("false")
                    boolean due,
            @Parameter(description = "States; open ones if none is given") @QueryParam("state") List<State> states,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        SchoolScope scope = VisibilityService.scope(visibility.asCaller(), schools);
        Wanted wanted = new Wanted(
                ME.equals(owner) ? visibility.subject() : owner,
                student == null ? null : VisibilityService.id("student", student),
                due ? Times.now(clock) : null,
                states.isEmpty() ? List.of(State.OPEN.name()) : VisibilityService.names(states));
        int length = visibility.limit(limit, USUAL_PAGE);
        After after = cursor == null ? After.NOTHING : after(Cursor.decode(cursor, CURSOR_PARTS));
        return jdbi.inTransaction(tx -> {
            List<FollowUp> found = store.page(tx, scope, wanted, after, length + 1);
            List<FollowUp> shown = found.subList(0, Math.min(length, found.size()));
            return new Page<>(
                    views.show(tx, shown),
                    found.size() > length
                            ? Cursor.encode(
                                    shown.getLast().dueAt().toEpochMilli(),
                                    shown.getLast().followUpId())
                            : null);
        });
    }

    /** How many there are. */
    @Schema(name = "FollowUpCount")
    public record Count(int due) {}

    @GET
    @Path("/count")
    @Operation(
            operationId = "countFollowUps",
            summary = "How many follow-ups of yours have come due",
            description = "Those that are open, whatever day they are of. It names no student.")
    public Count count(
            @Parameter(description = "School ids; all of yours if none is given") @QueryParam("school")
                    List<String> schools) {
        SchoolScope scope = VisibilityService.scope(visibility.asCaller(), schools);
        return new Count(jdbi.inTransaction(tx -> store.due(tx, scope, visibility.subject(), Times.now(clock))));
    }

    private static After after(List<String> key) {
        return new After(Instant.ofEpochMilli(Cursor.number(key.get(0))), key.get(1));
    }

    @GET
    @Path("/{followUpId}")
    @Operation(operationId = "getFollowUp", summary = "A follow-up")
    @APIResponse(
            responseCode = "200",
            headers =
                    @Header(
                            name = "ETag",
                            description = "The version, for If-Match",
                            schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = FollowUpView.class)))
    @APIResponse(responseCode = "404", description = "Not found")
    public Response one(@PathParam("followUpId") String followUpId) {
        Where where = visibility.asCaller();
        jdbi.useTransaction(tx -> views.find(tx, where, followUpId));
        return views.answer(Response.ok(), followUpId);
    }

    /** What became of a follow-up. */
    public record FollowUpHistory(String followUpId, List<CareStepView> items) {}

    @GET
    @Path("/{followUpId}/history")
    @Operation(operationId = "getFollowUpHistory", summary = "In whose hands a follow-up has been")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = FollowUpHistory.class)))
    @APIResponse(responseCode = "404", description = "Not found")
    public FollowUpHistory history(@PathParam("followUpId") String followUpId) {
        Where where = visibility.asCaller();
        return jdbi.inTransaction(tx -> {
            views.show(tx, List.of(views.find(tx, where, followUpId)));
            return new FollowUpHistory(
                    followUpId,
                    steps.of(tx, CareStep.Kind.FOLLOW_UP, followUpId).stream()
                            .map(CareStepView::of)
                            .toList());
        });
    }
}
