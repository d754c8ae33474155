package org.secondperiod.outreach.numbers.api;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
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
import org.secondperiod.kit.requests.IdempotentRequests;
import org.secondperiod.kit.time.Times;
import org.secondperiod.outreach.numbers.FoundNumber;
import org.secondperiod.outreach.numbers.FoundNumber.Said;
import org.secondperiod.outreach.numbers.NumberProblems;
import org.secondperiod.outreach.numbers.db.FoundNumberStore;
import org.secondperiod.outreach.roster.db.EnrolmentStore;
import org.secondperiod.outreach.visibility.VisibilityService;

/** Numbers that staff have found. */
@Path("/v1/students/{studentId}/numbers")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Numbers")
public class FoundNumbersResource {

    private final Jdbi jdbi;
    private final Clock clock;
    private final AuditTrail trail;
    private final VisibilityService visibility;
    private final IdempotentRequests requests;
    private final FoundNumberStore store;
    private final EnrolmentStore enrolments;
    private final String region;

    FoundNumbersResource(
            Jdbi jdbi,
            Clock clock,
            AuditTrail trail,
            VisibilityService visibility,
            IdempotentRequests requests,
            FoundNumberStore store,
            EnrolmentStore enrolments,
            @ConfigProperty(name = "secondperiod.district.phone-region") String region) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.trail = trail;
        this.visibility = visibility;
        this.requests = requests;
        this.store = store;
        this.enrolments = enrolments;
        this.region = region;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "enterNumber",
            summary = "Enter a number that was found",
            description =
                    "It is called like those of the roster, and stands on the card until the roster has it too. The"
                            + " correction itself belongs where the roster comes from.")
    @APIResponse(
            responseCode = "201",
            description = "Entered",
            content = @Content(schema = @Schema(implementation = FoundNumberView.class)))
    @APIResponse(responseCode = "404", description = "No such student at that school")
    public Response enter(
            @PathParam("studentId") String studentId,
            FoundNumberRequest given,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        Where callers = visibility.asCaller();
        StudentId student = new StudentId(VisibilityService.id("studentId", studentId));
        Said said = given.said(region);
        SchoolId school = new SchoolId(VisibilityService.id("schoolId", given.schoolId()));
        callers.at(school.value());
        FoundNumberView view = requests.once(
                key,
                List.of("number", studentId, given.schoolId(), said.e164(), said.whose()),
                FoundNumberView.class,
                tx -> {
                    boolean there = enrolments.load(tx, List.of(student)).getOrDefault(student, List.of()).stream()
                            .anyMatch(enrolment -> enrolment.school().equals(school));
                    if (!there) {
                        throw NumberProblems.noSuchStudent();
                    }
                    trail.student(studentId, school.value());
                    FoundNumber found = new FoundNumber(
                            "number-" + UUID.randomUUID(),
                            student,
                            school,
                            said,
                            visibility.subject(),
                            Times.now(clock),
                            null,
                            null,
                            1);
                    store.add(tx, found);
                    return FoundNumberView.of(found, region);
                });
        return Response.status(Response.Status.CREATED)
                .entity(view)
                .tag(new EntityTag(String.valueOf(view.version())))
                .build();
    }

    @DELETE
    @Path("/{numberId}")
    @Operation(
            operationId = "removeNumber",
            summary = "Take out a number that staff had entered",
            description = "Who did so stays. Again, it changes nothing.")
    @APIResponse(responseCode = "204", description = "Taken out")
    @APIResponse(responseCode = "404", description = "Not found")
    @APIResponse(responseCode = "412", description = "Somebody has changed it meanwhile")
    public Response remove(
            @PathParam("studentId") String studentId,
            @PathParam("numberId") String numberId,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        Where callers = visibility.asCaller();
        StudentId student = new StudentId(VisibilityService.id("studentId", studentId));
        VisibilityService.id("numberId", numberId);
        jdbi.useTransaction(tx -> {
            FoundNumber found = store.one(tx, student, numberId)
                    .filter(number -> callers.holds(number.school().value()))
                    .orElseThrow(NumberProblems::noSuchNumber);
            trail.student(studentId, found.school().value());
            trail.about(numberId);
            if (ifMatch != null && !ifMatch.equals("\"" + found.version() + "\"")) {
                throw NumberProblems.changedMeanwhile();
            }
            store.remove(tx, numberId, visibility.subject(), Times.now(clock));
        });
        return Response.noContent().build();
    }
}
