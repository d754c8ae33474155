package org.secondperiod.reporting.contacts.api;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
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
import org.secondperiod.kit.grants.Schools;
import org.secondperiod.reporting.contacts.ContactRecord;
import org.secondperiod.reporting.contacts.ContactService;
import org.secondperiod.reporting.visibility.VisibilityService;

@Path("/v1/contact-records")
@Tag(name = "Files", description = "What leaves for the state, the city and other systems")
public class DailyContactsResource {

    private final Jdbi jdbi;
    private final AuditTrail trail;
    private final VisibilityService visibility;
    private final ContactService contacts;

    DailyContactsResource(Jdbi jdbi, AuditTrail trail, VisibilityService visibility, ContactService contacts) {
        this.jdbi = jdbi;
        this.trail = trail;
        this.visibility = visibility;
        this.contacts = contacts;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    @Operation(
            operationId = "listContactRecords",
            summary = "What was done on a day to reach families",
            description =
                    "The contact records of all students of the schools about one school day, as one batch: each call and"
                            + " conversation, and each student whose family was to be called and whom nobody tried to reach; as"
                            + " JSON or CSV. Whoever is in it stands in the audit.")
    @APIResponse(
            responseCode = "200",
            description = "As what is known now tells it",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ContactRecord.class)),
                @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING))
            })
    public ContactRecord list(
            @Parameter(
                            description =
                                    "School ids; all of yours if none is given. Who has the whole district has to name them")
                    @QueryParam("school")
                    List<String> schools,
            @Parameter(description = "The school day, yyyy-MM-dd; today if none is given") @QueryParam("day") @Nullable
                    String day) {
        Schools of = VisibilityService.scope(visibility.asReaderOfSchools(), schools);
        List<String> ids = VisibilityService.single(of);
        LocalDate date = visibility.date("day", day);
        return jdbi.inTransaction(tx -> {
            ContactRecord record = contacts.ofDay(tx, ids, date);
            ids.forEach(trail::school);
            record.entries().forEach(entry -> trail.student(entry.studentId(), entry.schoolId()));
            return record;
        });
    }
}
