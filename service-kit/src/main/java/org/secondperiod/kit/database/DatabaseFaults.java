package org.secondperiod.kit.database;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells a fault of the infrastructure, which passes, from a fault of the data, which does not. An infrastructure fault is
 * waited out and tried again, for ever; only a data fault may send a record to the dead letters.
 */
public final class DatabaseFaults {

    /**
     * SQLSTATE classes: 08 connection, 25 transaction state (a broken connection's aftermath), 40 rollback (deadlock,
     * serialization), 53 resources (disk full, too many connections), 55 not in a state for it (locks), 57 operator
     * (shutdown), 58 system, F0 configuration file, XX internal.
     */
    private static final Set<String> INFRASTRUCTURE = Set.of("08", "25", "40", "53", "55", "57", "58", "F0", "XX");

    /** 28 signing in, 3D a database and 3F a schema that is not there, 42 a statement that is not allowed or not understood. */
    private static final Set<String> INSTALLATION = Set.of("28", "3D", "3F", "42");

    private DatabaseFaults() {}

    /** Whether the error, or what caused it, is a fault of the database, the network or the connection pool. */
    public static boolean isInfrastructure(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && passes(sql)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether the error is of how this database was set up: a right that was taken away, a table of another version. It does not
     * pass by itself, and no datum is its cause.
     */
    public static boolean isOfTheInstallation(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && isOf(INSTALLATION, sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    private static boolean passes(SQLException sql) {
        var state = sql.getSQLState();
        return state == null
                || sql instanceof SQLTransientException
                || sql instanceof SQLRecoverableException
                || isOf(INFRASTRUCTURE, state);
    }

    private static boolean isOf(Set<String> classes, @Nullable String state) {
        return state != null && classes.contains(state.substring(0, 2));
    }
}
