package org.secondperiod.outreach.whereabouts.api;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.audit.AuditTrail;
import org.secondperiod.kit.audit.NotAudited;
import org.secondperiod.kit.grants.Schools;
import org.secondperiod.kit.ids.SchoolDay;
import org.secondperiod.kit.ids.SchoolId;
import org.secondperiod.kit.ids.StudentId;
import org.secondperiod.kit.requests.Cursor;
import org.secondperiod.kit.requests.Page;
import org.secondperiod.outreach.roster.NamesService;
import org.secondperiod.outreach.visibility.SchoolScope;
import org.secondperiod.outreach.visibility.VisibilityService;
import org.secondperiod.outreach.whereabouts.State;
import org.secondperiod.outreach.whereabouts.SummaryView;
import org.secondperiod.outreach.whereabouts.WhereaboutsView;
import org.secondperiod.outreach.whereabouts.db.SummaryStore;
import org.secondperiod.outreach.whereabouts.db.WhereaboutsListing;
import org.secondperiod.outreach.whereabouts.db.WhereaboutsListing.After;

@Path("/v1/whereabouts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Whereabouts", description = "What is concluded of each student, and why")
public class WhereaboutsResource {

    private static final int USUAL_PAGE = 200;

    private final Jdbi jdbi;
    private final AuditTrail trail;
    private final VisibilityService visibility;
    private final WhereaboutsListing listing;
    private final SummaryStore summaries;
    private final NamesService names;

    WhereaboutsResource(
            Jdbi jdbi,
            AuditTrail trail,
            VisibilityService visibility,
            WhereaboutsListing listing,
            SummaryStore summaries,
            NamesService names) {
        this.jdbi = jdbi;
        this.trail = trail;
        this.visibility = visibility;
        this.listing = listing;
        this.summaries = summaries;
        this.names = names;
    }

    @GET
    @Operation(
            operationId = "listWhereabouts",
            summary = "Where students are",
            description = "By school and student, for those who call at the school, and systems; systems get no names.")
    public Page<WhereaboutsView> list(
            @Parameter(description = "School ids; all of yours if none is given") @QueryParam("school")
                    List<String> schools,
            @Parameter(description = "School day, yyyy-MM-dd; today if none is given") @QueryParam("day") @Nullable
                    String day,
            @Parameter(
                            description =
                                    "States; all if none is given, but for students whom no roster has ever named: they are"
                                            + " NOT_ENROLLED, and shown when that is asked for")
                    @QueryParam("state")
                    List<State> states,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        SchoolScope scope = VisibilityService.scope(visibility.asReader(), schools);
        SchoolDay schoolDay = visibility.day(day);
        List<String> wanted = VisibilityService.names(states);
        int length = visibility.limit(limit, USUAL_PAGE);
        After after = cursor == null ? After.NOTHING : after(Cursor.decode(cursor, 2));
        return jdbi.inTransaction(tx -> {
            List<WhereaboutsView> found = listing.page(tx, scope, schoolDay, wanted, after, length + 1);
            List<WhereaboutsView> shown = found.subList(0, Math.min(length, found.size()));
            return new Page<>(named(tx, shown), found.size() > length ? next(shown.getLast()) : null);
        });
    }

    /** Schools' days in numbers. */
    public record Summaries(List<SummaryView> items) {}

    @GET
    @Path("/summary")
    @NotAudited("it counts, and tells of nobody")
    @Operation(
            operationId = "summarizeWhereabouts",
            summary = "Schools' days in numbers",
            description =
                    "Students by state, holds by reason, tasks by state. Students of whom there are marks, but whom no"
                            + " roster has ever named, are only counted, as unknownStudents.")
    public Summaries summary(
            @Parameter(description = "School ids; all of yours if none is given") @QueryParam("school")
                    List<String> schools,
            @Parameter(description = "School day, yyyy-MM-dd; today if none is given") @QueryParam("day") @Nullable
                    String day) {
        SchoolScope scope = VisibilityService.scope(visibility.asReaderOfNumbers(), schools);
        SchoolDay schoolDay = visibility.day(day);
        return new Summaries(jdbi.inTransaction(tx -> summaries.of(tx, scope, schoolDay)));
    }

    private List<WhereaboutsView> named(Handle handle, List<WhereaboutsView> views) {
        views.forEach(view -> trail.student(view.studentId(), view.schoolId()));
        Schools knows = visibility.knowsNamesAt();
        var known = names.open(
                handle,
                views.stream()
                        .filter(view -> knows.holds(view.schoolId()))
                        .map(WhereaboutsResource::at)
                        .toList());
        return views.stream().map(view -> view.with(known.get(at(view)))).toList();
    }

    private static NamesService.At at(WhereaboutsView view) {
        return new NamesService.At(new StudentId(view.studentId()), new SchoolId(view.schoolId()));
    }

    private static After after(List<String> key) {
        return new After(key.get(0), key.get(1));
    }

    private static String next(WhereaboutsView last) {
        return Cursor.encode(last.schoolId(), last.studentId());
    }
}
