package org.secondperiod.bench;

import java.util.ArrayList;
import java.util.List;
import org.secondperiod.bench.ingest.IngestBench;
import org.secondperiod.bench.ingest.Load;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "ingest",
        description = {
            "Bulk ingest of marks and scans (signed in, checked line by line, acknowledged by the broker) beside a raw",
            "Kafka producer that sends the same ready-made bytes with the same settings. Goal: 0.30 of its records per"
                    + " second."
        })
final class IngestCommand extends BenchCommand {

    @Option(names = "--events", paramLabel = "N", description = "lines of a round (default: ${DEFAULT-VALUE})")
    int events = 300_000;

    @Option(
            names = "--loads",
            split = ",",
            paramLabel = "LOAD",
            description = "only these, of ${COMPLETION-CANDIDATES}")
    List<Load> loads = new ArrayList<>(List.of(Load.values()));

    @Override
    public Integer call() {
        return report(new IngestBench(blocks(), size(events), !quick, sayer()).run(loads));
    }
}
