package org.secondperiod.system.faults;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.secondperiod.local.stack.Part;

/** What happens to the services' processes in a storm; whoever dies is replaced. */
final class ProcessFaults {

    private static final Duration SOMEBODY_COMES_BY = Duration.ofSeconds(8);
    /** What a cluster grants before it kills. */
    private static final Duration MUST_END_WITHIN = Duration.ofSeconds(30);

    /** Whoever takes facts in comes by, even if they are not new. */
    private static final List<Step> OF_EVERY_BATCH = List.of(
            new Step(Part.OUTREACH, "INSERT", "student_day", false),
            new Step(Part.OUTREACH, "UPDATE", "consumer_offset", false),
            new Step(Part.OUTREACH, "UPDATE", "consumer_offset", true),
            new Step(Part.INGEST, "INSERT", "taken_own_id", false),
            new Step(Part.ENTRY, "INSERT", "scan_identity", false));

    private static final List<Step> OF_NEWS = List.of(
            new Step(Part.OUTREACH, "INSERT", "whereabouts_step", true),
            new Step(Part.OUTREACH, "INSERT", "call_task", true),
            new Step(Part.OUTREACH, "INSERT", "outbox", true),
            new Step(Part.OUTREACH, "DELETE", "outbox", false),
            new Step(Part.INGEST, "INSERT", "taken_own_id", true),
            new Step(Part.ENTRY, "INSERT", "scan_identity", true));

    private final AllServices all;

    ProcessFaults(AllServices all) {
        this.all = all;
    }

    /** A step of a transaction, or the commit after it. */
    private record Step(Part service, String what, String table, boolean atCommit) {

        Breakpoint set(Stand stand) {
            return atCommit
                    ? Breakpoint.atCommitAfter(stand.jdbcUrl(service), what, table)
                    : Breakpoint.on(stand.jdbcUrl(service), what, table);
        }
    }

    Map<String, Strike> kinds() {
        return Map.of(
                "killed", this::killed,
                "killed again and again", this::killedAgainAndAgain,
                "killed at a step of every batch", chance -> killedAt(OF_EVERY_BATCH, chance),
                "killed at a step of news", chance -> killedAt(OF_NEWS, chance),
                "frozen past its lease", this::frozenPastItsLease,
                "frozen for a moment", this::frozenForAMoment,
                "asked to end", this::askedToEnd,
                "one more for a while", this::oneMoreForAWhile,
                "rebalanced", this::rebalanced);
    }

    private Optional<String> killed(Random chance) {
        var replica = any(all.replicas(), chance);
        var name = replica.process().name();
        replica.killAndStartAgain();
        return Optional.of(name);
    }

    /** It may not even have started. */
    private Optional<String> killedAgainAndAgain(Random chance) {
        var replica = any(all.replicas(), chance);
        for (int time = 0; time < 3; time++) {
            replica.killAndStartAgain();
            Fault.lasts(Duration.ofMillis(chance.nextLong(4_000)));
        }
        return Optional.of(replica.service().label());
    }

    private Optional<String> killedAt(List<Step> steps, Random chance) {
        var step = steps.get(chance.nextInt(steps.size()));
        boolean succeeds = step.atCommit() && chance.nextBoolean();
        try (var point = step.set(all.stand)) {
            var who = point.hitWithin(SOMEBODY_COMES_BY).flatMap(this::named);
            who.ifPresent(replica -> replica.killAt(point, succeeds));
            return who.map(
                    replica -> "%s, %s".formatted(step, succeeds ? "and it was committed" : "and it was rolled back"));
        } catch (SQLException | IllegalStateException theDatabaseHasGone) {
            return Optional.empty();
        }
    }

    private Optional<Replica> named(String name) {
        return all.replicas().stream()
                .filter(replica -> replica.process().name().equals(name))
                .findFirst();
    }

    private Optional<String> frozenPastItsLease(Random chance) {
        return frozen(any(all.replicas(Part.OUTREACH), chance), OnOneStand.LONGER_THAN_A_LEASE);
    }

    private Optional<String> frozenForAMoment(Random chance) {
        return frozen(any(all.replicas(), chance), Duration.ofMillis(500 + chance.nextLong(2_500)));
    }

    private static Optional<String> frozen(Replica replica, Duration time) {
        var process = replica.process();
        process.freeze();
        Fault.lasts(time);
        process.thaw();
        return Optional.of(process.name());
    }

    private Optional<String> askedToEnd(Random chance) {
        var replica = any(all.replicas(), chance);
        var name = replica.process().name();
        var took = replica.endAndStartAgain(MUST_END_WITHIN);
        return Optional.of("%s, which took %d ms".formatted(name, took.toMillis()));
    }

    /** Partitions change hands when it comes, and again when it goes. */
    private Optional<String> oneMoreForAWhile(Random chance) {
        try (var more = all.stand.start(Part.OUTREACH)) {
            Fault.lasts(Duration.ofMillis(5_000 + chance.nextLong(4_000)));
            more.terminate(MUST_END_WITHIN);
            return Optional.of(more.name());
        }
    }

    private Optional<String> rebalanced(Random chance) throws Exception {
        Rebalances.of(all.stand, 1 + chance.nextInt(2)).strike(() -> {});
        return Optional.of("by a member that does nothing");
    }

    private static Replica any(List<Replica> replicas, Random chance) {
        return replicas.get(chance.nextInt(replicas.size()));
    }
}
