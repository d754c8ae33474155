package org.secondperiod.events;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who may see which schools, in which role, until when: the latest wins by version.
 *
 * @param subject the staff member's id at the identity provider
 * @param schools school ids, or {@code *} for all of the district
 * @param rights what goes beyond the role, such as {@code restricted-notes}; absent where nothing does
 * @param revoked the grant no longer holds
 */
public record GrantChanged(
        String eventId,
        String grantId,
        String subject,
        String role,
        List<String> schools,
        @Nullable List<String> rights,
        @Nullable Instant expiresAt,
        boolean revoked,
        long version,
        Instant recordedAt)
        implements Event {}
