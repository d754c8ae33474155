package org.secondperiod.reporting.quality;

import java.time.LocalDate;
import java.util.List;

/**
 * A day on which fewer classes of a school submitted than usual.
 *
 * @param before the days before it that say what is usual
 */
public record FewerOn(LocalDate day, long classes, long usual, List<LocalDate> before) {

    public FewerOn {
        before = List.copyOf(before);
    }
}
