package org.secondperiod.bench.join;

import java.time.LocalDate;
import org.secondperiod.bench.stack.District;

/** School days that have not been played, one after the other, for all sides together. */
public final class Days {

    private int played;

    /** The next one. */
    public LocalDate next() {
        if (played == District.DAYS) {
            throw new IllegalStateException("More rounds than there are days of school: choose fewer --rounds");
        }
        return District.day(played++);
    }
}
