package org.secondperiod.events;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is concluded of a student at a school on a school day has changed.
 *
 * @param rule the number of the rule that fired (1 to 14)
 * @param reason why it is held or explained, where it is
 * @param since when this conclusion was first reached
 * @param previous the conclusion before, none for the first
 * @param version counts the changes of this student, school and day; a lower one is stale
 * @param markPeriod the period of the deciding mark; where none decides, of the mark whose code has no meaning yet
 * @param scanAt the scan that decided
 * @param leftAt when the student went out again
 */
public record WhereaboutsChanged(
        String eventId,
        String studentId,
        String schoolId,
        LocalDate schoolDay,
        State state,
        int rule,
        @Nullable String reason,
        Instant since,
        @Nullable State previous,
        @Nullable String markPeriod,
        @Nullable Instant scanAt,
        @Nullable Instant leftAt,
        @Nullable Instant cutOff,
        long version,
        Instant recordedAt)
        implements Event {

    /** The conclusions, as in docs/rules.md. */
    public enum State {
        NO_SCHOOL,
        NOT_ENROLLED,
        EXPLAINED,
        NOT_ABSENT,
        SEEN_IN_SCHOOL,
        IN_BUILDING,
        ARRIVED,
        WAITING,
        HELD,
        UNACCOUNTED
    }
}
