package org.secondperiod.outreach.feeds;

import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a school's SIS told of a day.
 *
 * @param expectedBy the cut-off of the school's first students; null on a day without school
 * @param marks how many marks came, corrections counted too
 * @param lastMarkAt when attendance-ingest took the newest
 * @param saysWhatIsSubmitted whether the school's SIS says that a class has submitted its attendance
 * @param submitted of how many classes and periods it said so
 * @param lastSubmittedAt when attendance was submitted last, by the SIS's clock
 */
@Schema(name = "SisFeed")
public record SisFeedView(
        String schoolId,
        String schoolName,
        LocalDate schoolDay,
        FeedState state,
        @Nullable Instant expectedBy,
        int marks,
        @Nullable Instant lastMarkAt,
        boolean saysWhatIsSubmitted,
        int submitted,
        @Nullable Instant lastSubmittedAt) {}
