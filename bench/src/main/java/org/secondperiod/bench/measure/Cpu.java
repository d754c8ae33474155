package org.secondperiod.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** CPU time that processes have used, their children's included, as Linux counts it in {@code /proc/<pid>/stat}. */
public final class Cpu {

    private static final double TICKS_PER_SECOND = 100;
    private static final int FIELDS_BEFORE_STATE = 2;
    private static final int UTIME = 14;
    private static final int LAST = 17;

    private final Map<String, LongSupplier> processes = new LinkedHashMap<>();

    /** Watches a process and its children under a name; names may be added while others are watched. */
    public Cpu watch(String name, LongSupplier pid) {
        processes.put(name, () -> ticks(pid.getAsLong()));
        return this;
    }

    /** Watches this process alone: baselines are children of its own, and are watched by themselves. */
    public Cpu watchMyself(String name) {
        processes.put(name, () -> own(ProcessHandle.current().pid()));
        return this;
    }

    /** Seconds of CPU so far, by name. */
    public Map<String, Double> seconds() {
        Map<String, Double> seconds = new LinkedHashMap<>();
        processes.forEach((name, ticks) -> seconds.put(name, ticks.getAsLong() / TICKS_PER_SECOND));
        return seconds;
    }

    /** What was used between two readings. */
    public static Map<String, Double> between(Map<String, Double> before, Map<String, Double> after) {
        Map<String, Double> used = new LinkedHashMap<>();
        after.forEach((name, seconds) -> used.put(name, seconds - before.getOrDefault(name, seconds)));
        return used;
    }

    /** A living process and its living descendants, with what their ended children had used. */
    private static long ticks(long pid) {
        return ProcessHandle.of(pid)
                .map(process -> own(pid)
                        + process.descendants()
                                .mapToLong(child -> own(child.pid()))
                                .sum())
                .orElse(0L);
    }

    /** User and system time, the process's own and that of children it has waited for. */
    private static long own(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            long ticks = 0;
            for (int field = UTIME; field <= LAST; field++) {
                ticks += Long.parseLong(fields[field - 1 - FIELDS_BEFORE_STATE]);
            }
            return ticks;
        } catch (IOException ended) {
            return 0;
        }
    }
}
