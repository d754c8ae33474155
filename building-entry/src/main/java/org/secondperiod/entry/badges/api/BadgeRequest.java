package org.secondperiod.entry.badges.api;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.secondperiod.entry.badges.BadgeClaim;

/** Whose a badge is to be, and when. */
@Schema(name = "BadgeClaimByHand")
public record BadgeRequest(
        @Schema(description = "The student", examples = "S1042")
        @NotNull
        @Pattern(
                regexp = "[A-Za-z0-9._:-]{1,64}",
                message = "is not an id: 1 to 64 characters out of A-Z a-z 0-9 . _ : -")
        String studentId,

        @Schema(description = "From when, inclusive; none means ever since", examples = "2026-09-08T00:00:00-04:00")
        @Nullable
        OffsetDateTime validFrom,

        @Schema(description = "Until when, exclusive; none means still") @Nullable
        OffsetDateTime validTo) {

    BadgeClaim claim(String badge) {
        return new BadgeClaim(badge, BadgeClaim.Source.BY_HAND, studentId, instant(validFrom), instant(validTo));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant().truncatedTo(ChronoUnit.MILLIS);
    }
}
