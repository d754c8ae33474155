package org.secondperiod.entry.badges.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.secondperiod.entry.badges.BadgeClaim;
import org.secondperiod.entry.badges.BadgeConflict;
import org.secondperiod.entry.badges.BadgeProblems;
import org.secondperiod.entry.badges.BadgeService;
import org.secondperiod.kit.identity.Access;
import org.secondperiod.kit.ids.Ids;
import org.secondperiod.kit.requests.Cursor;
import org.secondperiod.kit.requests.Page;

/** Badges. */
@Path("/v1/badges")
@Tag(name = "Badges", description = "Whose a badge was when; the roster fills them by itself")
public class BadgeResource {

    private static final int PAGE = 500;

    private final BadgeService badges;
    private final Access access;

    BadgeResource(BadgeService badges, Access access) {
        this.badges = badges;
        this.access = access;
    }

    /** A badge with its claims, the latest start first. */
    @Schema(name = "Badge")
    public record BadgeView(String badge, List<BadgeClaim> claims) {}

    @PUT
    @Path("/{badge}")
    @Operation(
            operationId = "putBadge",
            summary = "Say whose a badge is from when to when",
            description =
                    "A claim by hand with the same validFrom is replaced; other claims stay as the badge's history. Where claims of two students overlap the later validFrom wins, and the overlap is listed among the conflicts. Scans that waited for this badge are resolved by themselves.")
    @APIResponse(responseCode = "200", description = "The badge with all its claims")
    @APIResponse(responseCode = "422", description = "A field is not valid")
    public BadgeView put(@PathParam("badge") String badge, @NotNull @Valid BadgeRequest request) {
        requireReader();
        if (!Ids.isId(badge)) {
            throw BadgeProblems.noId();
        }
        return new BadgeView(badge, badges.put(request.claim(badge)));
    }

    @GET
    @Path("/{badge}")
    @Operation(
            operationId = "getBadge",
            summary = "A badge's claims, by hand and from the roster, the latest start first")
    @APIResponse(responseCode = "200", description = "The badge with all its claims")
    @APIResponse(responseCode = "404", description = "Nobody claims it, now or earlier")
    public BadgeView get(@PathParam("badge") String badge) {
        requireReader();
        return new BadgeView(badge, badges.history(badge));
    }

    /** Whose a badge is says nothing of a school, so it is for the whole district. */
    private void requireReader() {
        access.as("scans:write", "roster:write", "admin").everywhere();
    }

    @GET
    @Path("/conflicts")
    @Operation(
            operationId = "listBadgeConflicts",
            summary =
                    "Badges that two students claim for the same time, with the claim that wins; in pages of 500 overlaps")
    @APIResponse(responseCode = "200", description = "A page of overlaps")
    public Page<BadgeConflict> conflicts(@QueryParam("cursor") @Nullable String cursor) {
        requireReader();
        String after = cursor == null ? "" : Cursor.decode(cursor, 1).getFirst();
        List<BadgeConflict> found = badges.conflicts(after, PAGE + 1);
        if (found.size() <= PAGE) {
            return new Page<>(found, null);
        }
        String cutBadge = found.getLast().wins().badge();
        List<BadgeConflict> page = found.stream()
                .filter(each -> !each.wins().badge().equals(cutBadge))
                .toList();
        return page.isEmpty()
                ? new Page<>(found.subList(0, PAGE), Cursor.encode(cutBadge))
                : new Page<>(page, Cursor.encode(page.getLast().wins().badge()));
    }
}
