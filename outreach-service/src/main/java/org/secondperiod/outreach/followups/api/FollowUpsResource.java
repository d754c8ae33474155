package org.secondperiod.outreach.followups.api;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.BiConsumer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.audit.AuditTrail;
import org.secondperiod.kit.database.AsSystem;
import org.secondperiod.kit.identity.Where;
import org.secondperiod.kit.ids.SchoolId;
import org.secondperiod.kit.ids.StudentId;
import org.secondperiod.kit.input.Given;
import org.secondperiod.kit.problems.Problems;
import org.secondperiod.kit.requests.IdempotentRequests;
import org.secondperiod.kit.time.Times;
import org.secondperiod.outreach.care.NewFollowUp;
import org.secondperiod.outreach.care.Origin;
import org.secondperiod.outreach.followups.FollowUp;
import org.secondperiod.outreach.followups.FollowUpProblems;
import org.secondperiod.outreach.followups.FollowUpService;
import org.secondperiod.outreach.join.db.ConcernStore;
import org.secondperiod.outreach.visibility.StaffService;
import org.secondperiod.outreach.visibility.VisibilityService;
import org.secondperiod.outreach.whereabouts.StudentAtSchool;

/** Opening follow-ups, sharing them out, and ending them. */
@Path("/v1/follow-ups")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Follow-ups")
public class FollowUpsResource {

    private final Jdbi jdbi;
    private final Clock clock;
    private final AuditTrail trail;
    private final VisibilityService visibility;
    private final StaffService staff;
    private final IdempotentRequests requests;
    private final ConcernStore concerns;
    private final FollowUpService followUps;
    private final FollowUpViews views;

    FollowUpsResource(
            Jdbi jdbi,
            Clock clock,
            AuditTrail trail,
            VisibilityService visibility,
            StaffService staff,
            IdempotentRequests requests,
            ConcernStore concerns,
            FollowUpService followUps,
            FollowUpViews views) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.trail = trail;
        this.visibility = visibility;
        this.staff = staff;
        this.requests = requests;
        this.concerns = concerns;
        this.followUps = followUps;
        this.views = views;
    }

    /** What an idempotent answer remembers. */
    public record Kept(String followUpId) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "openFollowUp",
            summary = "Write down something to be done about a student, by somebody, until then")
    @APIResponse(
            responseCode = "201",
            description = "Opened",
            content = @Content(schema = @Schema(implementation = FollowUpView.class)))
    public Response open(FollowUpRequests.New request, @HeaderParam("Idempotency-Key") @Nullable String key) {
        Where where = visibility.asCaller();
        new Given()
                .field("studentId", request.studentId())
                .field("schoolId", request.schoolId())
                .field("what", request.what())
                .field("dueAt", request.dueAt())
                .orRefuse();
        StudentId student = new StudentId(VisibilityService.id("studentId", request.studentId()));
        SchoolId school = new SchoolId(VisibilityService.id("schoolId", request.schoolId()));
        where.at(school.value());
        trail.student(student.value(), school.value());
        String owner = staff.of(school, "owner", request.owner());
        String by = visibility.subject();
        Instant now = Times.now(clock);
        NewFollowUp wanted = new NewFollowUp(
                FollowUp.Kind.OTHER,
                null,
                text("what", String.valueOf(request.what())),
                owner == null ? by : owner,
                instant(request.dueAt(), now));
        StudentAtSchool of = new StudentAtSchool(student, school, visibility.day(null));
        Kept kept = requests.once(key, List.of("follow-up", request), Kept.class, tx -> {
            if (!concerns.isStudentOf(tx, of)) {
                throw Problems.field("studentId", "is not a student of this school today");
            }
            AsSystem.fromHereOn(tx);
            return new Kept(followUps
                    .open(tx, new Origin(of, null, null, now), wanted, null, by, now)
                    .followUpId());
        });
        return views.answer(Response.status(Response.Status.CREATED), kept.followUpId());
    }

    @POST
    @Path("/{followUpId}/reassign")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "reassignFollowUp",
            summary = "Give a follow-up to somebody else, take it over, or give it another time",
            description = "Its owner may, and leads and principals there; anybody who calls there may take one over.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = FollowUpView.class)))
    @APIResponse(responseCode = "409", description = "It is over, or not yours to give")
    public Response reassign(
            @PathParam("followUpId") String followUpId,
            FollowUpRequests.Reassignment request,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        Where where = visibility.asCaller();
        new Given().field("owner", request.owner()).orRefuse();
        Instant now = Times.now(clock);
        String by = visibility.subject();
        FollowUp seen = jdbi.inTransaction(tx -> views.find(tx, where, followUpId));
        SchoolId school = seen.origin().of().school();
        String owner = String.valueOf(staff.of(school, "owner", request.owner()));
        boolean leads = visibility.leadsAt().holds(school.value());
        Instant due = request.dueAt() == null ? null : instant(request.dueAt(), now);
        return change(where, followUpId, ifMatch, key, List.of("reassign", followUpId, request), (tx, followUp) -> {
            if (!leads && !by.equals(followUp.owner()) && !by.equals(owner)) {
                throw FollowUpProblems.notYours();
            }
            followUps.reassign(tx, followUp, owner, due, by, now);
        });
    }

    @POST
    @Path("/{followUpId}/done")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "finishFollowUp", summary = "Say that a follow-up is done, and what came of it")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = FollowUpView.class)))
    @APIResponse(responseCode = "409", description = "It is over")
    public Response done(
            @PathParam("followUpId") String followUpId,
            FollowUpRequests.Done request,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        Where where = visibility.asCaller();
        String came = request.cameOfIt() == null ? null : text("cameOfIt", request.cameOfIt());
        return change(
                where,
                followUpId,
                ifMatch,
                key,
                List.of("done", followUpId, request),
                (tx, followUp) -> followUps.done(tx, followUp, came, visibility.subject(), Times.now(clock)));
    }

    private Response change(
            Where where,
            String id,
            @Nullable String ifMatch,
            @Nullable String key,
            Object asked,
            BiConsumer<Handle, FollowUp> work) {
        requests.once(key, asked, Kept.class, tx -> {
            work.accept(tx, views.lock(tx, where, id, ifMatch));
            return new Kept(id);
        });
        return views.answer(Response.ok(), id);
    }

    private static Instant instant(@Nullable OffsetDateTime given, Instant now) {
        Instant due = given == null ? now : given.toInstant().truncatedTo(ChronoUnit.MILLIS);
        if (due.isBefore(now.minus(1, ChronoUnit.DAYS))) {
            throw Problems.field("dueAt", "is over already");
        }
        return due;
    }

    private static String text(String field, String text) {
        if (text.isBlank() || text.length() > FollowUpRequests.LONGEST_TEXT) {
            throw Problems.field(field, "has 1 to " + FollowUpRequests.LONGEST_TEXT + " characters");
        }
        return text;
    }
}
