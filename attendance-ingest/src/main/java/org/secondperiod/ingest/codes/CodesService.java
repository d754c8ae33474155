package org.secondperiod.ingest.codes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.util.List;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.secondperiod.ingest.codes.db.CodesStore;
import org.secondperiod.ingest.input.IfMatch;
import org.secondperiod.kit.time.Times;

/** Reads and replaces sets of codes. */
@ApplicationScoped
public class CodesService {

    private static final Logger LOG = Logger.getLogger(CodesService.class);

    private final Jdbi jdbi;
    private final CodesStore store;
    private final CodesInForce inForce;
    private final Clock clock;
    private final Event<CodesChanged> changed;

    CodesService(Jdbi jdbi, CodesStore store, CodesInForce inForce, Clock clock, Event<CodesChanged> changed) {
        this.jdbi = jdbi;
        this.store = store;
        this.inForce = inForce;
        this.clock = clock;
        this.changed = changed;
    }

    /** A scope's set and its version, 0 while it is the file's or the shipped one. */
    public record CodeSet(List<MappedCode> codes, long version) {}

    /** The scope's own codes. */
    public CodeSet get(CodeScope scope) {
        var version = jdbi.inTransaction(tx -> store.version(tx, scope));
        return new CodeSet(inForce.refresh().set(scope), version);
    }

    /** Replaces the scope's codes, and lets what waited for them go on. */
    public CodeSet replace(CodeScope scope, List<MappedCode> codes, @Nullable String ifMatch, String changedBy) {
        CodesCheck.check(codes).throwIfBad();
        var version = jdbi.inTransaction(tx -> {
            IfMatch.require(ifMatch, store.version(tx, scope));
            return store.replace(tx, scope, codes, changedBy, Times.now(clock));
        });
        LOG.infof("Attendance codes of scope %s are now version %d, with %d codes", scope.key(), version, codes.size());
        inForce.refresh();
        changed.fire(new CodesChanged(scope));
        return new CodeSet(codes, version);
    }
}
