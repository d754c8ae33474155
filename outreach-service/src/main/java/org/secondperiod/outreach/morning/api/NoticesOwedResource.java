package org.secondperiod.outreach.morning.api;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.audit.AuditTrail;
import org.secondperiod.kit.ids.SchoolDay;
import org.secondperiod.kit.requests.Cursor;
import org.secondperiod.kit.requests.Page;
import org.secondperiod.outreach.attempts.Outcome;
import org.secondperiod.outreach.morning.Owed;
import org.secondperiod.outreach.morning.db.OwedStore;
import org.secondperiod.outreach.morning.db.OwedStore.After;
import org.secondperiod.outreach.roster.NamesService;
import org.secondperiod.outreach.roster.NamesService.At;
import org.secondperiod.outreach.roster.StudentView;
import org.secondperiod.outreach.visibility.SchoolScope;
import org.secondperiod.outreach.visibility.VisibilityService;

/** Whose family has not been told yet. */
@Path("/v1/notices-owed")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Morning")
public class NoticesOwedResource {

    private static final int USUAL_PAGE = 200;

    private final Jdbi jdbi;
    private final AuditTrail trail;
    private final VisibilityService visibility;
    private final OwedStore store;
    private final NamesService names;

    NoticesOwedResource(
            Jdbi jdbi, AuditTrail trail, VisibilityService visibility, OwedStore store, NamesService names) {
        this.jdbi = jdbi;
        this.trail = trail;
        this.visibility = visibility;
        this.store = store;
        this.names = names;
    }

    /**
     * A family that has not been told yet.
     *
     * @param tried how often somebody called
     */
    @Schema(name = "NoticeOwed")
    public record OwedView(
            String studentId,
            String schoolId,
            Owed.Kind kind,
            int tried,

            @Nullable Outcome lastOutcome,

            @Nullable StudentView student) {}

    @GET
    @Operation(
            operationId = "listNoticesOwed",
            summary = "Whose family is to be told, and has not been",
            description =
                    "Absent, late, or in the building and in no class, and no guardian was reached on the day: a message"
                            + " that was left is none. During the day it is the list of so far.")
    public Page<OwedView> list(
            @Parameter(description = "School ids; all of yours if none is given") @QueryParam("school")
                    List<String> schools,
            @Parameter(description = "School day, yyyy-MM-dd; today if none is given") @QueryParam("day") @Nullable
                    String day,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        SchoolScope scope = VisibilityService.scope(visibility.asCaller(), schools);
        SchoolDay schoolDay = visibility.day(day);
        int length = visibility.limit(limit, USUAL_PAGE);
        After after = cursor == null ? After.NOTHING : after(Cursor.decode(cursor, 2));
        return jdbi.inTransaction(tx -> {
            List<Owed> found = store.page(tx, scope, schoolDay, after, length + 1);
            List<Owed> shown = found.subList(0, Math.min(length, found.size()));
            Map<At, StudentView> known =
                    names.open(tx, shown.stream().map(NoticesOwedResource::at).toList());
            shown.forEach(owed -> trail.student(
                    owed.of().student().value(), owed.of().school().value()));
            return new Page<>(
                    shown.stream().map(owed -> view(owed, known.get(at(owed)))).toList(),
                    found.size() > length ? next(shown.getLast()) : null);
        });
    }

    private static At at(Owed owed) {
        return new At(owed.of().student(), owed.of().school());
    }

    private static OwedView view(Owed owed, @Nullable StudentView student) {
        return new OwedView(
                owed.of().student().value(),
                owed.of().school().value(),
                owed.kind(),
                owed.tried(),
                owed.lastOutcome(),
                student);
    }

    private static After after(List<String> key) {
        return new After(key.get(0), key.get(1));
    }

    private static String next(Owed last) {
        return Cursor.encode(last.of().school(), last.of().student());
    }
}
