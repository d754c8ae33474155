package org.secondperiod.local.cli;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.secondperiod.local.api.Json;
import org.secondperiod.local.stack.PartStatus;
import org.secondperiod.local.stack.Stack;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "status",
        description = "Which processes run, on which ports, and whether they are ready. Exit code 3 unless all are.")
final class StatusCommand extends Verb {

    @Option(names = "--json", description = "for scripts")
    boolean json;

    @Override
    public Integer call() {
        List<PartStatus> all = new Stack(layout()).status();
        if (json) {
            console().say(Json.pretty(all.stream().map(StatusCommand::fields).toList()));
        } else {
            table(all);
        }
        return all.stream().allMatch(PartStatus::isReady) ? 0 : Sp.NOT_AS_IT_MUST_BE;
    }

    private void table(List<PartStatus> all) {
        console().say("%-18s %6s %8s  %-9s %s".formatted("process", "port", "pid", "health", "since"));
        for (PartStatus one : all) {
            console()
                    .say("%-18s %6d %8s  %-9s %s"
                            .formatted(
                                    one.part().label(),
                                    one.port(),
                                    one.pid() == null ? "-" : one.pid().toString(),
                                    one.state(),
                                    since(one.since())));
        }
    }

    private static Map<String, @Nullable Object> fields(PartStatus status) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("process", status.part().label());
        fields.put("port", status.port());
        fields.put("pid", status.pid());
        fields.put("health", status.state());
        fields.put("since", status.since());
        return fields;
    }

    private static String since(@Nullable Instant start) {
        if (start == null) {
            return "-";
        }
        Duration up = Duration.between(start, Clock.systemUTC().instant());
        return up.toHours() > 0
                ? "%d h %d min".formatted(up.toHours(), up.toMinutesPart())
                : "%d min %d s".formatted(up.toMinutes(), up.toSecondsPart());
    }
}
