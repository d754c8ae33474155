package org.secondperiod.kit.testing.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;

/**
 * Sends random requests to the application under test, as everybody who may do something at one school, and as those who may in
 * the whole district. Of every answer it must hold that it is not our fault (5xx), that it is one that the OpenAPI document names,
 * valid against its schema, and that nothing of another school is in what the one school is told.
 *
 * <p>{@code -Dsecondperiod.seed=N} chooses which, {@code -Dsecondperiod.fuzz=N} how many; without it a service gets its part of
 * {@code -Dsecondperiod.fuzz.total=N}, by how many operations it has.
 */
public final class Fuzz {

    private static final Logger LOG = Logger.getLogger(Fuzz.class);

    /** Each with a sequence of its own, so that a seed means the same on every machine. */
    private static final int SENDERS = 2;

    /** From so many requests for each operation on, each must have been done at least once. */
    private static final int ENOUGH_FOR_EACH = 300;

    /** The one would be the last thing that is done; the other needs a telephone company. */
    private static final Set<String> NOT_BY_CHANCE = Set.of("orderOffBoarding", "bridgeCall");

    private final int requests;
    private final ApiDocument document;
    private final Askers askers;
    private final Known known;
    private final String secret;

    private Fuzz(String service, String school, Known known, String secret) throws IOException {
        this.requests = Share.of(service);
        this.document = ApiDocument.served();
        this.askers = Askers.of(service, school);
        this.known = known;
        this.secret = secret;
    }

    /**
     * Sends them, and asserts what must hold.
     *
     * @param service the name of the module
     * @param school where half of those who ask belong
     * @param known what there is, of both schools
     * @param secret a text that is part of all that there is about the other school, and of nothing that is known
     * @return how often which status was answered
     */
    public static Map<Integer, Integer> send(String service, String school, Known known, String secret)
            throws IOException, InterruptedException {
        return new Fuzz(service, school, known, secret).send();
    }

    private Map<Integer, Integer> send() throws InterruptedException {
        long seed = Long.getLong("secondperiod.seed", 7);
        long from = System.nanoTime();
        var told = new TreeMap<Integer, Integer>();
        var faults = new TreeSet<String>();
        var neverDone = new TreeSet<String>();
        document.operations().stream()
                .filter(operation -> !NOT_BY_CHANCE.contains(operation.id()))
                .forEach(operation -> neverDone.add(operation.toString()));
        for (var sender : sendAll(seed)) {
            sender.statuses().forEach((status, times) -> told.merge(status, times, Integer::sum));
            faults.addAll(sender.faults());
            neverDone.removeAll(sender.done());
        }
        say(seed, Duration.ofNanos(System.nanoTime() - from), told, neverDone);
        assertThat(faults).isEmpty();
        if (requests >= ENOUGH_FOR_EACH * document.operations().size()) {
            assertThat(neverDone).as("operations that were never done").isEmpty();
        }
        return told;
    }

    private List<Sender> sendAll(long seed) throws InterruptedException {
        try (var threads = Executors.newFixedThreadPool(SENDERS)) {
            var work = IntStream.range(0, SENDERS)
                    .mapToObj(number -> (Callable<Sender>)
                            () -> new Sender(SENDERS * seed + number, document, askers, known, secret)
                                    .send((requests + number) / SENDERS))
                    .toList();
            return threads.invokeAll(work).stream()
                    .map(each -> {
                        try {
                            return each.resultNow();
                        } catch (IllegalStateException e) {
                            throw new IllegalStateException(each.exceptionNow());
                        }
                    })
                    .toList();
        }
    }

    private void say(long seed, Duration took, Map<Integer, Integer> statuses, Set<String> neverDone) {
        int operations = document.operations().size();
        LOG.infof(
                "%,d random requests to %d operations in %d s, %.0f a second (seed %d): %s. Never done: %s",
                requests, operations, took.toSeconds(), requests * 1e9 / took.toNanos(), seed, statuses, neverDone);
    }
}
