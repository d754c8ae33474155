package org.secondperiod.kit.grants;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody was given: a role at schools, until an end.
 *
 * @param rights what goes beyond the role, such as {@link #RESTRICTED_NOTES}
 * @param expiresAt exclusive; none where it is open
 * @param version counts the changes of this grant; the latest wins
 */
public record Grant(
        String grantId,
        String subject,
        String role,
        Schools schools,
        Set<String> rights,
        @Nullable Instant expiresAt,
        boolean revoked,
        long version) {

    /** The right to read notes about health and safety. */
    public static final String RESTRICTED_NOTES = "restricted-notes";

    public Grant {
        rights = Set.copyOf(rights);
    }

    /** Whether it gives anything at that moment. */
    public boolean isInForce(Instant now) {
        return !revoked && (expiresAt == null || now.isBefore(expiresAt));
    }
}
