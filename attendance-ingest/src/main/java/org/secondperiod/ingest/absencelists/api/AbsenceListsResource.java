package org.secondperiod.ingest.absencelists.api;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.secondperiod.ingest.absencelists.AbsenceListService;
import org.secondperiod.ingest.input.Paths;
import org.secondperiod.ingest.schools.SchoolProblems;
import org.secondperiod.kit.identity.Access;
import org.secondperiod.kit.requests.IdempotentRequests;

/** Where whoever leads a school's callers tells who is absent, while no feed does. */
@Path("/v1/schools/{schoolId}/absence-lists")
@Tag(name = "Absence lists")
public class AbsenceListsResource {

    private final AbsenceListService lists;
    private final IdempotentRequests requests;
    private final Access access;

    AbsenceListsResource(AbsenceListService lists, IdempotentRequests requests, Access access) {
        this.lists = lists;
        this.requests = requests;
        this.access = access;
    }

    /** What makes two requests the same. */
    record Asked(String schoolId, AbsenceListBody list) {}

    /** What was taken. */
    @Schema(name = "TakenAbsenceList")
    public record Taken(
            @Schema(description = "How many marks", examples = "37")
            int marks,

            @Schema(description = "When they count as made: a later mark of a feed wins")
            Instant takenAt) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "postAbsenceList",
            summary = "Tells by hand who is absent",
            description =
                    "For who leads a school's callers, of students of that school. The marks count as made now, by hand;"
                            + " whatever a feed says later wins. If one row is wrong none is taken, and the problem names"
                            + " the rows. With an Idempotency-Key it takes effect once.")
    @APIResponse(responseCode = "200", description = "The list is kept, and told within a second.")
    @APIResponse(responseCode = "404", description = "The school is not set up.")
    @APIResponse(responseCode = "422", description = "A row is not valid; the problem names it.")
    public Taken post(
            @PathParam("schoolId") String schoolId,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Nullable AbsenceListBody body) {
        access.as("attendance-lead", "principal").at(schoolId);
        var school = Paths.schoolId(schoolId);
        if (body == null) {
            throw SchoolProblems.missing("rows");
        }
        return requests.once(key, new Asked(schoolId, body), Taken.class, tx -> {
            var list = body.list(school);
            return new Taken((int) list.rows().stream().distinct().count(), lists.take(tx, list, access.subject()));
        });
    }
}
