package org.secondperiod.ingest.quarantine;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.secondperiod.ingest.quarantine.db.QuarantineStore;
import org.secondperiod.kit.requests.Cursor;
import org.secondperiod.kit.requests.Page;

/** Keeps facts that cannot go on, loudly: counted, logged by what they wait for, and listed. */
@ApplicationScoped
public class Quarantine {

    private static final Logger LOG = Logger.getLogger(Quarantine.class);
    private static final int PAGE = 200;

    private final QuarantineStore store;
    private final MeterRegistry meters;

    Quarantine(QuarantineStore store, MeterRegistry meters) {
        this.store = store;
        this.meters = meters;
    }

    private record Cause(Waiting.Kind kind, String schoolId) {}

    /** Adds facts, in the transaction that takes them in. Not told is the code: a wrong column may hold a name there. */
    public void keep(Handle tx, List<Waiting> facts) {
        if (facts.isEmpty()) {
            return;
        }
        store.add(tx, facts);
        facts.stream()
                .collect(groupingBy(fact -> new Cause(fact.kind(), fact.schoolId()), counting()))
                .forEach((cause, count) -> {
                    meters.counter(
                                    "secondperiod.ingest.quarantined",
                                    "kind",
                                    cause.kind().name())
                            .increment(count);
                    LOG.warnf("%d facts wait in quarantine: %s, schoolId=%s", count, cause.kind(), cause.schoolId());
                });
    }

    /** What waits, oldest first; no kind and no schools mean all. */
    public Page<Kept> page(Waiting.@Nullable Kind kind, @Nullable Set<String> schools, @Nullable String cursor) {
        var after = cursor == null ? 0 : place(cursor);
        var facts = store.page(kind, schools, after, PAGE + 1);
        var shown = facts.subList(0, Math.min(PAGE, facts.size()));
        return new Page<>(
                shown, facts.size() > PAGE ? Cursor.encode(shown.getLast().place()) : null);
    }

    /** What facts wait for, and how many. */
    public List<WaitingGroup> groups() {
        return store.groups();
    }

    private static long place(String cursor) {
        return Cursor.number(Cursor.decode(cursor, 1).getFirst());
    }
}
