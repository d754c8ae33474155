package org.secondperiod.kit.delivery;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Whether a consumer's loop turns, what it waits for, and what keeps it from working. Written by the loop, read by whoever watches. */
final class Pulse {

    /** A transaction takes a second or two; from this on it is the others who do not answer. */
    private static final Duration ANSWERS_USUALLY_WITHIN = Duration.ofSeconds(15);

    private static final long ASKS_NOTHING = 0;

    private volatile long lastTurn = System.nanoTime();
    private volatile long asksSince = ASKS_NOTHING;
    private volatile Trouble.Whose asks = Trouble.Whose.DATABASE;
    private volatile @Nullable Trouble trouble;

    void turns() {
        lastTurn = System.nanoTime();
    }

    /** Does what needs an answer of somebody else. */
    <T> T asking(Trouble.Whose whom, Supplier<T> work) {
        asks = whom;
        asksSince = Math.max(1, System.nanoTime());
        try {
            return work.get();
        } finally {
            asksSince = ASKS_NOTHING;
        }
    }

    /**
     * It does not get on.
     *
     * @return whether that is new
     */
    boolean inTrouble(Trouble now) {
        boolean isNew = trouble == null;
        trouble = now;
        return isNew;
    }

    /** It gets on. */
    void well() {
        trouble = null;
    }

    /** How long ago the loop last turned, in real time. */
    Duration sinceLastTurn() {
        return Duration.ofNanos(System.nanoTime() - lastTurn);
    }

    /** How long the loop has waited for the database or the brokers to answer; nothing while it asks nothing. */
    Duration sinceAsked() {
        long since = asksSince;
        return since == ASKS_NOTHING ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - since);
    }

    /**
     * Whether it is the loop itself that stands still. A loop that waits for an answer does not turn either, and wants no restart: its
     * connection gives up by itself.
     *
     * @param after not having turned for so long
     * @param answered how long a connection waits for an answer, at the most
     */
    boolean isDead(Duration after, Duration answered) {
        return sinceLastTurn().compareTo(sinceAsked().isZero() ? after : after.plus(answered)) >= 0;
    }

    /**
     * What keeps it from working, or nothing.
     *
     * @param unheard seconds since the brokers last took a heartbeat; NaN where that is not known
     */
    @Nullable
    Trouble trouble(double unheard) {
        var unanswered = sinceAsked();
        if (unanswered.compareTo(ANSWERS_USUALLY_WITHIN) >= 0) {
            return new Trouble(asks, "no answer for %d s".formatted(unanswered.toSeconds()));
        }
        // A poll finds nothing where there is nothing and where there is no broker; a loop that turns and is not heard
        // by them misses them.
        return unheard >= ANSWERS_USUALLY_WITHIN.toSeconds() && sinceLastTurn().compareTo(ANSWERS_USUALLY_WITHIN) < 0
                ? new Trouble(
                        Trouble.Whose.BROKERS, "the brokers have not taken a heartbeat for %.0f s".formatted(unheard))
                : trouble;
    }
}
