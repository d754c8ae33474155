package org.secondperiod.bench;

import org.secondperiod.bench.desk.DeskBench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "desk",
        description = {
            "The desk of one school, in a real browser and by its sessions: how soon the first number is painted (goal: 1 s), the next"
                    + " card after",
            "an outcome (100 ms), the next family for 20 callers at once (p95 of 50 ms, and none twice), and how soon 500"
                    + " open desks hear of a late",
            "scan (1 s). Where no percentile is named, p99 counts. It needs Chromium; SP_CHROMIUM says where it is if"
                    + " it is elsewhere."
        })
final class DeskCommand extends BenchCommand {

    @Option(names = "--students", paramLabel = "N", description = "of the school (default: ${DEFAULT-VALUE})")
    int students = 2_000;

    @Option(
            names = "--tasks",
            paramLabel = "N",
            description = "families to be called each morning (default: ${DEFAULT-VALUE})")
    int tasks = 300;

    @Option(names = "--callers", paramLabel = "N", description = "who ask at once (default: ${DEFAULT-VALUE})")
    int callers = 20;

    @Option(names = "--desks", paramLabel = "N", description = "that are open at once (default: ${DEFAULT-VALUE})")
    int desks = 500;

    @Override
    public Integer call() {
        return report(new DeskBench(
                        blocks(),
                        new DeskBench.Size(size(students), size(tasks), callers, size(desks)),
                        !quick,
                        sayer())
                .run());
    }
}
