package org.secondperiod.outreach.live;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The newest events, and who watches for more. Between what a watcher is given first and what follows nothing is missing. */
public final class Recent {

    private final int kept;
    private final Deque<LiveEvent> events = new ArrayDeque<>();
    private final Set<Consumer<LiveEvent>> watchers = new CopyOnWriteArraySet<>();
    private Position oldest;
    private Position newest;

    /**
     * @param kept how many events are kept
     * @param start where reading begins
     */
    public Recent(int kept, Position start) {
        this.kept = kept;
        this.oldest = start;
        this.newest = start;
    }

    /** Adds the next event of a partition and shows it to all who watch. */
    public synchronized void add(int partition, long offset, String kind, LiveEvent.Of of, String json) {
        newest = newest.after(partition, offset);
        LiveEvent event = new LiveEvent(partition, offset, newest, kind, of, json);
        events.addLast(event);
        if (events.size() > kept) {
            LiveEvent dropped = events.removeFirst();
            oldest = oldest.after(dropped.partition(), dropped.offset());
        }
        watchers.forEach(watcher -> watcher.accept(event));
    }

    /**
     * Begins to watch.
     *
     * @param from where the watcher stands; null to begin now
     * @param onStart gets what was missed, or null where that is no longer kept, and the position it begins from
     */
    public synchronized void watch(@Nullable Position from, Start onStart, Consumer<LiveEvent> watcher) {
        if (from == null) {
            onStart.begin(List.of(), newest);
        } else if (from.isCoveredFrom(oldest)) {
            List<LiveEvent> missed = new ArrayList<>(events);
            missed.removeIf(event -> !from.isBefore(event.partition(), event.offset()));
            onStart.begin(missed, newest);
        } else {
            onStart.begin(null, newest);
        }
        watchers.add(watcher);
    }

    /** Ends watching. */
    public void leave(Consumer<LiveEvent> watcher) {
        watchers.remove(watcher);
    }

    /** How a watcher is started. */
    @FunctionalInterface
    public interface Start {

        void begin(@Nullable List<LiveEvent> missed, Position newest);
    }
}
