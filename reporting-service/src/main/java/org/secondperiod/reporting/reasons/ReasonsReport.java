package org.secondperiod.reporting.reasons;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Absences in some days, by reason. Root causes are not here: they are never on a topic.
 *
 * @param attendance as attendance says it, of every absence of the day or of the school's trigger period
 * @param families as families said it on the phone, of students about whom anybody was reached
 */
@Schema(name = "AbsenceReasons")
public record ReasonsReport(
        LocalDate from,
        LocalDate to,

        @Schema(description = "The schools asked for; not there: the whole district") @Nullable
        List<String> schools,

        @Schema(description = "As attendance says it") List<Line> attendance,

        @Schema(description = "As families said it on the phone")
        List<Line> families) {

    /**
     * One reason.
     *
     * @param reason coded; none: no code was given
     * @param excused whether attendance has it as excused; it counts all the same
     * @param absences days of students
     * @param percent of those of its list; rounded to be shown
     */
    @Schema(name = "AbsenceReason")
    public record Line(
            @Nullable String reason,
            boolean excused,
            long absences,
            @Nullable BigDecimal percent) {}
}
