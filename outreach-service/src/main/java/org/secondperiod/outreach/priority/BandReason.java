package org.secondperiod.outreach.priority;

import java.math.BigDecimal;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Why a call is in its band, in a code and what belongs to it, so that a front end says it in the language of whoever reads it.
 * It names nobody.
 *
 * @param absences days missed, in halves, where the code counts them; of {@code NEARLY_CHRONIC} those until the year ends chronic
 * @param days school days, where the code counts them
 * @param grade of {@code YOUNGEST}, as the roster has it
 */
@Schema(name = "BandReason")
public record BandReason(
        Code code,
        @Nullable BigDecimal absences,
        @Nullable Integer days,
        @Nullable String grade) {

    /** What it says. */
    @Schema(name = "BandReasonCode")
    public enum Code {
        GUARDIAN_NOT_AWARE,
        WHEREABOUTS_NOT_KNOWN,
        /** The family says that the student left for school. */
        LEFT_FOR_SCHOOL,
        LEFT_THE_BUILDING,
        /** By {@code grade}. */
        YOUNGEST,
        /** {@code absences} in the last {@code days}. */
        OUT_OF_CHARACTER,
        /** {@code days}, with today. */
        IN_A_ROW,
        FIRST_AFTER_COMING_BACK,
        /** {@code absences} more, and the year ends chronic. */
        NEARLY_CHRONIC,
        /** {@code absences} in the last {@code days}: none of the above. */
        ABSENCES,
        NOTHING_KNOWN
    }

    static BandReason of(Code code) {
        return new BandReason(code, null, null, null);
    }

    static BandReason ofGrade(String grade) {
        return new BandReason(Code.YOUNGEST, null, null, grade);
    }

    static BandReason ofDays(Code code, int days) {
        return new BandReason(code, null, days, null);
    }

    static BandReason ofAbsences(Code code, LastDays days) {
        return new BandReason(code, halves(days.absentHalfDays()), days.count(), null);
    }

    static BandReason nearlyChronic(int absences) {
        return new BandReason(Code.NEARLY_CHRONIC, BigDecimal.valueOf(absences), null, null);
    }

    private static BigDecimal halves(int count) {
        return count % 2 == 0 ? BigDecimal.valueOf(count / 2) : BigDecimal.valueOf(count * 5L, 1);
    }

    /** The sentence in English. */
    public String inEnglish() {
        return switch (code) {
            case GUARDIAN_NOT_AWARE -> "The guardian did not know of the absence.";
            case WHEREABOUTS_NOT_KNOWN -> "Nobody knows where the student is.";
            case LEFT_FOR_SCHOOL -> "Left for school, the family says, and has not come.";
            case LEFT_THE_BUILDING -> "Was in the building and left.";
            case YOUNGEST -> "Grade " + grade + ": the youngest are called first.";
            case OUT_OF_CHARACTER -> "Out of character: " + counted().toLowerCase(Locale.ROOT) + ".";
            case IN_A_ROW -> days + " school days in a row, with today.";
            case FIRST_AFTER_COMING_BACK -> "The first absence after coming back.";
            case NEARLY_CHRONIC -> (isOne() ? "One absence" : "Two absences") + " from a year that ends chronic.";
            case ABSENCES -> counted() + ".";
            case NOTHING_KNOWN -> "Nothing is known of the days before.";
        };
    }

    private String counted() {
        String missed = absences == null || absences.signum() == 0
                ? "No absence"
                : isOne() ? "1 absence" : absences.toPlainString() + " absences";
        return missed + " in the last " + (days == null || days == 1 ? "school day" : days + " school days");
    }

    private boolean isOne() {
        return BigDecimal.ONE.equals(absences);
    }
}
