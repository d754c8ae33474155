package org.secondperiod.outreach.attempts.api;

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
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.audit.AuditTrail;
import org.secondperiod.kit.identity.Where;
import org.secondperiod.kit.ids.SchoolId;
import org.secondperiod.kit.ids.StudentId;
import org.secondperiod.kit.problems.Problems;
import org.secondperiod.kit.requests.IdempotentRequests;
import org.secondperiod.kit.time.Times;
import org.secondperiod.outreach.attempts.AttemptService;
import org.secondperiod.outreach.attempts.NewCall;
import org.secondperiod.outreach.attempts.db.AttemptStore;
import org.secondperiod.outreach.join.db.ConcernStore;
import org.secondperiod.outreach.visibility.VisibilityService;

@Path("/v1/students/{studentId}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Attempts")
public class ConversationsResource {

    private static final int USUAL_PAGE = 20;

    private final Jdbi jdbi;
    private final Clock clock;
    private final AuditTrail trail;
    private final VisibilityService visibility;
    private final IdempotentRequests requests;
    private final ConversationReader reader;
    private final AttemptService attempts;
    private final AttemptStore store;
    private final AttemptViews views;
    private final ConcernStore concerns;

    ConversationsResource(
            Jdbi jdbi,
            Clock clock,
            AuditTrail trail,
            VisibilityService visibility,
            IdempotentRequests requests,
            ConversationReader reader,
            AttemptService attempts,
            AttemptStore store,
            AttemptViews views,
            ConcernStore concerns) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.trail = trail;
        this.visibility = visibility;
        this.requests = requests;
        this.reader = reader;
        this.attempts = attempts;
        this.store = store;
        this.views = views;
        this.concerns = concerns;
    }

    @POST
    @Path("/conversations")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "logConversation",
            summary = "Log an incoming call, a text or a talk, with the family or the student",
            description =
                    "With or without a call task. What the family says of today counts as if they had been called: a task"
                            + " that is open is finished or awaits the student, and none is to be called that opens later.")
    @APIResponse(
            responseCode = "201",
            description = "Logged",
            content = @Content(schema = @Schema(implementation = AttemptView.class)))
    public Response log(
            @PathParam("studentId") String studentId,
            ConversationRequest request,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        Where where = visibility.asCaller();
        StudentId student = new StudentId(VisibilityService.id("studentId", studentId));
        trail.student(studentId);
        Instant now = Times.now(clock);
        SchoolId school = ConversationReader.school(where, request);
        ConversationReader.Place place = jdbi.inTransaction(tx -> reader.place(tx, student, school, request, now));
        NewCall call = reader.call(where, place, request);
        Conversation logged =
                requests.once(key, List.of("conversation", studentId, request), Conversation.class, tx -> {
                    String callId = attempts.log(tx, call, visibility.subject(), now);
                    return new Conversation(store.ofCall(tx, callId).getFirst().attemptId());
                });
        AttemptView view = jdbi.inTransaction(tx -> views.show(tx, logged.attemptId()));
        return Response.status(Response.Status.CREATED)
                .entity(view)
                .tag(new EntityTag(String.valueOf(view.version())))
                .build();
    }

    /** What an idempotent answer remembers: never a name or a note. */
    public record Conversation(String attemptId) {}

    /** Calls and conversations about a student. */
    public record StudentCalls(String studentId, List<AttemptView> items) {}

    @GET
    @Path("/calls")
    @Operation(
            operationId = "listCallsOfStudent",
            summary = "What was said about a student, at your schools, the latest first",
            description = "Calls and conversations, without those that were taken back.")
    public StudentCalls calls(@PathParam("studentId") String studentId, @QueryParam("limit") @Nullable Integer limit) {
        Where where = visibility.asCaller();
        StudentId student = new StudentId(VisibilityService.id("studentId", studentId));
        int length = visibility.limit(limit, USUAL_PAGE);
        trail.student(studentId);
        return jdbi.inTransaction(tx -> {
            List<String> seen = concerns.schoolsOf(tx, Set.of(student)).stream()
                    .map(SchoolId::value)
                    .filter(where::holds)
                    .sorted()
                    .toList();
            if (seen.isEmpty()) {
                throw Problems.notFound("There is no such student at a school of yours.");
            }
            seen.forEach(trail::school);
            return new StudentCalls(studentId, views.show(tx, store.ofStudent(tx, studentId, seen, length)));
        });
    }
}
