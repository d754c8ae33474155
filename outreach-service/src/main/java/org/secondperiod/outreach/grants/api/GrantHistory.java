package org.secondperiod.outreach.grants.api;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.secondperiod.kit.grants.Grant;
import org.secondperiod.outreach.grants.StaffGrant;
import org.secondperiod.outreach.grants.db.StaffGrantStore;

/** What became of a grant. */
@Schema(name = "History")
public record GrantHistory(
        String grantId,
        String subject,

        @Schema(enumeration = {"caller", "attendance-lead", "principal", "district-analyst", "admin"})
        String role,

        List<ChangeView> items) {

    /** A change of a grant: what it was after it, who made it, when and why. */
    public record ChangeView(
            long version,
            StaffGrant.What what,
            List<String> schools,
            List<String> rights,
            Instant expiresAt,
            String by,
            Instant at,
            String why) {}

    static GrantHistory of(Grant grant, List<StaffGrantStore.Change> changes) {
        return new GrantHistory(
                grant.grantId(),
                grant.subject(),
                grant.role(),
                changes.stream().map(GrantHistory::view).toList());
    }

    private static ChangeView view(StaffGrantStore.Change change) {
        GrantView after = GrantView.of(change.grant(), change.grant().changedAt());
        return new ChangeView(
                after.version(),
                change.what(),
                after.schools(),
                after.rights(),
                after.expiresAt(),
                after.changedBy(),
                after.changedAt(),
                after.why());
    }
}
