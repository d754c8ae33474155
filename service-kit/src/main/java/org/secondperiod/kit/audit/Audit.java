package org.secondperiod.kit.audit;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.secondperiod.kit.audit.db.AuditStore;

/** Writes what no transaction of the request itself writes. */
@ApplicationScoped
public class Audit {

    private final Jdbi jdbi;
    private final AuditTrail trail;
    private final boolean hasDatabase;

    Audit(
            Jdbi jdbi,
            AuditTrail trail,
            @ConfigProperty(name = "quarkus.datasource.active", defaultValue = "true") boolean hasDatabase) {
        this.jdbi = jdbi;
        this.trail = trail;
        this.hasDatabase = hasDatabase;
    }

    /**
     * Writes what is known by now of this request: for what no rollback undoes, such as an event that is sent without a
     * transaction or a stream that is opened. To be called before it happens; if it throws, it must not.
     */
    public void before() {
        trail.goesOut();
        writeWhatIsUnwritten();
    }

    /** This request, for what it goes on to show after it was answered. To be asked for before that. */
    public OngoingRequest goesOn() {
        return new OngoingRequest(this, trail.row());
    }

    /** Whether there is an audit here: a service without a database has none, and holds nothing of anybody. */
    boolean isKept() {
        return hasDatabase;
    }

    /** Writes a row that is due in a transaction of its own, which writes it as it commits. */
    void writeWhatIsUnwritten() {
        if (trail.isUnwritten()) {
            jdbi.useTransaction(tx -> {});
        }
    }

    /** Writes a row that no trail holds: of a request that was refused at the door, or of one that goes on after its answer. */
    void write(AuditRow row) {
        jdbi.useTransaction(tx -> AuditStore.append(tx, row));
    }
}
