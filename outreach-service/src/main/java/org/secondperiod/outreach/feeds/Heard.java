package org.secondperiod.outreach.feeds;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a school's SIS told of a day.
 *
 * @param marks how many marks came, corrections counted too
 * @param lastMarkAt when attendance-ingest took the newest; null where none came
 * @param submitted of how many classes and periods it was said that attendance was submitted
 * @param lastSubmittedAt when attendance was submitted last, by the SIS's clock; null where none was
 */
public record Heard(
        int marks,
        @Nullable Instant lastMarkAt,
        int submitted,
        @Nullable Instant lastSubmittedAt) {

    public static final Heard NOTHING = new Heard(0, null, 0, null);
}
