package org.secondperiod.system.faults;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import org.secondperiod.local.stack.Part;

/** Draws faults from a seed and strikes with them. */
final class Storm implements AutoCloseable {

    /** Two replicas of the service that decides, one of each that takes facts in. */
    enum Replica {
        OUTREACH_1(Part.OUTREACH),
        OUTREACH_2(Part.OUTREACH),
        INGEST(Part.INGEST),
        ENTRY(Part.ENTRY);

        private final Part part;

        Replica(Part part) {
            this.part = part;
        }
    }

    /** A fault that was drawn. */
    record Drawn(String name, Play.Fault fault) {}

    private final Stand stand;
    private final Outages outages;
    private final Random random;
    private final Map<Replica, ServiceProcess> processes = new ConcurrentHashMap<>();

    Storm(Stand stand, long seed) {
        this.stand = stand;
        this.outages = new Outages(stand);
        this.random = new Random(seed);
        for (var replica : Replica.values()) {
            processes.put(replica, stand.start(replica.part));
        }
        processes.values().forEach(ServiceProcess::awaitReady);
    }

    ServiceProcess process(Replica replica) {
        return processes.get(replica);
    }

    /** The next fault, and how long it lasts: up to twelve seconds, longer than any lease or patience of these tests. */
    Drawn next() {
        var time = Duration.ofMillis(500 + random.nextInt(11_500));
        var replica = Replica.values()[random.nextInt(Replica.values().length)];
        return switch (random.nextInt(14)) {
            case 0, 1, 2 -> named("kill -9 " + replica, telling -> kill(replica));
            case 3, 4 -> named("freeze " + replica, telling -> freeze(replica, time));
            case 5 -> named("kill -9 the broker", outages.brokerKilled(time));
            case 6 -> named("stop the broker", outages.brokerStopped(time));
            case 7 -> named("kill -9 the database", outages.databaseKilled(Duration.ZERO));
            case 8 -> named("stop the database", outages.databaseStopped(time));
            case 9 -> named("silence towards the broker", outages.brokerSilent(time));
            case 10 -> named("silence towards the database", outages.databaseSilent(time));
            case 11 ->
                random.nextBoolean()
                        ? named("no answers of the broker", outages.brokerAnswersNothing(time))
                        : named("no answers of the database", outages.databaseAnswersNothing(time));
            case 12 -> named("everything is slow", outages.everythingSlow(Duration.ofMillis(20), time));
            default -> named("rebalances", outages.rebalances(2));
        };
    }

    private static Drawn named(String name, Play.Fault fault) {
        return new Drawn(name, fault);
    }

    private void kill(Replica replica) {
        process(replica).kill();
        processes.put(replica, stand.start(replica.part));
    }

    private void freeze(Replica replica, Duration time) {
        var process = process(replica);
        process.freeze();
        Outages.lasts(time);
        process.thaw();
    }

    /** A process that ended by itself is started again, as whoever runs it would; that it had to be is told. */
    List<Replica> startAgainWhatEnded() {
        var ended = processes.entrySet().stream()
                .filter(each -> !each.getValue().isAlive())
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        ended.forEach(replica -> processes.put(replica, stand.start(replica.part)));
        return ended;
    }

    @Override
    public void close() {
        processes.values().forEach(ServiceProcess::close);
    }
}
