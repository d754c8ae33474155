package org.secondperiod.outreach.live;

import static java.util.stream.Collectors.toSet;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Whom one open stream has told of. Each student is counted before the first event about them goes out. Who they were is written
 * down a little later, many in one row; who stands in a row of this stream is neither counted nor written again within the hour.
 */
public final class StreamedStudents {

    private static final Duration STANDS = Duration.ofHours(1);

    private final Consumer<Set<String>> count;
    private final BiConsumer<Set<String>, Set<String>> write;
    private final Supplier<Instant> now;
    private final Map<LiveEvent.Of, Instant> told = new HashMap<>();
    private final Set<LiveEvent.Of> unwritten = new HashSet<>();

    /**
     * @param count counts students who are about to be shown; throws where they would be too many
     * @param write writes down schools, and which students of theirs have been shown; throws where it cannot
     * @param now what time it is
     */
    public StreamedStudents(
            Consumer<Set<String>> count, BiConsumer<Set<String>, Set<String>> write, Supplier<Instant> now) {
        this.count = count;
        this.write = write;
        this.now = now;
    }

    /** These are about to be told. Throws what counting throws; then none of them may be. */
    public synchronized void add(Collection<LiveEvent> events) {
        Instant at = now.get();
        Set<LiveEvent.Of> others =
                events.stream().map(LiveEvent::of).filter(of -> !stands(of, at)).collect(toSet());
        if (others.isEmpty()) {
            return;
        }
        count.accept(names(others, LiveEvent.Of::studentId));
        others.forEach(of -> told.put(of, at));
        unwritten.addAll(others);
    }

    private boolean stands(LiveEvent.Of of, Instant at) {
        Instant before = told.get(of);
        return before != null && at.isBefore(before.plus(STANDS));
    }

    /** Writes down whom it has told of since it was last written. What cannot be is due again the next time. */
    public void write() {
        Set<LiveEvent.Of> due = due();
        if (due.isEmpty()) {
            return;
        }
        try {
            write.accept(names(due, LiveEvent.Of::schoolId), names(due, LiveEvent.Of::studentId));
        } catch (RuntimeException e) {
            dueAgain(due);
            throw e;
        }
    }

    private synchronized Set<LiveEvent.Of> due() {
        Set<LiveEvent.Of> due = Set.copyOf(unwritten);
        unwritten.clear();
        return due;
    }

    private synchronized void dueAgain(Set<LiveEvent.Of> due) {
        unwritten.addAll(due);
    }

    private static Set<String> names(Set<LiveEvent.Of> of, Function<LiveEvent.Of, String> name) {
        return of.stream().map(name).collect(toSet());
    }
}
