package org.secondperiod.local.api;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.secondperiod.local.stack.Part;

/**
 * What a client does while a service is away: a system keeps what it has to tell, and tells it when somebody answers again.
 * Whoever watches hears once that the service is away, and once that it is back.
 */
final class Patience {

    /** For whoever wants to know at once that nobody is there. */
    static final Patience NONE = new Patience(Duration.ZERO, line -> {});

    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

    private final Duration limit;
    private final Consumer<String> say;
    private final Set<Part> away = ConcurrentHashMap.newKeySet();

    /** @param limit how long a request is tried again after it was first not answered */
    Patience(Duration limit, Consumer<String> say) {
        this.limit = limit;
        this.say = say;
    }

    /** Whether it is not at its end for something that began then, by {@link System#nanoTime()}. */
    boolean lasts(long begun) {
        return System.nanoTime() - begun < limit.toNanos();
    }

    /** A request that may be sent again: it has no effect twice. */
    @FunctionalInterface
    interface Attempt<T> {

        T make() throws IOException, InterruptedException;
    }

    /**
     * Makes the attempt until it succeeds.
     *
     * @throws IOException of the last attempt, when time has run out
     */
    <T> T with(Part service, Attempt<T> attempt) throws IOException, InterruptedException {
        long giveUpAt = System.nanoTime() + limit.toNanos();
        while (true) {
            try {
                T made = attempt.make();
                if (away.remove(service)) {
                    say.accept(service.label() + " answers again.");
                }
                return made;
            } catch (IOException e) {
                if (System.nanoTime() >= giveUpAt) {
                    throw e;
                }
                if (away.add(service)) {
                    say.accept(service.label() + " does not answer; what it should hear is kept and sent again.");
                }
                TimeUnit.MILLISECONDS.sleep(BETWEEN_TRIES.toMillis());
            }
        }
    }
}
