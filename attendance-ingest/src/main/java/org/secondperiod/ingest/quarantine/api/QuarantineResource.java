package org.secondperiod.ingest.quarantine.api;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.secondperiod.ingest.quarantine.AuditedFacts;
import org.secondperiod.ingest.quarantine.Discard;
import org.secondperiod.ingest.quarantine.Quarantine;
import org.secondperiod.ingest.quarantine.Rerun;
import org.secondperiod.ingest.quarantine.RerunAnswer;
import org.secondperiod.ingest.quarantine.Waiting.Kind;
import org.secondperiod.ingest.quarantine.WaitingGroup;
import org.secondperiod.kit.audit.NotAudited;
import org.secondperiod.kit.identity.Access;
import org.secondperiod.kit.identity.Where;
import org.secondperiod.kit.problems.Problems;
import org.secondperiod.kit.requests.Page;

/** What waits and why, and running it again. */
@Path("/v1/quarantine")
@Tag(name = "Quarantine")
public class QuarantineResource {

    /** Administrators get no rows of students: they see how many facts wait for what. */
    private static final String[] MAY_READ = {"marks:write", "roster:write", "attendance-lead"};

    private static final String[] MAY_MEND = {"marks:write", "roster:write", "admin", "attendance-lead"};
    private static final int LONGEST_WHY = 500;

    private final Quarantine quarantine;
    private final Rerun rerun;
    private final Discard discard;
    private final Access access;
    private final AuditedFacts audited;

    QuarantineResource(Quarantine quarantine, Rerun rerun, Discard discard, Access access, AuditedFacts audited) {
        this.quarantine = quarantine;
        this.rerun = rerun;
        this.discard = discard;
        this.access = access;
        this.audited = audited;
    }

    @GET
    @Operation(
            operationId = "listQuarantine",
            summary = "Facts that wait, oldest first",
            description = "Of the schools for which you may ask; 200 a page.")
    @APIResponse(responseCode = "200", description = "A page.")
    public Page<QuarantinedFact> list(
            @QueryParam("kind") @Nullable Kind kind,
            @Parameter(description = "May be repeated.", example = "11X265") @QueryParam("school") List<String> schools,
            @QueryParam("cursor") @Nullable String cursor) {
        var where = access.as(MAY_READ);
        schools.forEach(where::at);
        var page = quarantine.page(kind, wanted(schools, where), cursor);
        page.items().forEach(kept -> audited.shown(kept.waiting()));
        return new Page<>(page.items().stream().map(QuarantinedFact::of).toList(), page.nextCursor());
    }

    @GET
    @Path("/summary")
    @NotAudited("it counts, and tells of nobody")
    @Operation(
            operationId = "summarizeQuarantine",
            summary = "What facts wait for, and how many",
            description = "One line for each code or school that is missing.")
    public Page<WaitingGroup> summary() {
        var where = access.as(MAY_MEND);
        return new Page<>(
                quarantine.groups().stream()
                        .filter(group -> where.holds(group.schoolId()))
                        .toList(),
                null);
    }

    @POST
    @Path("/rerun")
    @Operation(
            operationId = "rerunQuarantine",
            summary = "Runs everything again that can go on",
            description = "Not needed after a change of codes or schools: that does it by itself.")
    public RerunAnswer rerunAll() {
        return new RerunAnswer(rerun.all(access.as(MAY_MEND)::holds), null);
    }

    @POST
    @Path("/{id}/rerun")
    @Operation(operationId = "rerunQuarantinedFact", summary = "Runs one fact again")
    @APIResponse(responseCode = "200", description = "It went on, or what it still waits for.")
    @APIResponse(responseCode = "404", description = "No such fact waits.")
    public RerunAnswer rerunOne(@PathParam("id") String id) {
        return rerun.one(id, access.as(MAY_MEND)::holds);
    }

    /** Why a fact is given up. */
    @Schema(name = "DiscardRequest")
    public record DiscardRequest(@Nullable String why) {}

    /** What was given up, by whom. */
    @Schema(name = "Discarded")
    public record Discarded(String id, String by, String why) {}

    @POST
    @Path("/{id}/discard")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "discardQuarantinedFact",
            summary = "Gives up a fact that was misfiled",
            description =
                    "One of a school that will never be set up. For leads and administrators, with the reason why, which"
                            + " is kept with who they are; what the fact said is gone. Sent once more, it waits once more.")
    @APIResponse(responseCode = "200", description = "It is gone.")
    @APIResponse(responseCode = "404", description = "No such fact waits.")
    @APIResponse(responseCode = "409", description = "It waits for its code, and was told as a question.")
    public Discarded discard(@PathParam("id") String id, DiscardRequest request) {
        var where = access.as("admin", "attendance-lead");
        String why = request.why() == null ? "" : request.why().strip();
        if (why.isEmpty() || why.length() > LONGEST_WHY) {
            throw Problems.field("why", "must be given, in at most %d characters".formatted(LONGEST_WHY));
        }
        discard.one(id, where::holds, access.subject(), why);
        return new Discarded(id, access.subject(), why);
    }

    private static @Nullable Set<String> wanted(List<String> schools, Where where) {
        if (!schools.isEmpty()) {
            return Set.copyOf(schools);
        }
        return where.isEverywhere() ? null : where.schools().ids();
    }
}
