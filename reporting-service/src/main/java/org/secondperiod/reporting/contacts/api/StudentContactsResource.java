package org.secondperiod.reporting.contacts.api;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.audit.AuditTrail;
import org.secondperiod.kit.problems.Problems;
import org.secondperiod.reporting.contacts.ContactRecord;
import org.secondperiod.reporting.contacts.ContactService;
import org.secondperiod.reporting.visibility.VisibilityService;
import org.secondperiod.reporting.visibility.VisibilityService.Dates;

@Path("/v1/students/{studentId}/contact-record")
@Tag(name = "Files", description = "What leaves for the state, the city and other systems")
public class StudentContactsResource {

    private final Jdbi jdbi;
    private final AuditTrail trail;
    private final VisibilityService visibility;
    private final ContactService contacts;

    StudentContactsResource(Jdbi jdbi, AuditTrail trail, VisibilityService visibility, ContactService contacts) {
        this.jdbi = jdbi;
        this.trail = trail;
        this.visibility = visibility;
        this.contacts = contacts;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    @Operation(
            operationId = "getContactRecord",
            summary = "What was done to reach a student's family",
            description =
                    "Every call and conversation about the student's absences at schools of yours, in codes and in the order in"
                            + " which they happened, and each day on which the family was to be called and nobody tried; as"
                            + " JSON or CSV. No name, no number and no note: those are on the student's timeline in the desk.")
    @APIResponse(
            responseCode = "200",
            description = "As what is known now tells it",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ContactRecord.class)),
                @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(responseCode = "404", description = "No such student at a school of yours")
    public ContactRecord record(
            @PathParam("studentId") String studentId,
            @Parameter(
                            description =
                                    "The first school day, yyyy-MM-dd; 30 days before the last if none is given, and at most a"
                                            + " year before it")
                    @QueryParam("from")
                    @Nullable
                    String from,
            @Parameter(description = "The last school day, yyyy-MM-dd; today if none is given")
                    @QueryParam("to")
                    @Nullable
                    String to) {
        visibility.asReaderOfSchools();
        String student = VisibilityService.id("studentId", studentId);
        trail.student(student);
        Dates dates = visibility.dates(from, to);
        return jdbi.inTransaction(tx -> {
            if (!contacts.knows(tx, student)) {
                throw Problems.notFound("There is no such student at a school of yours.");
            }
            ContactRecord record = contacts.ofStudent(tx, student, dates.from(), dates.to());
            record.entries().forEach(entry -> trail.school(entry.schoolId()));
            return record;
        });
    }
}
