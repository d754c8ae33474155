package org.secondperiod.entry.scans.api;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.secondperiod.entry.scans.ExpiredScan;
import org.secondperiod.entry.scans.WaitingScan;
import org.secondperiod.entry.scans.db.ExpiredScanStore;
import org.secondperiod.entry.scans.db.ExpiredScanStore.Expired;
import org.secondperiod.entry.scans.db.WaitingScanStore;
import org.secondperiod.entry.scans.db.WaitingScanStore.Waiting;
import org.secondperiod.kit.audit.AuditTrail;
import org.secondperiod.kit.database.AsSystem;
import org.secondperiod.kit.identity.Access;
import org.secondperiod.kit.requests.Cursor;
import org.secondperiod.kit.requests.Page;

/** Scans that are kept until something becomes known, or until it is too late. They leave these lists by themselves. */
@Path("/v1/scans")
@Tag(name = "Scans")
public class WaitingScanResource {

    private static final int PAGE = 500;

    private final WaitingScanStore waiting;
    private final ExpiredScanStore expired;
    private final Access access;
    private final AuditTrail trail;

    WaitingScanResource(WaitingScanStore waiting, ExpiredScanStore expired, Access access, AuditTrail trail) {
        this.waiting = waiting;
        this.expired = expired;
        this.access = access;
        this.trail = trail;
    }

    @GET
    @Path("/unresolved")
    @Operation(
            operationId = "listUnresolvedScans",
            summary = "Scans whose badge was nobody's at that moment, the oldest first, in pages of 500")
    @APIResponse(responseCode = "200", description = "A page of scans")
    public Page<WaitingScan> unresolved(@QueryParam("cursor") @Nullable String cursor) {
        requireReader("scans:write", "roster:write");
        return page(AsSystem.get(() -> waiting.forBadges(after(cursor), PAGE + 1)));
    }

    @GET
    @Path("/quarantined")
    @Operation(
            operationId = "listQuarantinedScans",
            summary = "Scans whose reader is not registered, the oldest first, in pages of 500")
    @APIResponse(responseCode = "200", description = "A page of scans")
    public Page<WaitingScan> quarantined(@QueryParam("cursor") @Nullable String cursor) {
        requireReader("scans:write");
        return page(AsSystem.get(() -> waiting.forReaders(after(cursor), PAGE + 1)));
    }

    @GET
    @Path("/expired")
    @Operation(
            operationId = "listExpiredScans",
            summary =
                    "Scans that waited in vain for 30 days after they happened; they are listed for 30 more, in pages of 500")
    @APIResponse(responseCode = "200", description = "A page of scans")
    public Page<ExpiredScan> expired(@QueryParam("cursor") @Nullable String cursor) {
        requireReader("scans:write", "roster:write");
        List<Expired> found = AsSystem.get(() -> expired.list(after(cursor), PAGE + 1));
        List<Expired> page = found.subList(0, Math.min(PAGE, found.size()));
        page.forEach(each -> shown(each.scan().studentId()));
        String next = found.size() > PAGE ? Cursor.encode(page.getLast().waitingId()) : null;
        return new Page<>(page.stream().map(Expired::scan).toList(), next);
    }

    /** These lists are of all doors, so they are for the whole district. */
    private void requireReader(String... scopes) {
        access.as(Stream.concat(Stream.of(scopes), Stream.of("admin")).toArray(String[]::new))
                .everywhere();
    }

    private static long after(@Nullable String cursor) {
        return cursor == null ? 0 : Cursor.number(Cursor.decode(cursor, 1).getFirst());
    }

    private void shown(@Nullable String studentId) {
        if (studentId != null) {
            trail.student(studentId);
        }
    }

    private Page<WaitingScan> page(List<Waiting> found) {
        List<Waiting> page = found.subList(0, Math.min(PAGE, found.size()));
        page.forEach(each -> shown(each.scan().studentId()));
        String next = found.size() > PAGE ? Cursor.encode(page.getLast().waitingId()) : null;
        return new Page<>(page.stream().map(Waiting::scan).toList(), next);
    }
}
