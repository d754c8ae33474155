package org.secondperiod.bench;

import java.util.List;
import org.secondperiod.bench.sizing.SizingBench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "sizing",
        description = {
            "What a district takes: memory, CPU, disk and bytes on topics, of districts of several sizes one after the other, each",
            "on a fresh stack; the line through what was measured, and by calculation what a city takes. Here --rounds are",
            "the school days that count. There is no baseline and no goal (docs/sizing.md)."
        })
final class SizingCommand extends BenchCommand {

    @Option(
            names = "--sizes",
            split = ",",
            paramLabel = "N",
            description = "students of each district (default: ${DEFAULT-VALUE})",
            defaultValue = "1000,3000,9000")
    List<Integer> sizes = List.of();

    @Override
    public Integer call() {
        return report(
                new SizingBench(sizes.stream().map(this::size).sorted().toList(), quick ? 1 : rounds, sayer()).run());
    }
}
