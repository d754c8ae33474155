package org.secondperiod.reporting.arithmetic;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the marks of one day say of it. */
public final class DailyStatus {

    /** The period of a mark for the whole day. */
    public static final String WHOLE_DAY = "day";

    private DailyStatus() {}

    /**
     * The letter of the day for {@link Counted}: a {@link DayStatus}, {@link Strip#UNKNOWN} where it hangs on a mark that nobody
     * understands, {@link Strip#NOTHING} where no mark says anything.
     *
     * @param marks the latest of each period, without withdrawn ones
     * @param trigger the student's trigger period
     * @param periods how many the day has
     */
    public static char letter(Map<String, MarkKind> marks, StatusRule rule, String trigger, int periods) {
        MarkKind day = marks.get(WHOLE_DAY);
        if (day != null) {
            return day == MarkKind.PARTIAL ? DayStatus.HALF.letter() : ofOne(day);
        }
        return switch (rule) {
            case TRIGGER_PERIOD -> ofOne(marks.get(trigger));
            case HALF_OF_PERIODS -> ofPeriods(marks, periods);
        };
    }

    private static char ofOne(@Nullable MarkKind kind) {
        return switch (kind) {
            case null -> Strip.NOTHING;
            case PRESENT, PARTIAL -> DayStatus.PRESENT.letter();
            case LATE -> DayStatus.LATE.letter();
            case EXCUSED, ABSENT -> DayStatus.ABSENT.letter();
            case UNKNOWN -> Strip.UNKNOWN;
        };
    }

    private static char ofPeriods(Map<String, MarkKind> marks, int periods) {
        if (marks.isEmpty()) {
            return Strip.NOTHING;
        }
        long absent = marks.values().stream().filter(MarkKind::isAbsence).count();
        long unknown =
                marks.values().stream().filter(kind -> kind == MarkKind.UNKNOWN).count();
        if (isHalf(absent, periods)) {
            return DayStatus.ABSENT.letter();
        }
        return isHalf(absent + unknown, periods) && unknown > 0 ? Strip.UNKNOWN : DayStatus.PRESENT.letter();
    }

    private static boolean isHalf(long absent, int periods) {
        return absent > 0 && 2 * absent >= periods;
    }
}
