package org.secondperiod.kit.database;

import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/**
 * What sees the rows of all schools: consumers, jobs, and the parts of a request that decide for other schools than its bearer's.
 * What is neither a request nor says so gets an error from a table of students.
 */
public final class AsSystem {

    private static final ThreadLocal<Boolean> ON = ThreadLocal.withInitial(() -> false);

    private AsSystem() {}

    /** Transactions that begin meanwhile on this thread see everything. */
    public static void run(Runnable work) {
        get(() -> {
            work.run();
            return true;
        });
    }

    /** The same, with a result. */
    public static <T> T get(Supplier<T> work) {
        boolean before = ON.get();
        ON.set(true);
        try {
            return work.get();
        } finally {
            ON.set(before);
        }
    }

    /** From here on this transaction sees everything, until it ends. */
    public static void fromHereOn(Handle tx) {
        tx.execute(
                "SELECT set_config('role', ?, true), set_config('row_security', 'on', true)",
                tx.getConfig(SystemRole.class).name());
    }

    static boolean isOn() {
        return ON.get();
    }
}
