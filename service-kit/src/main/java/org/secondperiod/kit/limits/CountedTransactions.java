package org.secondperiod.kit.limits;

import io.quarkus.arc.Arc;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.transaction.DelegatingTransactionHandler;
import org.jdbi.v3.core.transaction.TransactionHandler;
import org.secondperiod.kit.audit.AuditTrail;

/** A transaction of a request does not commit if its bearer would see too many students by it: what it changed is taken back. */
public final class CountedTransactions extends DelegatingTransactionHandler {

    private final AuditTrail trail;
    private final StudentRates rates;

    public CountedTransactions(TransactionHandler transactions, AuditTrail trail, StudentRates rates) {
        super(transactions);
        this.trail = trail;
        this.rates = rates;
    }

    @Override
    public TransactionHandler specialize(Handle handle) throws SQLException {
        return new CountedTransactions(getDelegate().specialize(handle), trail, rates);
    }

    @Override
    public void commit(Handle handle) {
        if (Arc.container().requestContext().isActive()) {
            trail.shown().ifPresent(shown -> rates.count(shown.who(), shown.students()));
        }
        super.commit(handle);
    }
}
