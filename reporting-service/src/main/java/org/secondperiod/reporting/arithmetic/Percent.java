package org.secondperiod.reporting.arithmetic;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Shares as they are shown. They decide nothing: bands are decided in whole half days. */
public final class Percent {

    private static final int DIGITS = 2;
    private static final int HUNDRED = 100;

    private Percent() {}

    /** Rounded half up to two digits; none of nothing. */
    public static @Nullable BigDecimal of(long part, long whole) {
        return whole == 0
                ? null
                : BigDecimal.valueOf(part * HUNDRED).divide(BigDecimal.valueOf(whole), DIGITS, RoundingMode.HALF_UP);
    }
}
