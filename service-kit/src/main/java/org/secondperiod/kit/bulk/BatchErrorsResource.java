package org.secondperiod.kit.bulk;

import io.quarkus.arc.properties.UnlessBuildProperty;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.audit.NotAudited;
import org.secondperiod.kit.identity.Access;
import org.secondperiod.kit.requests.Cursor;
import org.secondperiod.kit.requests.Page;

/**
 * What was wrong in a batch, all of it. A batch is shown to the credential that sent it, and to an admin. A service that
 * takes no batches switches it off with {@code secondperiod.bulk.endpoint=none}.
 */
@UnlessBuildProperty(name = "secondperiod.bulk.endpoint", stringValue = "none", enableIfMissing = true)
@Path("/v1/batches/{batchId}/errors")
@Tag(name = "Batches")
public class BatchErrorsResource {

    private static final int PAGE = 1_000;

    private final BatchErrors errors;
    private final Access access;

    BatchErrorsResource(BatchErrors errors, Access access) {
        this.errors = errors;
        this.access = access;
    }

    @GET
    @NotAudited("it says what was wrong with lines, and nothing of what they held")
    @Operation(operationId = "batchErrors", summary = "All errors of a batch, by line, in pages of 1,000")
    @APIResponse(responseCode = "200", description = "A page of errors")
    @APIResponse(responseCode = "404", description = "No batch of yours has this id, or it is too old")
    public Page<BatchError> list(@PathParam("batchId") String batchId, @QueryParam("cursor") @Nullable String cursor) {
        boolean mayRead =
                access.where("admin").all() ? errors.exists(batchId) : errors.belongsTo(batchId, access.subject());
        if (!mayRead) {
            throw BulkProblems.unknownBatch();
        }
        List<String> after = cursor == null ? List.of("0", "0") : Cursor.decode(cursor, 2);
        List<BatchErrors.Kept> kept =
                errors.after(batchId, Cursor.number(after.get(0)), Cursor.number(after.get(1)), PAGE + 1);
        List<BatchErrors.Kept> page = kept.subList(0, Math.min(PAGE, kept.size()));
        String next = kept.size() > PAGE
                ? Cursor.encode(page.getLast().line(), page.getLast().errorId())
                : null;
        return new Page<>(page.stream().map(BatchErrors.Kept::error).toList(), next);
    }
}
