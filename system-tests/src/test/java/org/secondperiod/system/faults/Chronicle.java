package org.secondperiod.system.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What has struck in a storm, in order; each fault is printed as it is over, with the seed that brings it back. */
final class Chronicle {

    private static final Logger LOG = LoggerFactory.getLogger(Chronicle.class);

    private record Entry(String kind, String words) {}

    private final long seed;
    private final Instant began = Instant.now();
    private final Queue<Entry> struck = new ConcurrentLinkedQueue<>();

    Chronicle(long seed) {
        this.seed = seed;
    }

    /** A fault is over; where nothing was done, it does not count. */
    void write(String phase, String kind, Instant from, Optional<String> done) {
        if (done.isPresent()) {
            struck.add(new Entry(kind, "%s, in the phase %s: %s".formatted(kind, phase, done.get())));
        }
        say("%s, %s, %.1f s: %s"
                .formatted(
                        phase,
                        kind,
                        Duration.between(from, Instant.now()).toMillis() / 1000.0,
                        done.orElse("nobody came by")));
    }

    void say(String words) {
        LOG.info(
                "Storm {}, {} s, {} faults: {}",
                seed,
                Duration.between(began, Instant.now()).toSeconds(),
                struck.size(),
                words);
    }

    /** How often each kind has struck. */
    Map<String, Long> kinds() {
        return struck.stream().collect(Collectors.groupingBy(Entry::kind, TreeMap::new, Collectors.counting()));
    }

    int count() {
        return struck.size();
    }

    /** All of it, and how to see it again. */
    String replay() {
        return "The storm of seed %d; again with -Dsecondperiod.seed=%d. Until then there had been:%n%s"
                .formatted(
                        seed,
                        seed,
                        struck.stream().map(Entry::words).collect(Collectors.joining(System.lineSeparator())));
    }
}
