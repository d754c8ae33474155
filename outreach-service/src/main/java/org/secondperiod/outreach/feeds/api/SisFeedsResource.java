package org.secondperiod.outreach.feeds.api;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.audit.NotAudited;
import org.secondperiod.kit.ids.SchoolDay;
import org.secondperiod.kit.time.Times;
import org.secondperiod.outreach.feeds.SisFeedView;
import org.secondperiod.outreach.feeds.SisFeedsService;
import org.secondperiod.outreach.visibility.SchoolScope;
import org.secondperiod.outreach.visibility.VisibilityService;

/** Whether the schools' attendance arrives. */
@Path("/v1/sis-feeds")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "SIS feeds", description = "Whether attendance arrives")
public class SisFeedsResource {

    private final Jdbi jdbi;
    private final Clock clock;
    private final VisibilityService visibility;
    private final SisFeedsService feeds;

    SisFeedsResource(Jdbi jdbi, Clock clock, VisibilityService visibility, SisFeedsService feeds) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.visibility = visibility;
        this.feeds = feeds;
    }

    /** What schools' SIS told of a day. */
    @Schema(name = "SisFeeds")
    public record SisFeeds(List<SisFeedView> items) {}

    @GET
    @NotAudited("it counts, and tells of nobody")
    @Operation(
            operationId = "listSisFeeds",
            summary = "Whether the schools' attendance arrives",
            description =
                    "When the SIS of each school was last heard from about the day, and how much it told. A school whose SIS"
                            + " is SILENT has nobody on its list, which does not mean that everybody is there."
                            + " Absence lists that were pasted or uploaded count as what the SIS told.")
    public SisFeeds list(
            @Parameter(description = "School ids; all of yours if none is given") @QueryParam("school")
                    List<String> schools,
            @Parameter(description = "School day, yyyy-MM-dd; today if none is given") @QueryParam("day") @Nullable
                    String day) {
        SchoolScope scope = VisibilityService.scope(visibility.asReaderOfNumbers(), schools);
        SchoolDay schoolDay = visibility.day(day);
        return new SisFeeds(jdbi.inTransaction(tx -> feeds.of(tx, scope, schoolDay, Times.now(clock))));
    }
}
