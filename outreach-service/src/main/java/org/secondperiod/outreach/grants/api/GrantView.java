package org.secondperiod.outreach.grants.api;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.secondperiod.kit.grants.Grant;
import org.secondperiod.outreach.grants.StaffGrant;

/**
 * A grant.
 *
 * @param schools ids, or {@code *} for all of the district
 * @param rights what goes beyond the role
 * @param why of the last change
 */
@Schema(name = "Grant")
public record GrantView(
        String grantId,
        String subject,

        @Schema(enumeration = {"caller", "attendance-lead", "principal", "district-analyst", "admin"})
        String role,

        List<String> schools,
        List<String> rights,
        Instant expiresAt,
        StaffGrant.State state,
        long version,
        String grantedBy,
        Instant grantedAt,
        String changedBy,
        Instant changedAt,
        String why) {

    static GrantView of(StaffGrant of, Instant now) {
        Grant grant = of.grant();
        return new GrantView(
                grant.grantId(),
                grant.subject(),
                grant.role(),
                grant.schools().names().stream().sorted().toList(),
                grant.rights().stream().sorted().toList(),
                of.end(),
                of.state(now),
                grant.version(),
                of.grantedBy(),
                of.grantedAt(),
                of.changedBy(),
                of.changedAt(),
                of.why());
    }
}
