package org.secondperiod.outreach.cards;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Something good that is true of a student's attendance, to begin a call with: in a code and what belongs to it, and in English.
 * It names nobody, and speaks of days before this one only.
 *
 * @param day on which the student came, where the code tells of a day
 * @param at when
 * @param came on so many school days, of the last {@code of}
 * @param missed days of the last {@code of}, after {@code missedBefore} of as many before these; in halves
 */
@Schema(name = "GoodThing")
public record GoodThing(
        Code code,
        @Nullable LocalDate day,
        @Nullable Instant at,
        @Nullable Integer came,
        @Nullable Integer of,
        @Nullable BigDecimal missed,
        @Nullable BigDecimal missedBefore,
        String inEnglish) {

    /** What it says. */
    @Schema(name = "GoodThingCode")
    public enum Code {
        /** On {@code day}, after a call in which that was promised. */
        CAME_AS_PROMISED,
        /** On {@code day}, the day of the last call in which somebody was reached. */
        CAME_AFTER_THE_CALL,
        /** On each of the last {@code of} school days. */
        CAME_EVERY_DAY,
        /** On {@code came} of the last {@code of} school days. */
        CAME_MOST_DAYS,
        /** {@code missed} of the last {@code of} school days, and {@code missedBefore} of as many before. */
        MISSED_FEWER
    }
}
