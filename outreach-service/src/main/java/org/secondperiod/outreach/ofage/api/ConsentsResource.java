package org.secondperiod.outreach.ofage.api;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.audit.AuditTrail;
import org.secondperiod.kit.identity.Where;
import org.secondperiod.kit.ids.StudentId;
import org.secondperiod.kit.requests.IdempotentRequests;
import org.secondperiod.kit.time.Times;
import org.secondperiod.outreach.ofage.Consent;
import org.secondperiod.outreach.ofage.ConsentProblems;
import org.secondperiod.outreach.ofage.ConsentService;
import org.secondperiod.outreach.ofage.db.ConsentStore;
import org.secondperiod.outreach.roster.db.EnrolmentStore;
import org.secondperiod.outreach.visibility.VisibilityService;

/** Who may be called and told of a student who is of age. */
@Path("/v1/students/{studentId}/consents")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Consents", description = "Who may be called and told of students who are of age")
public class ConsentsResource {

    private final Jdbi jdbi;
    private final Clock clock;
    private final AuditTrail trail;
    private final VisibilityService visibility;
    private final IdempotentRequests requests;
    private final EnrolmentStore enrolments;
    private final ConsentStore store;
    private final ConsentService consents;

    ConsentsResource(
            Jdbi jdbi,
            Clock clock,
            AuditTrail trail,
            VisibilityService visibility,
            IdempotentRequests requests,
            EnrolmentStore enrolments,
            ConsentStore store,
            ConsentService consents) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.trail = trail;
        this.visibility = visibility;
        this.requests = requests;
        this.enrolments = enrolments;
        this.store = store;
        this.consents = consents;
    }

    /** All of a student's. */
    @Schema(name = "Consents")
    public record ConsentList(List<ConsentView> items) {}

    @GET
    @Operation(
            operationId = "listConsents",
            summary = "Who may be called and told of a student who is of age",
            description =
                    "What staff have entered, those in force first. The roster may say it too: the card of a call counts both.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ConsentList.class)))
    @APIResponse(responseCode = "404", description = "No such student at a school of yours")
    public ConsentList list(@PathParam("studentId") String studentId) {
        Where callers = visibility.asCaller();
        StudentId student = new StudentId(VisibilityService.id("studentId", studentId));
        return jdbi.inTransaction(tx -> {
            audit(tx, student, callers);
            return new ConsentList(
                    store.of(tx, student).stream().map(ConsentView::of).toList());
        });
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "enterConsent",
            summary = "Enter that somebody may be called and told of a student who is of age",
            description =
                    "For who leads at a school of the student's. The paper itself stays with the school. From the next card on the contact"
                            + " may be called; of a student who is not of age it changes nothing until then.")
    @APIResponse(
            responseCode = "201",
            description = "Entered",
            content = @Content(schema = @Schema(implementation = ConsentView.class)))
    @APIResponse(responseCode = "404", description = "No such student at a school of yours")
    @APIResponse(responseCode = "409", description = "This contact may be called already")
    public Response enter(
            @PathParam("studentId") String studentId,
            ConsentRequest given,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        Where leads = visibility.asLead();
        StudentId student = new StudentId(VisibilityService.id("studentId", studentId));
        given.check();
        Consent consent = new Consent(
                "consent-" + UUID.randomUUID(),
                student,
                Objects.requireNonNull(given.contactId()),
                Objects.requireNonNull(given.basis()),
                given.day(visibility.day(null).date()),
                visibility.subject(),
                Times.now(clock),
                null,
                null,
                1);
        ConsentView view = requests.once(key, List.of("consent", studentId, given), ConsentView.class, tx -> {
            audit(tx, student, leads);
            consents.add(tx, consent);
            return ConsentView.of(consent);
        });
        return Response.status(Response.Status.CREATED)
                .entity(view)
                .tag(new EntityTag(String.valueOf(view.version())))
                .build();
    }

    @POST
    @Path("/{consentId}/withdraw")
    @Operation(
            operationId = "withdrawConsent",
            summary = "End a consent",
            description = "That it was there, and who ended it, stays. Again, it changes nothing.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ConsentView.class)))
    @APIResponse(responseCode = "404", description = "Not found")
    @APIResponse(responseCode = "412", description = "Somebody has changed it meanwhile")
    public Response withdraw(
            @PathParam("studentId") String studentId,
            @PathParam("consentId") String consentId,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        Where leads = visibility.asLead();
        StudentId student = new StudentId(VisibilityService.id("studentId", studentId));
        VisibilityService.id("consentId", consentId);
        ConsentView view = jdbi.inTransaction(tx -> {
            audit(tx, student, leads);
            trail.about(consentId);
            return ConsentView.of(consents.withdraw(
                    tx, student, consentId, version(ifMatch), visibility.subject(), Times.now(clock)));
        });
        return Response.ok(view)
                .tag(new EntityTag(String.valueOf(view.version())))
                .build();
    }

    /** A student is of each school where they are, or were. */
    private void audit(Handle tx, StudentId student, Where where) {
        String school = enrolments.load(tx, List.of(student)).getOrDefault(student, List.of()).stream()
                .map(enrolment -> enrolment.school().value())
                .filter(where::holds)
                .sorted()
                .findFirst()
                .orElseThrow(ConsentProblems::noSuchStudent);
        trail.student(student.value(), school);
    }

    private static @Nullable Long version(@Nullable String ifMatch) {
        if (ifMatch == null) {
            return null;
        }
        try {
            return Long.valueOf(ifMatch.replace("\"", "").strip());
        } catch (NumberFormatException e) {
            throw ConsentProblems.changedMeanwhile();
        }
    }
}
