package org.secondperiod.outreach.morning;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A school's morning.
 *
 * @param cutOff from when on somebody may be called; none where nobody is to be
 * @param tasks how many call tasks there are in each state
 * @param toCall how many families were to be called: all tasks but those that ended by themselves before anybody called
 * @param uncalled how many of them nobody has called yet
 * @param called how many somebody has
 * @param reached of how many somebody was reached
 * @param callAgain how many were called and are to be called again
 * @param oldestUncalledSince since when the first of those whom nobody has called waits
 * @param coverage how far the callers were so many minutes after the cut-off
 * @param callers who is at work, or was
 * @param alert families wait, and nobody has begun to call
 */
@Schema(name = "Morning")
public record MorningView(
        String schoolId,
        String schoolName,
        LocalDate schoolDay,
        @Nullable Instant cutOff,
        Map<String, Integer> tasks,
        int toCall,
        int uncalled,
        int called,
        int reached,
        int callAgain,
        @Nullable Instant oldestUncalledSince,
        List<CoverageView> coverage,
        List<CallerView> callers,
        int noticesOwed,
        int openEscalations,
        int openFollowUps,
        @Nullable AlertView alert) {

    /**
     * How far the callers were.
     *
     * @param minutes after the cut-off
     * @param isOver that time has passed: the figures are final but for corrections
     * @param calledShare of {@code toCall}, from 0 to 1; none where nobody was to be called
     */
    @Schema(name = "Coverage")
    public record CoverageView(
            int minutes,
            boolean isOver,
            int called,
            int reached,
            @Nullable BigDecimal calledShare,
            @Nullable BigDecimal reachedShare) {}

    /**
     * Somebody who calls.
     *
     * @param holds the task in their hands
     * @param sharedOut how many of what was shared out to them nobody has called yet
     */
    @Schema(name = "CallerAtWork")
    public record CallerView(
            String caller,
            int calls,
            int reached,
            @Nullable Instant lastCallAt,
            @Nullable String holds,
            int sharedOut) {}

    /** Families wait, and nobody has begun to call. */
    @Schema(name = "NobodyHasBegun")
    public record AlertView(Instant cutOff, Instant raisedAt) {}
}
