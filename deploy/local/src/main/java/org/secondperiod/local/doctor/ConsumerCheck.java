package org.secondperiod.local.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.secondperiod.local.stack.Part;

/** Consumers that cannot work, and whose fault that is; that are dead; that are far behind; and events that are not sent. */
final class ConsumerCheck {

    private static final Pattern LINE = Pattern.compile("(?m)^(secondperiod_[a-z_]+)(?:\\{([^}]*)})? (\\S+)$");
    private static final Pattern CONSUMER = Pattern.compile("consumer=\"([^\"]+)\"");
    private static final Pattern WHOSE = Pattern.compile("whose=\"([^\"]+)\"");

    private static final double FAR_BEHIND = 5_000;
    private static final double DEAD_SECONDS = 30;
    private static final double OLD_SECONDS = 60;

    private final Function<Part, String> metrics;
    private final List<Part> services;

    /**
     * @param metrics what a service tells at q/metrics
     * @param services those that answer
     */
    ConsumerCheck(Function<Part, String> metrics, List<Part> services) {
        this.metrics = metrics;
        this.services = services;
    }

    List<Finding> look() {
        List<Finding> findings = services.stream()
                .flatMap(service ->
                        LINE.matcher(metrics.apply(service)).results().flatMap(line -> finding(service, line)))
                .toList();
        return findings.isEmpty()
                ? List.of(Finding.good("consumers", "all of them work, and none is far behind"))
                : new ArrayList<>(findings);
    }

    private static Stream<Finding> finding(Part service, MatchResult line) {
        double value = Double.parseDouble(line.group(3));
        String labels = line.group(2) == null ? "" : line.group(2);
        String about = service.label();
        String consumer = first(CONSUMER, labels);
        return switch (line.group(1)) {
            case "secondperiod_consumer_in_trouble" ->
                value == 1 ? Stream.of(trouble(about, consumer, first(WHOSE, labels))) : Stream.empty();
            case "secondperiod_consumer_since_turn" ->
                value > DEAD_SECONDS
                        ? Stream.of(Finding.fault(
                                about,
                                "%s is dead: its loop has not turned for %.0f seconds".formatted(consumer, value),
                                "./sp stop and ./sp start, and keep its log: ./sp logs " + about))
                        : Stream.empty();
            case "secondperiod_consumer_lag" ->
                value > FAR_BEHIND
                        ? Stream.of(
                                Finding.notice(
                                        about,
                                        "%s is %.0f records behind".formatted(consumer, value),
                                        "after a replay or a roster it catches up by itself; if not: docs/runbooks/consumer-stalled.md"))
                        : Stream.empty();
            case "secondperiod_outbox_age_seconds" ->
                value > OLD_SECONDS
                        ? Stream.of(Finding.fault(
                                about,
                                "what it has to tell has waited for %.0f seconds".formatted(value),
                                "the brokers do not take it: ./sp logs " + about + " says why"))
                        : Stream.empty();
            default -> Stream.empty();
        };
    }

    private static Finding trouble(String about, String consumer, String whose) {
        return switch (whose) {
            case "DATABASE" ->
                Finding.fault(
                        about,
                        consumer + " is stalled: it waits for the database",
                        "mend the database (./sp logs postgres); it then goes on by itself");
            case "BROKERS" ->
                Finding.fault(
                        about,
                        consumer + " is stalled: it waits for the brokers",
                        "mend the brokers (./sp logs kafka); it then goes on by itself");
            default ->
                Finding.fault(
                        about,
                        consumer + " fails by its own fault, and starts again and again",
                        "./sp logs " + about + " has the fault with its stack, once");
        };
    }

    private static String first(Pattern pattern, String labels) {
        return pattern.matcher(labels)
                .results()
                .map(match -> match.group(1))
                .findFirst()
                .orElse("");
    }
}
