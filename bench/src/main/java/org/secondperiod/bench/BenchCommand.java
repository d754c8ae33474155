package org.secondperiod.bench;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.secondperiod.bench.measure.Result;
import org.secondperiod.local.api.Json;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What every measurement has: how long, how often, and how it is reported. */
abstract class BenchCommand implements Callable<Integer> {

    private static final int QUICK_PART = 10;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--rounds",
            paramLabel = "N",
            description = "blocks of four rounds: ours, baseline, baseline, ours (default: ${DEFAULT-VALUE})")
    int rounds = 5;

    @Option(
            names = "--quick",
            description = "one block of a tenth of the events: shows that it works, not how fast it is")
    boolean quick;

    @Option(
            names = "--json",
            description = "for scripts: the report as JSON; what happens meanwhile goes to the other output")
    boolean json;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "explain this measurement")
    boolean help;

    int blocks() {
        return quick ? 1 : rounds;
    }

    int size(int events) {
        return quick ? events / QUICK_PART : events;
    }

    /** Told one line when something happens. */
    Consumer<String> sayer() {
        PrintWriter out =
                json ? spec.commandLine().getErr() : spec.commandLine().getOut();
        return line -> {
            out.println(line);
            out.flush();
        };
    }

    /** Prints the report; the exit code says whether all goals are reached. */
    int report(List<? extends Result> results) {
        PrintWriter out = spec.commandLine().getOut();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("machine", Machine.describe());
        fields.put("quick", quick);
        fields.put("results", results.stream().map(Result::fields).toList());
        if (json) {
            out.println(Json.pretty(fields));
        } else {
            out.println();
            out.println(Machine.describe());
            for (Result result : results) {
                out.println();
                result.lines().forEach(out::println);
            }
        }
        out.flush();
        return results.stream().allMatch(quick ? Result::isRight : Result::isReached) ? 0 : Bench.FELL_SHORT;
    }
}
