package org.secondperiod.kit.audit;

import io.quarkus.arc.Arc;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.transaction.DelegatingTransactionHandler;
import org.jdbi.v3.core.transaction.TransactionHandler;
import org.secondperiod.kit.audit.db.AuditStore;

/**
 * A transaction of a request commits together with what the audit says of it, or not at all. The row is written last, so that the
 * chain in which it stands is held for no longer than the commit takes.
 */
public final class AuditedTransactions extends DelegatingTransactionHandler {

    private final AuditTrail trail;

    public AuditedTransactions(TransactionHandler transactions, AuditTrail trail) {
        super(transactions);
        this.trail = trail;
    }

    @Override
    public TransactionHandler specialize(Handle handle) throws SQLException {
        return new AuditedTransactions(getDelegate().specialize(handle), trail);
    }

    @Override
    public void commit(Handle handle) {
        boolean writes = isOfARequest() && trail.isUnwritten();
        if (writes) {
            AuditStore.append(handle, trail.row());
        }
        super.commit(handle);
        if (writes) {
            trail.isWritten();
        }
    }

    private static boolean isOfARequest() {
        var container = Arc.container();
        return container != null && container.requestContext().isActive();
    }
}
