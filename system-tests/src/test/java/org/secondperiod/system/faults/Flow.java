package org.secondperiod.system.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.secondperiod.events.EnrolmentsChanged;
import org.secondperiod.system.faults.Morning.Phase;
import org.secondperiod.system.histories.Told;

/** What a phase has to tell, told piece by piece; between the pieces, what was told is told again, so that there is always work. */
final class Flow {

    private static final Duration LOOK_EVERY = Duration.ofMillis(200);

    private final Play.Teller teller;
    private final List<List<Told>> pieces;
    private final Random random;
    private final AtomicInteger due = new AtomicInteger();
    private final CompletableFuture<Void> told;

    /**
     * Begins.
     *
     * @param pieces in how many; a roster comes as a whole
     */
    Flow(Phase phase, int pieces, Play.Teller teller, Random random) {
        this.teller = teller;
        this.random = random;
        this.pieces = cut(phase.told(), hasRoster(phase) ? 1 : Math.max(1, pieces));
        this.told = Fault.beside(this::run);
    }

    private static boolean hasRoster(Phase phase) {
        return phase.told().stream().anyMatch(told -> told.fact() instanceof EnrolmentsChanged);
    }

    private static List<List<Told>> cut(List<Told> all, int count) {
        var pieces = new ArrayList<List<Told>>();
        for (int piece = 0; piece < count; piece++) {
            pieces.add(all.subList(all.size() * piece / count, all.size() * (piece + 1) / count));
        }
        pieces.removeIf(List::isEmpty);
        return pieces;
    }

    /** The next piece may be told. */
    void next() {
        if (told.isCompletedExceptionally()) {
            throw new IllegalStateException("What the phase tells could not be told");
        }
        due.incrementAndGet();
    }

    /** All of it may be told; returns when it has been. */
    void end() {
        due.set(Integer.MAX_VALUE);
        try {
            told.get(Play.HEALS_WITHIN.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new AssertionError("What the phase tells could not be told", e.getCause());
        } catch (TimeoutException e) {
            throw new AssertionError("What the phase tells did not get through", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void run() {
        int next = 0;
        while (next < pieces.size() || due.get() < Integer.MAX_VALUE) {
            if (next < Math.min(due.get(), pieces.size())) {
                teller.tell(pieces.get(next++));
            } else if (next > 0) {
                teller.tell(pieces.get(random.nextInt(next)));
            } else {
                Fault.lasts(LOOK_EVERY);
            }
        }
    }
}
