package org.secondperiod.outreach.attempts;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.secondperiod.outreach.attempts.Attempt.InError;
import org.secondperiod.outreach.tasks.TaskStep;
import org.secondperiod.outreach.tasks.TaskStep.What;

/** Which calls were about a child who was in the building, and why they were made. */
public final class InErrorRules {

    private InErrorRules() {}

    /**
     * What a later conclusion says of a call; empty where it says nothing against it.
     *
     * @param step what the conclusion did to the call's task
     */
    public static Optional<InError> found(Attempt attempt, TaskStep step) {
        Instant since = step.hereSince();
        return since == null || !isWrong(attempt, since)
                ? Optional.empty()
                : Optional.of(new InError(cause(step), since, null));
    }

    /**
     * What was known already when the call was logged; null where nothing speaks against it.
     *
     * @param hereSince since when the student is known to be in the building; null if not at all
     * @param knownAt when we concluded that
     */
    public static @Nullable InError known(Attempt attempt, @Nullable Instant hereSince, @Nullable Instant knownAt) {
        if (hereSince == null || knownAt == null || !isWrong(attempt, hereSince)) {
            return null;
        }
        boolean late = knownAt.isAfter(attempt.startedAt());
        return new InError(late ? ErrorCause.SCAN_CAME_LATE : ErrorCause.LIST_WAS_OLD, hereSince, null);
    }

    private static boolean isWrong(Attempt attempt, Instant hereSince) {
        return attempt.channel().isAttempt() && !hereSince.isAfter(attempt.startedAt());
    }

    private static ErrorCause cause(TaskStep step) {
        if (step.what() == What.ARRIVED || step.what() == What.ARRIVAL_ADDED) {
            return ErrorCause.SCAN_CAME_LATE;
        }
        return switch (String.valueOf(step.reason())) {
            case "SEEN_IN_SCHOOL" -> ErrorCause.SEEN_AND_NOT_ENTERED;
            case "MARK_CORRECTED" -> ErrorCause.MARK_WAS_WRONG;
            default -> ErrorCause.SCAN_CAME_LATE;
        };
    }
}
