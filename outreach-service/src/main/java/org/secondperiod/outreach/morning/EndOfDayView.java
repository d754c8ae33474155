package org.secondperiod.outreach.morning;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.secondperiod.outreach.morning.MorningView.CoverageView;

/**
 * A school's day as it ends, in numbers.
 *
 * @param isOver the last bell has rung; until then the figures are of so far
 * @param calls how many numbers were dialled
 * @param successful of how many students somebody was reached on the day and the reason is known
 * @param neverReached of how many who were to be called nobody was
 * @param sameDayReturn who came in after somebody was reached and before the last period, of those who were reached, not in error, and
 *     had no valid reason
 * @param promises what was promised on this day, or was due
 * @param continuity how many of the families who were reached had been reached before, and how many of these by the same person
 * @param madeInError calls about a child who was in the building
 */
@Schema(name = "EndOfDay")
public record EndOfDayView(
        String schoolId,
        String schoolName,
        LocalDate schoolDay,
        boolean isOver,
        int toCall,
        int called,
        int calls,
        int reached,
        int successful,
        int neverReached,
        List<CoverageView> coverage,
        ShareView sameDayReturn,
        PromisesView promises,
        ShareView continuity,
        int madeInError,
        int noticesOwed,
        int openEscalations,
        int openFollowUps) {

    /** So many of so many. */
    @Schema(name = "SoManyOf")
    public record ShareView(int count, int of) {}

    /** How promises stand. */
    @Schema(name = "PromisesOfTheDay")
    public record PromisesView(int open, int kept, int notKept) {}
}
