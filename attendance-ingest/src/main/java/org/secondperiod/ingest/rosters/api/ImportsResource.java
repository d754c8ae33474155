package org.secondperiod.ingest.rosters.api;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.secondperiod.ingest.rosters.db.ImportRow;
import org.secondperiod.ingest.rosters.db.ImportStore;
import org.secondperiod.kit.audit.NotAudited;
import org.secondperiod.kit.problems.Problems;
import org.secondperiod.kit.requests.Cursor;
import org.secondperiod.kit.requests.Page;
import org.secondperiod.kit.time.Times;

/** How imports go and went. */
@Path("/v1/imports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "rosters")
public class ImportsResource {

    private static final int INLINE_ERRORS = 100;
    private static final int LARGEST_PAGE = 1000;

    private final RosterAccess access;
    private final ImportStore imports;
    private final ImportViews views;
    private final Clock clock;

    ImportsResource(RosterAccess access, ImportStore imports, ImportViews views, Clock clock) {
        this.access = access;
        this.imports = imports;
        this.views = views;
        this.clock = clock;
    }

    @GET
    @NotAudited("it counts, and tells of nobody")
    @Operation(operationId = "listImports", summary = "List imports, the latest first")
    public Page<ImportView> list(
            @QueryParam("limit") @DefaultValue("50") int limit, @QueryParam("cursor") @Nullable String cursor) {
        access.require();
        int size = checked(limit);
        List<String> after = cursor == null ? List.of() : Cursor.decode(cursor, 2);
        List<ImportRow> rows = after.isEmpty()
                ? imports.list(null, null, size + 1)
                : imports.list(millis(after.getFirst()), after.getLast(), size + 1);
        Instant now = Times.now(clock);
        List<ImportRow> shown = rows.subList(0, Math.min(size, rows.size()));
        String next = rows.size() > size
                ? Cursor.encode(
                        shown.getLast().receivedAt().toEpochMilli(),
                        shown.getLast().importId())
                : null;
        return new Page<>(shown.stream().map(row -> ImportView.of(row, now)).toList(), next);
    }

    @GET
    @Path("/{importId}")
    @Operation(operationId = "getImport", summary = "An import: progress, counts by school, and the first row errors")
    public ImportView get(@PathParam("importId") String importId) {
        access.require();
        return views.find(importId, INLINE_ERRORS).orElseThrow(RostersProblems::noSuchImport);
    }

    @GET
    @Path("/{importId}/errors")
    @Operation(operationId = "listImportErrors", summary = "An import's row errors")
    public Page<ErrorView> errors(
            @PathParam("importId") String importId,
            @QueryParam("limit") @DefaultValue("500") int limit,
            @QueryParam("cursor") @Nullable String cursor) {
        access.require();
        if (imports.find(importId).isEmpty()) {
            throw RostersProblems.noSuchImport();
        }
        return views.errors(
                importId,
                cursor == null ? 0 : Cursor.number(Cursor.decode(cursor, 1).getFirst()),
                checked(limit));
    }

    private static int checked(int limit) {
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw Problems.field("limit", "must be between 1 and " + LARGEST_PAGE);
        }
        return limit;
    }

    private static Instant millis(String text) {
        return Instant.ofEpochMilli(Cursor.number(text));
    }
}
