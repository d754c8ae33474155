package org.secondperiod.kit.delivery;

import org.apache.kafka.common.KafkaException;
import org.secondperiod.kit.database.DatabaseFaults;

/** Which errors pass by themselves. */
public final class Faults {

    private Faults() {}

    /** Whether no record is to blame: it is waited out, and what cannot be taken in now goes to no dead letters. */
    static boolean isWaitedOut(Throwable error) {
        return isInfrastructure(error) || DatabaseFaults.isOfTheInstallation(error);
    }

    /** Whose fault it is, by what was thrown. */
    static Trouble.Whose whose(Throwable error) {
        if (DatabaseFaults.isInfrastructure(error) || DatabaseFaults.isOfTheInstallation(error)) {
            return Trouble.Whose.DATABASE;
        }
        return isInfrastructure(error) ? Trouble.Whose.BROKERS : Trouble.Whose.OURS;
    }

    /** Whether the database, the broker or the network is to blame, and not a record. */
    public static boolean isInfrastructure(Throwable error) {
        if (DatabaseFaults.isInfrastructure(error)) {
            return true;
        }
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof NotAcknowledged || cause instanceof KafkaException) {
                return true;
            }
        }
        return false;
    }
}
