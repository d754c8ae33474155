package org.secondperiod.bench;

import org.secondperiod.bench.morning.MorningBench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "morning",
        description = {
            "Ingest, join and tasks together, over HTTP: events a second until all is decided (goal: 7,500), how soon"
                    + " a task is",
            "seen at 1,500 events a second (goal: p99 of 1 s), and the morning read again from offset zero (goal: 3"
                    + " minutes)."
        })
final class MorningCommand extends BenchCommand {

    @Option(
            names = "--students",
            paramLabel = "N",
            description = "of the district; a million is New York City (default: ${DEFAULT-VALUE})")
    int students = 100_000;

    @Option(names = "--seconds", paramLabel = "N", description = "at the fixed rate (default: ${DEFAULT-VALUE})")
    int seconds = 60;

    @Option(
            names = "--rate",
            paramLabel = "N",
            description = "the fixed rate, events a second (default: ${DEFAULT-VALUE})")
    int rate = 1_500;

    @Option(
            names = "--every",
            paramLabel = "MS",
            description = "how often what has come up is sent then, in milliseconds; 0 for a request of one line each"
                    + " (default: ${DEFAULT-VALUE})")
    int every = 100;

    @Override
    public Integer call() {
        return report(new MorningBench(blocks(), size(students), rate, every, size(seconds), sayer()).run());
    }
}
