package org.secondperiod.ingest.rosters;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.secondperiod.ingest.rosters.db.SortMemory;
import org.secondperiod.kit.database.AsSystem;

/**
 * The database with time and room for long statements, which a request's connection would not have, and with the rows of all
 * schools, on whichever thread an import works.
 */
record PatientJdbi(Jdbi jdbi, Duration longestStatement, SortMemory sortMemory) {

    <T> T with(Function<Handle, T> work) {
        return AsSystem.get(() -> jdbi.withHandle(handle -> {
            Connection connection = handle.getConnection();
            int usual = patience(connection, (int) longestStatement.toMillis());
            try {
                return work.apply(handle);
            } finally {
                patience(connection, usual);
            }
        }));
    }

    void inTransaction(Consumer<Handle> write) {
        with(handle -> {
            handle.useTransaction(tx -> {
                sortMemory.give(tx);
                write.accept(tx);
            });
            return null;
        });
    }

    /** Returns what it was before. */
    private static int patience(Connection connection, int millis) {
        try {
            int before = connection.getNetworkTimeout();
            connection.setNetworkTimeout(Runnable::run, millis);
            return before;
        } catch (SQLException e) {
            throw new IllegalStateException("The connection takes no time-out", e);
        }
    }
}
