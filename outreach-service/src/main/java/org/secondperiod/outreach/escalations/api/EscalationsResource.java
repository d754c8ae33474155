package org.secondperiod.outreach.escalations.api;

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
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.BiConsumer;
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
import org.secondperiod.kit.ids.SchoolDay;
import org.secondperiod.kit.problems.Problems;
import org.secondperiod.kit.requests.IdempotentRequests;
import org.secondperiod.kit.time.Times;
import org.secondperiod.outreach.attempts.CallPolicyService;
import org.secondperiod.outreach.escalations.Escalation;
import org.secondperiod.outreach.escalations.Escalation.Signed;
import org.secondperiod.outreach.escalations.EscalationProblems;
import org.secondperiod.outreach.escalations.EscalationService;
import org.secondperiod.outreach.escalations.db.EscalationStore;
import org.secondperiod.outreach.facts.ScanFact;
import org.secondperiod.outreach.roster.StudentNamesService;
import org.secondperiod.outreach.visibility.SchoolScope;
import org.secondperiod.outreach.visibility.VisibilityService;

@Path("/v1/escalations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Escalations",
        description = "Where a child's safety is in question, until somebody says that the child is safe")
public class EscalationsResource {

    private static final int LONGEST_TEXT = 2_000;
    private static final int LONGEST_NAME = 200;

    private final Jdbi jdbi;
    private final Clock clock;
    private final AuditTrail trail;
    private final VisibilityService visibility;
    private final IdempotentRequests requests;
    private final EscalationStore store;
    private final EscalationService escalations;
    private final CallPolicyService policies;
    private final StudentNamesService names;

    EscalationsResource(
            Jdbi jdbi,
            Clock clock,
            AuditTrail trail,
            VisibilityService visibility,
            IdempotentRequests requests,
            EscalationStore store,
            EscalationService escalations,
            CallPolicyService policies,
            StudentNamesService names) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.trail = trail;
        this.visibility = visibility;
        this.requests = requests;
        this.store = store;
        this.escalations = escalations;
        this.policies = policies;
        this.names = names;
    }

    /** Escalations, those that are not over first. */
    public record Escalations(List<EscalationView> items) {}

    @GET
    @Operation(
            operationId = "listEscalations",
            summary = "Escalations: those of the day, and of any day those that are not over",
            description = "Those that are not over first, the oldest first.")
    public Escalations list(
            @Parameter(description = "School ids; all of yours if none is given") @QueryParam("school")
                    List<String> schools,
            @Parameter(description = "School day, yyyy-MM-dd; today if none is given") @QueryParam("day") @Nullable
                    String day) {
        SchoolScope scope = VisibilityService.scope(visibility.asCaller(), schools);
        SchoolDay schoolDay = visibility.day(day);
        return jdbi.inTransaction(tx -> new Escalations(show(tx, store.of(tx, scope, schoolDay))));
    }

    @GET
    @Path("/{escalationId}")
    @Operation(operationId = "getEscalation", summary = "An escalation")
    @APIResponse(
            responseCode = "200",
            headers =
                    @Header(
                            name = "ETag",
                            description = "The version, for If-Match",
                            schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = EscalationView.class)))
    @APIResponse(responseCode = "404", description = "Not found")
    public Response one(@PathParam("escalationId") String escalationId) {
        Where where = visibility.asCaller();
        return answer(jdbi.inTransaction(
                tx -> show(tx, List.of(find(tx, where, escalationId))).getFirst()));
    }

    @POST
    @Path("/{escalationId}/acknowledge")
    @Operation(
            operationId = "acknowledgeEscalation",
            summary = "Say that you have an escalation in hand",
            description =
                    "For leads and principals. After 10 minutes without it goes to the principal. Again, it changes nothing.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = EscalationView.class)))
    @APIResponse(responseCode = "409", description = "It is over")
    public Response acknowledge(
            @PathParam("escalationId") String escalationId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        Where where = visibility.asLead();
        return change(
                where,
                escalationId,
                ifMatch,
                key,
                List.of("acknowledge", escalationId),
                (tx, escalation) -> escalations.acknowledge(tx, escalation, visibility.subject(), Times.now(clock)));
    }

    /** Who found the student safe, and when. */
    @Schema(name = "FoundSafe")
    public record FoundSafe(
            @Schema(description = "Who saw it; you if it is not given", examples = "m.ortiz", maxLength = LONGEST_NAME)
            @Nullable
            String by,

            @Schema(description = "When; now if it is not given", examples = "2026-10-14T09:31:00-04:00") @Nullable
            OffsetDateTime at,

            @Schema(description = "Where, and how", maxLength = LONGEST_TEXT) @Nullable
            String note) {

        /** Shows nothing of what was written. */
        @Override
        public String toString() {
            return "FoundSafe";
        }
    }

    @POST
    @Path("/{escalationId}/found-safe")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "foundSafe",
            summary = "Say who found the student safe, and when",
            description =
                    "It ends every escalation and building check of that day about the student. Who was found in the building"
                            + " is entered as a sighting too (POST /v1/sightings).")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = EscalationView.class)))
    @APIResponse(responseCode = "409", description = "It is over")
    public Response foundSafe(
            @PathParam("escalationId") String escalationId,
            FoundSafe request,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        Where where = visibility.asCaller();
        Instant now = Times.now(clock);
        String by = visibility.subject();
        Signed found = new Signed(
                request.by() == null
                        ? by
                        : text("by", request.by(), LONGEST_NAME).strip(),
                request.at() == null ? now : request.at().toInstant().truncatedTo(ChronoUnit.MILLIS));
        if (found.at().isAfter(now.plus(ScanFact.CLOCK_TOLERANCE))) {
            throw Problems.field("at", "is in the future");
        }
        String note = request.note() == null ? null : text("note", request.note(), LONGEST_TEXT);
        return change(
                where,
                escalationId,
                ifMatch,
                key,
                List.of("found-safe", escalationId, request),
                (tx, escalation) -> escalations.foundSafe(tx, escalation, found, note, by, now));
    }

    private static String text(String field, String text, int longest) {
        if (text.isBlank() || text.length() > longest) {
            throw Problems.field(field, "has 1 to " + longest + " characters");
        }
        return text;
    }

    /** What an idempotent answer remembers. */
    public record Kept(String escalationId) {}

    private Response change(
            Where where,
            String id,
            @Nullable String ifMatch,
            @Nullable String key,
            Object asked,
            BiConsumer<Handle, Escalation> work) {
        requests.once(key, asked, Kept.class, tx -> {
            work.accept(tx, lock(tx, where, id, ifMatch));
            return new Kept(id);
        });
        return answer(jdbi.inTransaction(tx -> show(
                        tx, List.of(store.byId(tx, id).orElseThrow(EscalationProblems::noSuchEscalation)))
                .getFirst()));
    }

    private static Response answer(EscalationView view) {
        return Response.ok(view)
                .tag(new EntityTag(String.valueOf(view.version())))
                .build();
    }

    private Escalation find(Handle tx, Where where, String id) {
        return store.byId(tx, VisibilityService.id("escalationId", id))
                .filter(found -> where.holds(found.origin().of().school().value()))
                .orElseThrow(EscalationProblems::noSuchEscalation);
    }

    /** With all of that day about the student that are not over, in one order. */
    private Escalation lock(Handle tx, Where where, String id, @Nullable String ifMatch) {
        AsSystem.fromHereOn(tx);
        Escalation seen = find(tx, where, id);
        store.lockUnfinished(tx, List.of(seen.origin().of()));
        Escalation escalation = store.lock(tx, id).orElse(seen);
        trail.about(id);
        audit(escalation);
        if (ifMatch != null && !ifMatch.equals("\"" + escalation.version() + "\"")) {
            throw EscalationProblems.changedMeanwhile();
        }
        return escalation;
    }

    private void audit(Escalation escalation) {
        trail.student(
                escalation.origin().of().student().value(),
                escalation.origin().of().school().value());
    }

    private List<EscalationView> show(Handle tx, List<Escalation> shown) {
        shown.forEach(this::audit);
        var students =
                names.of(tx, shown.stream().map(each -> each.origin().of()).toList());
        return shown.stream()
                .map(each -> EscalationView.of(
                        each,
                        students.get(each.origin().of()),
                        policies.policy().acknowledge()))
                .toList();
    }
}
