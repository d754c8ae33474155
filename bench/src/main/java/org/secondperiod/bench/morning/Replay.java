package org.secondperiod.bench.morning;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.secondperiod.bench.measure.Result;

/**
 * What reading the morning again from offset zero came to.
 *
 * @param events how many were read again
 * @param newTasks call tasks, and steps of theirs, that were not there before
 * @param saidAgain events that outreach-service published meanwhile
 */
record Replay(int students, long events, double seconds, long newTasks, long saidAgain) implements Result {

    private static final double GOAL_SECONDS = 180;
    private static final double AIM_SECONDS = 60;

    @Override
    public List<String> lines() {
        return List.of(
                "The morning of %,d students read again from offset zero".formatted(students),
                "  %,d events in %.1f s (%,.0f events/s), %d new tasks or steps, %d events said again; goal for the city %.0f s, aim %.0f s: %s"
                        .formatted(
                                events,
                                seconds,
                                events / seconds,
                                newTasks,
                                saidAgain,
                                GOAL_SECONDS,
                                AIM_SECONDS,
                                isReached() ? seconds <= AIM_SECONDS ? "aim reached" : "goal reached" : "FALLS SHORT"));
    }

    @Override
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("title", "replay");
        fields.put("students", students);
        fields.put("events", events);
        fields.put("seconds", seconds);
        fields.put("newTasksOrSteps", newTasks);
        fields.put("saidAgain", saidAgain);
        fields.put("goal", GOAL_SECONDS);
        fields.put("aim", AIM_SECONDS);
        fields.put("reached", isReached());
        return fields;
    }

    @Override
    public boolean isReached() {
        return seconds <= GOAL_SECONDS && newTasks == 0 && saidAgain == 0;
    }
}
