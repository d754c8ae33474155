package org.secondperiod.outreach.escalations;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.jdbi.v3.core.Jdbi;
import org.secondperiod.kit.database.AsSystem;
import org.secondperiod.kit.time.Times;
import org.secondperiod.outreach.escalations.db.BuildingCheckStore;

/**
 * Sees to escalations that nobody acknowledges and to building checks of which nobody says anything. Any replica may do it: what one
 * of them has in hand the others leave alone.
 */
@ApplicationScoped
public class EscalationSweep {

    private static final int BATCH = 200;

    private final Jdbi jdbi;
    private final Clock clock;
    private final BuildingCheckStore checkStore;
    private final BuildingCheckService checks;
    private final EscalationService escalations;

    EscalationSweep(
            Jdbi jdbi,
            Clock clock,
            BuildingCheckStore checkStore,
            BuildingCheckService checks,
            EscalationService escalations) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.checkStore = checkStore;
        this.checks = checks;
        this.escalations = escalations;
    }

    /** Sees to all that is due. */
    public void run() {
        AsSystem.run(() -> {
            Instant now = Times.now(clock);
            for (String id : jdbi.inTransaction(tx -> checkStore.due(tx, now, BATCH))) {
                jdbi.useTransaction(tx -> {
                    if (checkStore.takeUnlessTaken(tx, id)) {
                        checks.settle(tx, id, now);
                    }
                });
            }
            int seen;
            do {
                seen = jdbi.inTransaction(tx -> escalations.toThePrincipal(tx, now, BATCH));
            } while (seen == BATCH);
        });
    }
}
