package org.secondperiod.reporting.movement;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.secondperiod.reporting.chronicabsence.GroupBy;
import org.secondperiod.reporting.tallies.Stands;
import org.secondperiod.reporting.visibility.KnownOn;

/**
 * How students stood on a date, by how they stood on an earlier one: at the end of a month and of the one before, or between any two.
 *
 * @param month the last day of the month; of the running one what is known so far; none: other dates were asked for
 * @param from as of the end of this date they stood before; of a month the last day of the one before
 * @param to as of the end of this date they stand; of a month its last day
 * @param knownOn what was learned after this date counts for nothing; none: what is known now
 * @param schools of which; none: of the whole district, where a student of two schools counts once
 */
@Schema(name = "Movement")
public record MovementReport(
        @Schema(
                description =
                        "The last day of the month; of the running one it is what is known so far. Not there where from and to were"
                                + " asked for")
        @Nullable
        LocalDate month,

        @Schema(description = "The date as of which they stood before; of a month the last day of the one before")
        LocalDate from,

        @Schema(description = "The date as of which they stand; of a month its last day")
        LocalDate to,

        @Schema(description = KnownOn.ANSWERED) @Nullable LocalDate knownOn,

        String schoolYear,
        int minimumEnrolmentDays,

        @Schema(description = "The schools asked for; not there: the whole district") @Nullable
        List<String> schools,

        @Nullable GroupBy groupBy,
        Of total,
        List<Of> lines) {

    /**
     * Of one school, grade, homeroom or group, or of all of them.
     *
     * @param worse students in a worse band than before; those who were in none are in neither
     * @param better students in a better band
     */
    @Schema(name = "MovementOf")
    public record Of(
            @Nullable String schoolId,
            @Nullable String schoolName,
            @Nullable String value,

            @Schema(description = "Students in a worse band than on the date before")
            long worse,

            @Schema(description = "Students in a better one")
            long better,

            List<Move> moves) {

        static Of of(@Nullable String schoolId, @Nullable String name, @Nullable String value, List<Move> moves) {
            return new Of(schoolId, name, value, sum(moves, 1), sum(moves, -1), moves);
        }

        private static long sum(List<Move> moves, int direction) {
            return moves.stream()
                    .filter(move -> move.direction() == direction)
                    .mapToLong(Move::students)
                    .sum();
        }
    }

    /** So many students were this and are that. */
    public record Move(Stands from, Stands to, long students) {

        /** 1: to a worse band; -1: to a better one; 0: neither, or not from band to band. */
        int direction() {
            return from.isBand() && to.isBand() ? Integer.signum(to.compareTo(from)) : 0;
        }
    }
}
