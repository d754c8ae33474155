package org.secondperiod.outreach.morning;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;
import org.secondperiod.kit.database.AsSystem;
import org.secondperiod.kit.requests.NoDatabase;
import org.secondperiod.kit.time.Times;
import org.secondperiod.outreach.morning.db.StartAlertStore;
import org.secondperiod.outreach.schooldays.SchoolOnDay;

/** Sees where nobody has begun to call, and tells who watches at this replica. Any replica may raise it, twice changes nothing. */
@ApplicationScoped
public class StartAlertSweep {

    private final Jdbi jdbi;
    private final Clock clock;
    private final MorningConfig config;
    private final StartAlertStore store;
    private final Map<SchoolOnDay, StartAlert> standing = new HashMap<>();
    private final Set<Consumer<StartAlert>> watchers = new CopyOnWriteArraySet<>();

    StartAlertSweep(Jdbi jdbi, Clock clock, MorningConfig config, StartAlertStore store) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.config = config;
        this.store = store;
    }

    @Scheduled(
            every = "5s",
            delayed = "5s",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = NoDatabase.class)
    void sweep() {
        Instant now = Times.now(clock);
        List<StartAlert> found = AsSystem.get(() -> jdbi.inTransaction(tx -> {
            store.update(tx, config.begunWithin(), now);
            return store.standing(tx);
        }));
        tell(found, now);
    }

    private synchronized void tell(Collection<StartAlert> found, Instant now) {
        Map<SchoolOnDay, StartAlert> before = Map.copyOf(standing);
        standing.clear();
        found.forEach(alert -> standing.put(alert.of(), alert));
        standing.values().stream()
                .filter(alert -> !alert.equals(before.get(alert.of())))
                .forEach(this::tell);
        before.values().stream()
                .filter(alert -> !standing.containsKey(alert.of()))
                .forEach(alert -> tell(new StartAlert(alert.of(), alert.cutOff(), alert.raisedAt(), now)));
    }

    private void tell(StartAlert alert) {
        watchers.forEach(watcher -> watcher.accept(alert));
    }

    /** Shows this watcher what stands, and then each change. */
    public synchronized void watch(Consumer<StartAlert> watcher) {
        standing.values().forEach(watcher);
        watchers.add(watcher);
    }

    /** Ends watching. */
    public void leave(Consumer<StartAlert> watcher) {
        watchers.remove(watcher);
    }
}
