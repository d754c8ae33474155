package org.secondperiod.reporting.edfi;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.secondperiod.reporting.arithmetic.Count;
import org.secondperiod.reporting.arithmetic.DayStatus;
import org.secondperiod.reporting.arithmetic.MarkOfDay;

/** The codes of Ed-Fi's AttendanceEventCategoryDescriptor that a day here can have. */
enum Category {
    EXCUSED_ABSENCE("Excused Absence", DayStatus.ABSENT),
    UNEXCUSED_ABSENCE("Unexcused Absence", DayStatus.ABSENT),
    PARTIAL("Partial", DayStatus.HALF),
    TARDY("Tardy", DayStatus.LATE);

    private final String code;
    private final DayStatus status;

    Category(String code, DayStatus status) {
        this.code = code;
        this.status = status;
    }

    String code() {
        return code;
    }

    /** How long the student was away, in days; of a late student nobody knows. */
    @Nullable
    BigDecimal duration() {
        return status.absentHalfDays() == 0
                ? null
                : BigDecimal.valueOf(status.absentHalfDays())
                        .divide(BigDecimal.valueOf(Count.HALVES), 1, RoundingMode.UNNECESSARY);
    }

    /**
     * The category of a day that counts; nothing of a day of presence in time, which is no event.
     *
     * @param why the mark that says why
     */
    static Optional<Category> of(DayStatus status, Optional<MarkOfDay> why) {
        return switch (status) {
            case ABSENT ->
                Optional.of(why.filter(MarkOfDay::isExcused).isPresent() ? EXCUSED_ABSENCE : UNEXCUSED_ABSENCE);
            case HALF -> Optional.of(PARTIAL);
            case LATE -> Optional.of(TARDY);
            case PRESENT -> Optional.empty();
        };
    }
}
