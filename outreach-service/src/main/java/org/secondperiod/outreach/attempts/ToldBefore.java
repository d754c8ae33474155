package org.secondperiod.outreach.attempts;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.secondperiod.kit.ids.SchoolDay;

/** Whether the family has told already why the student is not there, so that nobody is to call. */
public final class ToldBefore {

    private ToldBefore() {}

    /**
     * What becomes of a task that has just opened; empty where the family is to be called.
     *
     * @param told the latest that was said about the student at this school
     * @param safety the student was in the building and left: always a call
     */
    public static Optional<AfterCall> of(Attempt told, SchoolDay day, boolean safety, Instant now) {
        Result result = told.said().result();
        if (safety || result == null || told.undoneAt() != null || told.said().callAgainAt() != null) {
            return Optional.empty();
        }
        boolean sameDay = told.of().day().equals(day);
        boolean throughDay = told.said().absentThrough() != null
                && !day.date().isAfter(told.said().absentThrough());
        return switch (result) {
            case WILL_NOT_COME_VALID_REASON, WILL_NOT_COME_OTHER ->
                sameDay || throughDay ? Optional.of(new AfterCall.Finish()) : Optional.empty();
            case MOVED_OR_LEFT_SCHOOL -> sameDay ? Optional.of(new AfterCall.Finish()) : Optional.empty();
            case COMING_IN_TODAY ->
                sameDay && now.isBefore(Objects.requireNonNull(told.said().comingBy()))
                        ? Optional.of(new AfterCall.Expect(told.said().comingBy()))
                        : Optional.empty();
            case SAYS_LEFT_FOR_SCHOOL, UNDETERMINED -> Optional.empty();
        };
    }
}
