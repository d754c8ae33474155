package org.secondperiod.outreach.disclosures.api;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jdbi.v3.core.Jdbi;
import org.secondperiod.kit.audit.AuditTrail;
import org.secondperiod.kit.database.AsSystem;
import org.secondperiod.kit.identity.Access;
import org.secondperiod.outreach.disclosures.db.DisclosureStore;
import org.secondperiod.outreach.visibility.VisibilityService;

/** Reading the log of disclosures of a student, for administrators of the whole district. */
@Path("/v1/students/{studentId}/disclosures")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Disclosures")
public class DisclosureLogResource {

    private final Jdbi jdbi;
    private final Access access;
    private final AuditTrail trail;
    private final DisclosureStore store;

    DisclosureLogResource(Jdbi jdbi, Access access, AuditTrail trail, DisclosureStore store) {
        this.jdbi = jdbi;
        this.access = access;
        this.trail = trail;
        this.store = store;
    }

    /** The log of a student. */
    public record DisclosureLog(String studentId, List<DisclosureView> items) {}

    @GET
    @Operation(operationId = "listDisclosures", summary = "To whom a student's records were given, the first first")
    public DisclosureLog of(@PathParam("studentId") String studentId) {
        access.as("admin").everywhere();
        VisibilityService.id("studentId", studentId);
        trail.student(studentId);
        return jdbi.inTransaction(tx -> {
            AsSystem.fromHereOn(tx);
            return new DisclosureLog(
                    studentId,
                    store.of(tx, studentId).stream().map(DisclosureView::of).toList());
        });
    }
}
