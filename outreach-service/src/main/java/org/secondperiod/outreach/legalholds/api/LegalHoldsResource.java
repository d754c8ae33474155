package org.secondperiod.outreach.legalholds.api;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.database.AsSystem;
import org.secondperiod.kit.identity.Access;
import org.secondperiod.kit.requests.Cursor;
import org.secondperiod.kit.requests.IdempotentRequests;
import org.secondperiod.kit.requests.Page;
import org.secondperiod.outreach.legalholds.LegalHold;
import org.secondperiod.outreach.legalholds.LegalHoldProblems;
import org.secondperiod.outreach.legalholds.LegalHoldService;
import org.secondperiod.outreach.legalholds.db.LegalHoldStore;
import org.secondperiod.outreach.visibility.VisibilityService;

/** Legal holds, for administrators of the whole district. */
@Path("/v1/legal-holds")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Legal holds", description = "Of which students and schools nothing is purged or erased")
public class LegalHoldsResource {

    private static final int USUAL_PAGE = 100;

    private final Jdbi jdbi;
    private final Access access;
    private final VisibilityService visibility;
    private final IdempotentRequests requests;
    private final LegalHoldService holds;
    private final LegalHoldStore store;

    LegalHoldsResource(
            Jdbi jdbi,
            Access access,
            VisibilityService visibility,
            IdempotentRequests requests,
            LegalHoldService holds,
            LegalHoldStore store) {
        this.jdbi = jdbi;
        this.access = access;
        this.visibility = visibility;
        this.requests = requests;
        this.holds = holds;
        this.store = store;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "placeLegalHold",
            summary = "Have everything kept that is of a student, or of a school",
            description =
                    "In force here at once, in the other services within a minute. Nothing is purged that the hold"
                            + " keeps, whatever its age, until the hold is lifted.")
    @APIResponse(
            responseCode = "201",
            description = "Placed",
            content = @Content(schema = @Schema(implementation = LegalHoldView.class)))
    public Response place(
            @Nullable LegalHoldRequest request, @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey) {
        access.as("admin").everywhere();
        LegalHoldRequest wanted = LegalHoldRequest.of(request);
        LegalHoldView view = once(
                idempotencyKey,
                List.of("legal-hold", wanted),
                tx -> holds.place(tx, wanted.studentId(), wanted.schoolId(), access.subject(), wanted.why()));
        return Response.created(URI.create("/outreach/v1/legal-holds/" + view.holdId()))
                .entity(view)
                .build();
    }

    @GET
    @Operation(
            operationId = "listLegalHolds",
            summary = "The legal holds of the district, those in force only unless asked for all")
    public Page<LegalHoldView> list(
            @Parameter(description = "Whether those that are lifted are listed too")
                    @QueryParam("lifted")
                    @DefaultValue("false")
                    boolean lifted,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        access.as("admin").everywhere();
        int length = visibility.limit(limit, USUAL_PAGE);
        String after = cursor == null ? "" : Cursor.decode(cursor, 1).getFirst();
        return jdbi.inTransaction(tx -> {
            AsSystem.fromHereOn(tx);
            List<LegalHold> found = store.page(tx, lifted, after, length + 1);
            List<LegalHold> shown = found.subList(0, Math.min(length, found.size()));
            return new Page<>(
                    shown.stream().map(holds::seen).map(LegalHoldView::of).toList(),
                    found.size() > length ? Cursor.encode(shown.getLast().holdId()) : null);
        });
    }

    @GET
    @Path("/{holdId}")
    @Operation(operationId = "getLegalHold", summary = "A legal hold: who placed it when and why, and who lifted it")
    @APIResponse(
            responseCode = "200",
            description = "The hold",
            content = @Content(schema = @Schema(implementation = LegalHoldView.class)))
    @APIResponse(responseCode = "404", description = "Not found")
    public LegalHoldView one(@PathParam("holdId") String holdId) {
        access.as("admin").everywhere();
        VisibilityService.id("holdId", holdId);
        return jdbi.inTransaction(tx -> {
            AsSystem.fromHereOn(tx);
            return LegalHoldView.of(holds.seen(store.byId(tx, holdId).orElseThrow(LegalHoldProblems::noSuchHold)));
        });
    }

    @POST
    @Path("/{holdId}/lift")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "liftLegalHold",
            summary = "Lift a legal hold for good",
            description = "What it kept and is too old goes with the next purge. Again, it changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "Lifted",
            content = @Content(schema = @Schema(implementation = LegalHoldView.class)))
    @APIResponse(responseCode = "404", description = "Not found")
    public LegalHoldView lift(
            @PathParam("holdId") String holdId,
            LegalHoldRequest.@Nullable Lifting request,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey) {
        access.as("admin").everywhere();
        VisibilityService.id("holdId", holdId);
        String why = LegalHoldRequest.why(request == null ? null : request.why());
        return once(idempotencyKey, List.of("lift", holdId, why), tx -> holds.lift(tx, holdId, access.subject(), why));
    }

    private LegalHoldView once(@Nullable String idempotencyKey, Object asked, Function<Handle, LegalHold> work) {
        return requests.once(idempotencyKey, asked, LegalHoldView.class, tx -> {
            AsSystem.fromHereOn(tx);
            return LegalHoldView.of(work.apply(tx));
        });
    }
}
