package org.secondperiod.outreach.sharing.api;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.audit.AuditTrail;
import org.secondperiod.kit.audit.ReadsByBody;
import org.secondperiod.kit.grants.Granted;
import org.secondperiod.kit.requests.IdempotentRequests;
import org.secondperiod.kit.time.Times;
import org.secondperiod.outreach.languages.LanguagesService;
import org.secondperiod.outreach.schooldays.SchoolOnDay;
import org.secondperiod.outreach.sharing.Share;
import org.secondperiod.outreach.sharing.SharingProblems;
import org.secondperiod.outreach.sharing.SharingService;
import org.secondperiod.outreach.sharing.ToShare.Caller;
import org.secondperiod.outreach.sharing.api.SharingRequests.Assignments;
import org.secondperiod.outreach.sharing.api.SharingRequests.Question;
import org.secondperiod.outreach.sharing.api.SharingRequests.TakeOver;
import org.secondperiod.outreach.tasks.StoredTask;
import org.secondperiod.outreach.visibility.VisibilityService;

/** Who makes which call, for leads. */
@Path("/v1/assignments")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Sharing out", description = "Which caller makes which call")
public class AssignmentsResource {

    private static final List<String> CALLERS = List.of("caller", "attendance-lead", "principal");

    private final Jdbi jdbi;
    private final Clock clock;
    private final AuditTrail trail;
    private final VisibilityService visibility;
    private final Granted granted;
    private final IdempotentRequests requests;
    private final SharingService sharing;
    private final LanguagesService languages;

    AssignmentsResource(
            Jdbi jdbi,
            Clock clock,
            AuditTrail trail,
            VisibilityService visibility,
            Granted granted,
            IdempotentRequests requests,
            SharingService sharing,
            LanguagesService languages) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.trail = trail;
        this.visibility = visibility;
        this.granted = granted;
        this.requests = requests;
        this.sharing = sharing;
        this.languages = languages;
    }

    /** How calls might be shared out. */
    @Schema(name = "SharingProposal")
    public record Proposal(List<Proposed> items, List<Load> loads) {}

    /** A call, its caller, and why that one. */
    @Schema(name = "ProposedAssignment")
    public record Proposed(String taskId, String caller, Share.Why why) {}

    /** How many calls somebody would have. */
    @Schema(name = "CallerLoad")
    public record Load(String caller, int calls) {}

    @POST
    @Path("/proposal")
    @ReadsByBody
    @Operation(
            operationId = "proposeAssignments",
            summary = "How the calls that wait might be shared out",
            description =
                    "Households together; first to whom reached the family last, then to who speaks its language (as"
                            + " given here, else as they have said themselves), else to who has the fewest. It changes nothing: send what you keep of it to POST /v1/assignments.")
    public Proposal propose(Question question) {
        SchoolOnDay of = led(question.of());
        List<Caller> callers = question.among(subjects -> jdbi.inTransaction(tx -> languages.spoken(tx, subjects)));
        callers.forEach(caller -> callsThere("callers", caller.subject(), of));
        List<Share> shares = jdbi.inTransaction(tx -> sharing.propose(tx, of, callers));
        Map<String, Integer> loads =
                new TreeMap<>(shares.stream().collect(groupingBy(Share::caller, summingInt(each -> 1))));
        return new Proposal(
                shares.stream()
                        .map(share -> new Proposed(share.taskId(), share.caller(), share.why()))
                        .toList(),
                callers.stream()
                        .map(caller -> new Load(caller.subject(), loads.getOrDefault(caller.subject(), 0)))
                        .toList());
    }

    /** What was shared out. */
    @Schema(name = "SharedOut")
    public record SharedOut(int calls, List<String> taskIds) {}

    @POST
    @Operation(
            operationId = "assign",
            summary = "Share calls out",
            description =
                    "Each is offered first to whom it is shared out to, and to others only after what is theirs; safety"
                            + " comes first to everybody. All of it or, where a call is over, nothing.")
    public SharedOut assign(Assignments given, @HeaderParam("Idempotency-Key") @Nullable String key) {
        SchoolOnDay of = led(given.of());
        Map<String, @Nullable String> callers = given.callers();
        callers.values().stream()
                .filter(Objects::nonNull)
                .distinct()
                .forEach(caller -> callsThere("caller", caller, of));
        return requests.once(key, List.of("assign", given), SharedOut.class, tx -> {
            List<StoredTask> shared = sharing.assign(tx, of, callers, visibility.subject(), Times.now(clock));
            shared.forEach(task -> trail.student(
                    task.of().student().value(), task.of().school().value()));
            return new SharedOut(
                    shared.size(),
                    shared.stream()
                            .map(StoredTask::taskId)
                            .sorted(Comparator.naturalOrder())
                            .toList());
        });
    }

    /** How many calls and follow-ups changed hands. */
    @Schema(name = "TakenOver")
    public record TakenOver(int calls, int followUps) {

        static TakenOver of(SharingService.TakenOver taken) {
            return new TakenOver(taken.calls(), taken.followUps());
        }
    }

    @POST
    @Path("/take-over")
    @Operation(
            operationId = "takeOver",
            summary = "Take over somebody's calls",
            description = "Somebody goes home: what was shared out to them, and what they hold, is another caller's, or"
                    + " anybody's again; their follow-ups at the school are the other caller's, else yours. Again, it changes"
                    + " nothing.")
    @APIResponse(
            responseCode = "200",
            description = "What changed hands",
            content = @Content(schema = @Schema(implementation = TakenOver.class)))
    @APIResponse(responseCode = "412", description = "They have calls that you have not seen")
    public TakenOver takeOver(TakeOver given, @HeaderParam("Idempotency-Key") @Nullable String key) {
        SchoolOnDay of = led(given.of());
        String from = given.whose();
        String to = given.whoseNow();
        Set<String> seen = given.calls();
        if (to != null) {
            callsThere("to", to, of);
        }
        return requests.once(
                key,
                List.of("take-over", given),
                TakenOver.class,
                tx -> TakenOver.of(sharing.takeOver(tx, of, from, to, seen, visibility.subject(), Times.now(clock))));
    }

    private SchoolOnDay led(SchoolOnDay of) {
        visibility.asLead().at(of.school().value());
        return of;
    }

    private void callsThere(String field, String subject, SchoolOnDay of) {
        if (!granted.of(subject).as(CALLERS).holds(of.school().value())) {
            throw SharingProblems.callsNotThere(field);
        }
    }
}
