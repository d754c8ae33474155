package org.secondperiod.outreach.promises.api;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.audit.AuditTrail;
import org.secondperiod.kit.database.AsSystem;
import org.secondperiod.kit.identity.Where;
import org.secondperiod.kit.input.Given;
import org.secondperiod.kit.requests.Cursor;
import org.secondperiod.kit.requests.IdempotentRequests;
import org.secondperiod.kit.requests.Page;
import org.secondperiod.kit.time.Times;
import org.secondperiod.outreach.promises.Promise;
import org.secondperiod.outreach.promises.Promise.State;
import org.secondperiod.outreach.promises.PromiseProblems;
import org.secondperiod.outreach.promises.PromiseService;
import org.secondperiod.outreach.promises.db.PromiseStore;
import org.secondperiod.outreach.promises.db.PromiseStore.After;
import org.secondperiod.outreach.roster.StudentNamesService;
import org.secondperiod.outreach.visibility.SchoolScope;
import org.secondperiod.outreach.visibility.VisibilityService;

@Path("/v1/promises")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Promises", description = "What families and the school have promised, and whether it was kept")
public class PromisesResource {

    private static final int USUAL_PAGE = 100;
    private static final int CURSOR_PARTS = 2;

    private final Jdbi jdbi;
    private final Clock clock;
    private final AuditTrail trail;
    private final VisibilityService visibility;
    private final IdempotentRequests requests;
    private final PromiseStore store;
    private final PromiseService promises;
    private final StudentNamesService names;

    PromisesResource(
            Jdbi jdbi,
            Clock clock,
            AuditTrail trail,
            VisibilityService visibility,
            IdempotentRequests requests,
            PromiseStore store,
            PromiseService promises,
            StudentNamesService names) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.trail = trail;
        this.visibility = visibility;
        this.requests = requests;
        this.store = store;
        this.promises = promises;
        this.names = names;
    }

    @GET
    @Operation(
            operationId = "listPromises",
            summary = "Promises of both sides, the first due first",
            description =
                    "Those that are open if no state is asked for. A promised arrival ends by itself: kept by a scan in time,"
                            + " not kept when its time passes.")
    public Page<PromiseView> list(
            @Parameter(description = "School ids; all of yours if none is given") @QueryParam("school")
                    List<String> schools,
            @Parameter(description = "Of this student only") @QueryParam("student") @Nullable String student,
            @Parameter(description = "States; open ones if none is given") @QueryParam("state") List<State> states,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        SchoolScope scope = VisibilityService.scope(visibility.asCaller(), schools);
        String of = student == null ? null : VisibilityService.id("student", student);
        List<String> wanted = states.isEmpty() ? List.of(State.OPEN.name()) : VisibilityService.names(states);
        int length = visibility.limit(limit, USUAL_PAGE);
        After after = cursor == null ? After.NOTHING : after(Cursor.decode(cursor, CURSOR_PARTS));
        return jdbi.inTransaction(tx -> {
            List<Promise> found = store.page(tx, scope, of, wanted, after, length + 1);
            List<Promise> shown = found.subList(0, Math.min(length, found.size()));
            return new Page<>(
                    show(tx, shown),
                    found.size() > length
                            ? Cursor.encode(
                                    shown.getLast().dueAt().toEpochMilli(),
                                    shown.getLast().promiseId())
                            : null);
        });
    }

    private static After after(List<String> key) {
        return new After(Instant.ofEpochMilli(Cursor.number(key.get(0))), key.get(1));
    }

    @GET
    @Path("/{promiseId}")
    @Operation(operationId = "getPromise", summary = "A promise")
    @APIResponse(
            responseCode = "200",
            headers =
                    @Header(
                            name = "ETag",
                            description = "The version, for If-Match",
                            schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = PromiseView.class)))
    @APIResponse(responseCode = "404", description = "Not found")
    public Response one(@PathParam("promiseId") String promiseId) {
        Where where = visibility.asCaller();
        return answer(jdbi.inTransaction(tx ->
                show(tx, List.of(seen(store.byId(tx, id(promiseId)), where))).getFirst()));
    }

    /** How a promise has ended, as a person says. */
    @Schema(name = "PromiseEnd")
    public enum How {
        KEPT,
        NOT_KEPT,
        WITHDRAWN
    }

    /** How a promise has ended. */
    @Schema(name = "PromiseEndRequest", requiredProperties = "how")
    public record EndRequest(@Nullable How how) {}

    /** What an idempotent answer remembers. */
    public record Ended(String promiseId) {}

    @POST
    @Path("/{promiseId}/end")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "endPromise",
            summary = "Say whether a promise was kept",
            description =
                    "What somebody says takes the place of what was concluded by itself. A follow-up about it is closed.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PromiseView.class)))
    @APIResponse(responseCode = "409", description = "It was taken back")
    @APIResponse(responseCode = "412", description = "Somebody has changed it meanwhile")
    public Response end(
            @PathParam("promiseId") String promiseId,
            EndRequest request,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        Where where = visibility.asCaller();
        new Given().field("how", request.how()).orRefuse();
        State how = State.valueOf(String.valueOf(request.how()));
        requests.once(key, List.of("promise", promiseId, request), Ended.class, tx -> {
            Promise promise = find(tx, where, promiseId, ifMatch);
            promises.end(tx, promise, how, visibility.subject(), Times.now(clock));
            return new Ended(promiseId);
        });
        return answer(jdbi.inTransaction(tx -> show(
                        tx, List.of(store.byId(tx, promiseId).orElseThrow(PromiseProblems::noSuchPromise)))
                .getFirst()));
    }

    private static Response answer(PromiseView view) {
        return Response.ok(view)
                .tag(new EntityTag(String.valueOf(view.version())))
                .build();
    }

    private static String id(String promiseId) {
        return VisibilityService.id("promiseId", promiseId);
    }

    private static Promise seen(Optional<Promise> found, Where where) {
        return found.filter(each -> where.holds(each.origin().of().school().value()))
                .orElseThrow(PromiseProblems::noSuchPromise);
    }

    private Promise find(Handle tx, Where where, String promiseId, @Nullable String ifMatch) {
        AsSystem.fromHereOn(tx);
        Promise promise = seen(store.lock(tx, id(promiseId)), where);
        trail.about(promiseId);
        audit(promise);
        if (ifMatch != null && !ifMatch.equals("\"" + promise.version() + "\"")) {
            throw PromiseProblems.changedMeanwhile();
        }
        return promise;
    }

    private void audit(Promise promise) {
        trail.student(
                promise.origin().of().student().value(),
                promise.origin().of().school().value());
    }

    private List<PromiseView> show(Handle tx, List<Promise> shown) {
        shown.forEach(this::audit);
        var students =
                names.of(tx, shown.stream().map(each -> each.origin().of()).toList());
        Instant now = Times.now(clock);
        return shown.stream()
                .map(each -> PromiseView.of(each, students.get(each.origin().of()), now))
                .toList();
    }
}
