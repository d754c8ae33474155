package org.secondperiod.kit.database;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;

/**
 * Tells a fault of the infrastructure, which passes, from a fault of the data, which does not. An infrastructure fault is
 * waited out and tried again, for ever; only a data fault may send a record to the dead letters.
 */
public final class DatabaseFaults {

    /**
     * SQLSTATE classes: 08 connection, 25 transaction state (a broken connection's aftermath), 28 signing in, 3D database
     * and 3F schema that are not there, 40 rollback (deadlock, serialization), 42 a statement that this database does not
     * allow or understand, 53 resources (disk full, too many connections), 55 not in a state for it (locks), 57 operator
     * (shutdown), 58 system, F0 configuration file, XX internal.
     *
     * <p>Of 42 no datum is the cause: a right that was taken away, or a table of another version, would send all that comes
     * to the dead letters.
     */
    private static final Set<String> INFRASTRUCTURE =
            Set.of("08", "25", "28", "3D", "3F", "40", "42", "53", "55", "57", "58", "F0", "XX");

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

    private static boolean passes(SQLException sql) {
        var state = sql.getSQLState();
        return state == null
                || sql instanceof SQLTransientException
                || sql instanceof SQLRecoverableException
                || INFRASTRUCTURE.contains(state.substring(0, 2));
    }
}
