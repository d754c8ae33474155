package org.secondperiod.bench;

import org.secondperiod.bench.join.JoinBench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "join",
        description = {
            "The join, from Kafka to decided rows in PostgreSQL, beside a Kafka Streams join (exactly once) that lands"
                    + " in",
            "PostgreSQL too (goal: 1.0 of its events per second), and beside one Hibernate entity for each record"
                    + " (goal: 10)."
        })
final class JoinCommand extends BenchCommand {

    @Option(
            names = "--students",
            paramLabel = "N",
            description = "each has a scan or a mark in a round (default: ${DEFAULT-VALUE})")
    int students = 40_000;

    @Option(names = "--stream-threads", paramLabel = "N", description = "of Kafka Streams (default: ${DEFAULT-VALUE})")
    int streamThreads = 2;

    @Override
    public Integer call() {
        return report(new JoinBench(blocks(), size(students), streamThreads, !quick, sayer()).run());
    }
}
