package org.secondperiod.ingest.absencelists.api;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.secondperiod.ingest.absencelists.AbsenceListService;
import org.secondperiod.ingest.input.Paths;
import org.secondperiod.ingest.schools.SchoolProblems;
import org.secondperiod.ingest.schools.SchoolsService;
import org.secondperiod.kit.audit.NotAudited;
import org.secondperiod.kit.identity.Access;
import org.secondperiod.kit.ids.SchoolDay;
import org.secondperiod.kit.ids.SchoolId;
import org.secondperiod.kit.input.Calendars;
import org.secondperiod.kit.requests.IdempotentRequests;
import org.secondperiod.kit.requests.Page;
import org.secondperiod.kit.time.Times;

/** Where whoever leads a school's callers tells who is absent, while no feed does. */
@Path("/v1/schools/{schoolId}/absence-lists")
@Tag(name = "Absence lists")
public class AbsenceListsResource {

    private final AbsenceListService lists;
    private final SchoolsService schools;
    private final IdempotentRequests requests;
    private final Access access;
    private final Clock clock;

    AbsenceListsResource(
            AbsenceListService lists, SchoolsService schools, IdempotentRequests requests, Access access, Clock clock) {
        this.lists = lists;
        this.schools = schools;
        this.requests = requests;
        this.access = access;
        this.clock = clock;
    }

    /** What makes two requests the same. */
    record Asked(String schoolId, AbsenceListBody list) {}

    @GET
    @NotAudited("it tells who told how many marks, and of no student")
    @Operation(
            operationId = "listAbsenceLists",
            summary = "The lists that were told of a day",
            description = "The latest first, also those that were taken back.")
    @APIResponse(responseCode = "200", description = "All of them.")
    @APIResponse(responseCode = "404", description = "The school is not set up.")
    public Page<AbsenceListView> list(
            @PathParam("schoolId") String schoolId,
            @Parameter(
                            description = "School day, yyyy-MM-dd; today at the school if none is given",
                            example = "2026-10-14")
                    @QueryParam("day")
                    @Nullable
                    String day) {
        var school = led(schoolId);
        var zone = schools.get(school).school().zone();
        var wanted = day == null ? LocalDate.ofInstant(Times.now(clock), zone) : Calendars.date("day", day);
        return new Page<>(
                lists.ofDay(school, SchoolDay.of(wanted)).stream()
                        .map(AbsenceListView::of)
                        .toList(),
                null);
    }

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
    public AbsenceListView post(
            @PathParam("schoolId") String schoolId,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Nullable AbsenceListBody body) {
        var school = led(schoolId);
        if (body == null) {
            throw SchoolProblems.missing("rows");
        }
        var zone = schools.get(school).school().zone();
        return requests.once(
                key,
                new Asked(schoolId, body),
                AbsenceListView.class,
                tx -> AbsenceListView.of(lists.take(tx, body.list(school), zone, access.subject())));
    }

    @POST
    @Path("/{listId}/withdraw")
    @Operation(
            operationId = "withdrawAbsenceList",
            summary = "Takes a list back",
            description =
                    "Its marks are none any more. What an earlier list that holds says of the same students counts again; what"
                            + " was said since, by hand or by a feed, stays. Again, it changes nothing.")
    @APIResponse(responseCode = "200", description = "The list, and when it was taken back.")
    @APIResponse(responseCode = "404", description = "No list with this id was told of this school.")
    public AbsenceListView withdraw(@PathParam("schoolId") String schoolId, @PathParam("listId") String listId) {
        var school = led(schoolId);
        return AbsenceListView.of(lists.takeBack(school, Paths.id("listId", listId), access.subject()));
    }

    private SchoolId led(String schoolId) {
        access.as("attendance-lead", "principal").at(schoolId);
        return Paths.schoolId(schoolId);
    }
}
