package org.secondperiod.bench.reports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.secondperiod.bench.measure.Result;
import org.secondperiod.bench.measure.Round;

/**
 * Days streamed through the topics, with a mark of every student.
 *
 * @param days one after the other; its events are those of a day
 * @param memory the most that the service's process had in MiB, heap and everything else
 * @param faults what must never happen and has
 */
record StreamedDays(int students, String heap, List<Round> days, long memory, List<String> faults) implements Result {

    private static final int CITY = 1_000_000;
    private static final double CITY_SECONDS = 180;

    /** How long a day of so many students may take. */
    private double goal() {
        return CITY_SECONDS * students / CITY;
    }

    @Override
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(
                "Days streamed through the topics: %,d students' days each, a mark of everybody, reporting-service with %s"
                        .formatted(students, heap));
        for (Round day : days) {
            StringBuilder line = new StringBuilder("  %,9.1f s, %,.0f student days/s, %,d events; CPU per event:"
                    .formatted(day.seconds(), students / day.seconds(), day.events()));
            day.cpuSeconds()
                    .keySet()
                    .forEach(process -> line.append(" %s %.1f us,".formatted(process, day.cpuMicros(process))));
            line.setLength(line.length() - 1);
            lines.add(line.toString());
        }
        lines.add("  goal %,.1f s each (a million student days in %.0f s): %s; the process had %,d MiB at the most"
                .formatted(goal(), CITY_SECONDS, isReached() ? "goal reached" : "FALLS SHORT", memory));
        faults.forEach(fault -> lines.add("  NEVER TO HAPPEN      " + fault));
        return lines;
    }

    @Override
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("title", "streamed days");
        fields.put("students", students);
        fields.put("heap", heap);
        fields.put("days", days);
        fields.put("goal", goal());
        fields.put("memoryMiB", memory);
        fields.put("faults", faults);
        fields.put("reached", isReached());
        return fields;
    }

    @Override
    public boolean isReached() {
        return isRight() && days.stream().allMatch(day -> day.seconds() <= goal());
    }

    @Override
    public boolean isRight() {
        return faults.isEmpty() && !days.isEmpty();
    }
}
