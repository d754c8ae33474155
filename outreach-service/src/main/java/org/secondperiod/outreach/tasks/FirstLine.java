package org.secondperiod.outreach.tasks;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.secondperiod.outreach.whereabouts.Whereabouts;
import org.secondperiod.outreach.whereabouts.Whereabouts.Unaccounted;

/** The first thing a caller reads. On weak evidence it asks, and never says "absent". */
public final class FirstLine {

    private static final DateTimeFormatter HOUR_AND_MINUTE = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private FirstLine() {}

    /**
     * The line for a task.
     *
     * @param name what the student is called, such as "Ana"
     * @param weakEvidence as the task has it
     */
    public static String of(String name, boolean weakEvidence, Whereabouts whereabouts) {
        return weakEvidence || !(whereabouts instanceof Unaccounted unaccounted)
                ? "Is " + name + " on the way to school?"
                : tell(name, unaccounted);
    }

    private static String tell(String name, Unaccounted unaccounted) {
        if (unaccounted.leftAt() != null) {
            return name + " left the building at "
                    + time(unaccounted.leftAt(), unaccounted.evidence().zone()) + " and has not come back.";
        }
        return unaccounted.evidence().marksAlone()
                ? name + " is marked absent. There is no door to ask: only the mark says so."
                : name + " is marked absent and has not come through the door.";
    }

    private static String time(Instant instant, ZoneId zone) {
        return LocalTime.ofInstant(instant, zone).format(HOUR_AND_MINUTE);
    }
}
