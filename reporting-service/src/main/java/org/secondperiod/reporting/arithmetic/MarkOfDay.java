package org.secondperiod.reporting.arithmetic;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The mark of a period, or of the whole day.
 *
 * @param reason the coded reason, where there is one
 */
public record MarkOfDay(
        String period, MarkKind kind, @Nullable String reason) {

    private static final Comparator<MarkOfDay> FIRST_WITHOUT_EXCUSE = Comparator.comparing(MarkOfDay::isExcused)
            .thenComparing(mark -> mark.reason() == null)
            .thenComparing(mark -> mark.period().length())
            .thenComparing(MarkOfDay::period);

    /**
     * The one mark that says why the day was what it was, and whether that is excused: that of the whole day; where there is none, of
     * the periods' marks that say the same one without an excuse before one with it, so that a day is excused where all of them are;
     * of these one with a reason before one without; of these the earlier period's. reason-day.sql chooses by the same rule.
     *
     * @param status what attendance has decided
     * @param marks the latest of each period, without withdrawn ones
     */
    public static Optional<MarkOfDay> why(DayStatus status, Collection<MarkOfDay> marks) {
        List<MarkOfDay> alike = marks.stream().filter(mark -> mark.says(status)).toList();
        return alike.stream()
                .filter(MarkOfDay::isOfWholeDay)
                .findFirst()
                .or(() -> alike.stream().min(FIRST_WITHOUT_EXCUSE));
    }

    private boolean says(DayStatus status) {
        return switch (status) {
            case ABSENT -> kind.isAbsence();
            case HALF -> kind == MarkKind.PARTIAL && isOfWholeDay();
            case LATE -> kind == MarkKind.LATE;
            case PRESENT -> false;
        };
    }

    private boolean isOfWholeDay() {
        return period.equals(DailyStatus.WHOLE_DAY);
    }

    /** Whether it says that the absence is excused, which counts all the same. */
    public boolean isExcused() {
        return kind == MarkKind.EXCUSED;
    }
}
