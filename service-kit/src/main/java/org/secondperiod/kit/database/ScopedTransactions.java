package org.secondperiod.kit.database;

import io.quarkus.arc.Arc;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.transaction.DelegatingTransactionHandler;
import org.jdbi.v3.core.transaction.TransactionHandler;

/**
 * Tells the database as a transaction begins whose rows it may see: those of the schools of the request, or all where the code says
 * that it works for the system ({@link AsSystem}). Where neither is so it tells nothing, and a table of students is an error.
 */
final class ScopedTransactions extends DelegatingTransactionHandler {

    private final RowScope scope;

    ScopedTransactions(TransactionHandler transactions, RowScope scope) {
        super(transactions);
        this.scope = scope;
    }

    @Override
    public TransactionHandler specialize(Handle handle) throws SQLException {
        return new ScopedTransactions(getDelegate().specialize(handle), scope);
    }

    @Override
    public void begin(Handle handle) {
        super.begin(handle);
        try {
            if (AsSystem.isOn()) {
                AsSystem.fromHereOn(handle);
            } else if (Arc.container().requestContext().isActive() && scope.isTold()) {
                handle.execute(
                        "SELECT set_config('secondperiod.schools', ?, true), set_config('row_security', 'on', true)",
                        scope.asSetting());
            }
        } catch (RuntimeException e) {
            super.rollback(handle);
            throw e;
        }
    }
}
