package org.secondperiod.system.faults;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.secondperiod.system.faults.Morning.Phase;

/**
 * Plays a morning while faults strike, in two rows at once: one strikes the services, the other all that they need. After each
 * phase they stop, and all has to heal.
 */
final class Storm {

    /** Of a hundred faults. */
    private static final Map<String, Integer> SHARES = Map.of(
            "rosters", 8,
            "period 1", 34,
            "cut-off", 6,
            "late arrivals and corrections", 20,
            "holds ripen", 4,
            "more of them", 20,
            "the silent door speaks", 4,
            "the day is over", 4);

    private static final Duration THE_CLOCK_IS_SEEN = Duration.ofMillis(800);

    private final AllServices all;
    private final int faults;
    private final Random random;
    private final Chronicle chronicle;
    private final InfrastructureFaults infrastructure;
    private final FaultRow strikingServices;
    private final FaultRow strikingTheRest;

    Storm(AllServices all, long seed, int faults, Chronicle chronicle) {
        this.all = all;
        this.faults = faults;
        this.random = new Random(seed);
        this.chronicle = chronicle;
        this.infrastructure = new InfrastructureFaults(all);
        this.strikingServices =
                new FaultRow(new ProcessFaults(all).kinds(), random.nextLong(), Duration.ofSeconds(2), chronicle);
        this.strikingTheRest =
                new FaultRow(infrastructure.kinds(), random.nextLong(), Duration.ofSeconds(5), chronicle);
    }

    /** The keys of the records that nobody can read, and that alone may be given up. */
    List<String> poison() {
        return infrastructure.poison();
    }

    void over(Morning morning, Play.Teller teller) {
        var expected = all.play.expected(morning);
        int before = 0;
        for (var phase : morning.phases()) {
            int share = before + SHARES.get(phase.name());
            int count = faults * share / 100 - faults * before / 100;
            before = share;
            over(phase, count, teller);
            chronicle.say("the phase %s has to heal".formatted(phase.name()));
            all.play.awaitEqual(expected, phase);
            chronicle.say("the phase %s has healed".formatted(phase.name()));
        }
    }

    private void over(Phase phase, int count, Play.Teller teller) {
        boolean itIsTheClockThatCounts = phase.told().isEmpty();
        if (!itIsTheClockThatCounts) {
            all.stand.setClock(phase.at());
            Fault.lasts(THE_CLOCK_IS_SEEN);
        }
        var flow = new Flow(phase, count, teller, new Random(random.nextLong()));
        var striking = CompletableFuture.allOf(
                strike(strikingServices, phase, count / 2, flow),
                strike(strikingTheRest, phase, count - count / 2, flow));
        if (itIsTheClockThatCounts) {
            Fault.lasts(THE_CLOCK_IS_SEEN);
            all.stand.setClock(phase.at());
        }
        striking.join();
        flow.end();
    }

    private static CompletableFuture<Void> strike(FaultRow row, Phase phase, int count, Flow flow) {
        return Fault.beside(() -> {
            try {
                row.strike(phase.name(), count, flow::next);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
