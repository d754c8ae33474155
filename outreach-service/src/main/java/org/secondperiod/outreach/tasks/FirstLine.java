package org.secondperiod.outreach.tasks;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.secondperiod.outreach.whereabouts.State;

/**
 * The first thing a caller reads. Of a task that waits for a call it tells what is known, and on weak evidence it asks and
 * never says "absent"; of one that has ended it says that nobody is to be called, and why.
 */
public final class FirstLine {

    private static final DateTimeFormatter HOUR_AND_MINUTE = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private FirstLine() {}

    /**
     * What is concluded of the student now.
     *
     * @param leftAt when an unaccounted student went out of the building
     * @param marksAlone there was no door to ask
     * @param zone the school's
     */
    public record Known(State state, @Nullable Instant leftAt, boolean marksAlone, ZoneId zone) {}

    /**
     * The line for a task.
     *
     * @param name what the student is called, such as "Ana"
     */
    public static String of(String name, CallTask task, Known known) {
        return switch (task.state()) {
            case OPEN, CLAIMED ->
                task.weakEvidence() || task.flag() != null || known.state() != State.UNACCOUNTED
                        ? "Is " + name + " on the way to school?"
                        : tell(name, known);
            case AWAITING_ARRIVAL -> "The family of " + name + " has been reached. " + name + " is expected.";
            case DONE -> "The family of " + name + " has been called." + came(name, task, known);
            case ARRIVED -> "Nobody is to be called." + came(name, task, known);
            case WITHDRAWN -> withdrawn(name, task.ended());
            case EXPIRED -> "The school day is over: nobody is to be called about " + name + " any more.";
        };
    }

    private static String tell(String name, Known known) {
        if (known.leftAt() != null) {
            return name + " left the building at " + time(known.leftAt(), known) + " and has not come back.";
        }
        return known.marksAlone()
                ? name + " is marked absent. There is no door to ask: only the mark says so."
                : name + " is marked absent and has not come through the door.";
    }

    private static String came(String name, CallTask task, Known known) {
        return task.arrivedAt() == null
                ? ""
                : " " + name + " came through the door at " + time(task.arrivedAt(), known) + ".";
    }

    private static String withdrawn(String name, @Nullable Reason ended) {
        return switch (ended) {
            case NO_SCHOOL -> "Nobody is to be called: there is no school on this day.";
            case NOT_ENROLLED -> "Nobody is to be called: " + name + " is not enrolled at this school.";
            case EXPLAINED -> "Nobody is to be called: the school knows why " + name + " is not there.";
            case MARK_CORRECTED -> "Nobody is to be called: the mark of " + name + " has been corrected.";
            case NOT_ABSENT -> "Nobody is to be called: " + name + " is no longer taken to be missing.";
            case SEEN_IN_SCHOOL -> "Nobody is to be called: " + name + " has been seen in school.";
            case IN_BUILDING -> "Nobody is to be called: " + name + " is in the building.";
            case HELD_AGAIN -> "Not yet to be called: it is no longer clear that " + name + " is missing.";
            case WAITING_AGAIN -> "Not yet to be called: it is too early to say that " + name + " is missing.";
            case null -> "Nobody is to be called about " + name + " any more.";
        };
    }

    private static String time(Instant instant, Known known) {
        return LocalTime.ofInstant(instant, known.zone()).format(HOUR_AND_MINUTE);
    }
}
