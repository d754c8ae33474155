package org.secondperiod.outreach.live;

import java.util.function.Supplier;
import org.secondperiod.kit.grants.Schools;

/**
 * Whether who watches may still see what they began to watch. Asked again and again; where that cannot be found out several times
 * in a row, it no longer stands.
 */
public final class StandingRight {

    private static final int PATIENCE = 3;

    private final Schools atFirst;
    private final Supplier<Schools> now;
    private int failures;

    /**
     * @param atFirst the schools where they might watch when they began
     * @param now the same at this moment; may fail
     */
    public StandingRight(Schools atFirst, Supplier<Schools> now) {
        this.atFirst = atFirst;
        this.now = now;
    }

    /** Looks again. Schools that were gained end it too: who comes back sees them. */
    public synchronized boolean stands() {
        try {
            boolean same = now.get().equals(atFirst);
            failures = 0;
            return same;
        } catch (RuntimeException e) {
            failures++;
            return failures < PATIENCE;
        }
    }
}
