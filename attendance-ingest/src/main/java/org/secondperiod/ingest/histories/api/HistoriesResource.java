package org.secondperiod.ingest.histories.api;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.secondperiod.ingest.histories.Histories;
import org.secondperiod.ingest.histories.Histories.Wishes;
import org.secondperiod.ingest.histories.HistoryRow;
import org.secondperiod.ingest.histories.Holds;
import org.secondperiod.ingest.histories.db.HistoryStore;
import org.secondperiod.ingest.rosters.RosterImports.Upload;
import org.secondperiod.ingest.rosters.api.UploadReader;
import org.secondperiod.kit.audit.NotAudited;
import org.secondperiod.kit.bulk.BatchErrors;
import org.secondperiod.kit.bulk.BulkConfig;
import org.secondperiod.kit.bulk.BulkFormat;
import org.secondperiod.kit.identity.Access;
import org.secondperiod.kit.problems.Problems;
import org.secondperiod.kit.requests.Cursor;
import org.secondperiod.kit.requests.IdempotentRequests;
import org.secondperiod.kit.requests.Page;
import org.secondperiod.kit.time.Times;

/** Takes past years' attendance, and says how its imports go and went. */
@Path("/v1/histories")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Histories", description = "Past attendance, so that a district starts with its past")
public class HistoriesResource {

    private static final int INLINE_ERRORS = 100;
    private static final int LARGEST_PAGE = 1000;
    private static final String ATTENDANCE = """
            studentId,schoolId,schoolDay,code
            S-204511,11X265,2026-03-17,A
            ,11X265,2026-03-18,
            """;
    private static final String ENROLMENTS = """
            studentId,schoolId,entry,exit,grade,homeroom
            S-204511,11X265,2025-09-04,2026-06-26,09,9-03
            """;

    private final Access access;
    private final UploadReader reader;
    private final Histories histories;
    private final HistoryStore store;
    private final BatchErrors batches;
    private final IdempotentRequests requests;
    private final BulkConfig limits;
    private final Clock clock;

    HistoriesResource(
            Access access,
            UploadReader reader,
            Histories histories,
            HistoryStore store,
            BatchErrors batches,
            IdempotentRequests requests,
            BulkConfig limits,
            Clock clock) {
        this.access = access;
        this.reader = reader;
        this.histories = histories;
        this.store = store;
        this.batches = batches;
        this.requests = requests;
        this.limits = limits;
        this.clock = clock;
    }

    /** What makes two requests the same. */
    record HistoryRequest(String sha256, Wishes wishes) {}

    /** Where to look how it goes. */
    @Schema(name = "AcceptedHistory")
    public record Accepted(
            @Schema(description = "Of /v1/histories/{historyId}", examples = "0d9f6c1e-4f0c-4f44-9d1e-7f3f6f0f2a11")
            String historyId) {}

    @POST
    @Consumes({BulkFormat.CSV_TYPE, BulkFormat.NDJSON_TYPE})
    @Operation(
            operationId = "postHistory",
            summary = "Imports past attendance, or past enrolments",
            description =
                    "The file is the body. It is kept, checked as a whole in the background, and told if nothing stands"
                            + " against it; the Location tells how that goes. ATTENDANCE: a row for each mark, of the day or"
                            + " of a period; a day of which the file has any row was submitted, and a row without a student"
                            + " says only that. ENROLMENTS: a row for each enrolment that has ended. A row that is not"
                            + " sound, or a code that means nothing yet, refuses the whole file, and nothing of it is told."
                            + " Sent again it changes nothing.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = BulkFormat.CSV_TYPE,
                            schema = @Schema(implementation = String.class),
                            examples = {
                                @ExampleObject(name = "attendance", value = ATTENDANCE),
                                @ExampleObject(name = "enrolments", value = ENROLMENTS)
                            }))
    @APIResponse(
            responseCode = "202",
            description = "Kept.",
            headers =
                    @Header(
                            name = "Location",
                            description = "The import: state, progress, schools, row errors.",
                            schema = @Schema(implementation = String.class, format = "uri")),
            content = @Content(schema = @Schema(implementation = Accepted.class)))
    @APIResponse(responseCode = "413", description = "The file is larger than the limit, which the problem names.")
    @APIResponse(responseCode = "415", description = "Neither CSV nor NDJSON, or not UTF-8.")
    @APIResponse(responseCode = "422", description = "A parameter cannot be taken; the problem names it.")
    public Response post(
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            @Parameter(description = "What the rows are") @QueryParam("holds") @DefaultValue("ATTENDANCE") Holds holds,
            @Parameter(description = "Only check it") @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            @Parameter(description = "Leave out rows that are not sound, where else the file is refused")
                    @QueryParam("allowRejected")
                    @DefaultValue("false")
                    boolean allowRejected,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) MediaType type,
            @Context UriInfo uri,
            InputStream body) {
        require();
        uri.getQueryParameters().forEach(HistoriesResource::check);
        String mediaType =
                switch (BulkFormat.of(type)) {
                    case CSV -> BulkFormat.CSV_TYPE;
                    case NDJSON -> BulkFormat.NDJSON_TYPE;
                };
        long most = limits.maxBytes().asLongValue();
        Upload upload = reader.read(body, most, () -> HistoriesProblems.tooLarge(most), HistoriesProblems::empty);
        try {
            Wishes wishes = new Wishes(holds, mediaType, dryRun, allowRejected);
            Accepted accepted = requests.once(
                    idempotencyKey,
                    new HistoryRequest(upload.sha256(), wishes),
                    Accepted.class,
                    tx -> new Accepted(histories.accept(tx, upload, access.subject(), wishes)));
            return Response.accepted(accepted)
                    .location(uri.getBaseUriBuilder()
                            .path(HistoriesResource.class)
                            .path(accepted.historyId())
                            .build())
                    .build();
        } finally {
            reader.delete(upload.file());
        }
    }

    @GET
    @NotAudited("it counts, and tells of nobody")
    @Operation(operationId = "listHistories", summary = "Imports of histories, the latest first")
    public Page<HistoryView> list(
            @QueryParam("limit") @DefaultValue("50") int limit, @QueryParam("cursor") @Nullable String cursor) {
        require();
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw Problems.field("limit", "must be between 1 and " + LARGEST_PAGE);
        }
        List<String> after = cursor == null ? List.of() : Cursor.decode(cursor, 2);
        List<HistoryRow> rows = after.isEmpty()
                ? store.list(null, null, limit + 1)
                : store.list(Instant.ofEpochMilli(Cursor.number(after.getFirst())), after.getLast(), limit + 1);
        List<HistoryRow> shown = rows.subList(0, Math.min(limit, rows.size()));
        String next = rows.size() > limit
                ? Cursor.encode(
                        shown.getLast().receivedAt().toEpochMilli(),
                        shown.getLast().historyId())
                : null;
        Instant now = Times.now(clock);
        return new Page<>(shown.stream().map(row -> HistoryView.of(row, now)).toList(), next);
    }

    @GET
    @Path("/{historyId}")
    @NotAudited("it counts, and says what was wrong with rows, and nothing of what they held")
    @Operation(
            operationId = "getHistory",
            summary = "An import of a history: progress, what it holds of each school, and the first row errors")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = HistoryView.class)))
    @APIResponse(responseCode = "404", description = "There is none of this id")
    public HistoryView get(@PathParam("historyId") String historyId) {
        require();
        HistoryRow row = store.find(historyId).orElseThrow(HistoriesProblems::noSuchHistory);
        return HistoryView.of(row, Times.now(clock))
                .with(store.schools(historyId), batches.first(historyId, INLINE_ERRORS));
    }

    private void require() {
        if (!access.as("marks:write", "admin").isEverywhere()) {
            throw HistoriesProblems.needsAllSchools();
        }
    }

    /** A wish that is empty must not be overheard: the history would be imported for real. */
    private static void check(String name, List<String> values) {
        if (values.stream().anyMatch(String::isBlank)) {
            throw HistoriesProblems.emptyParameter(name);
        }
    }
}
