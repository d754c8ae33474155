package org.secondperiod.outreach.morning;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.secondperiod.outreach.morning.MorningView.CoverageView;

/** How far callers are so many minutes after the cut-off: of all families who were to be called, also those who still wait. */
public final class Coverage {

    /** As they are measured everywhere. */
    public static final List<Integer> MINUTES = List.of(30, 60, 120);

    private static final int DIGITS = 3;

    private Coverage() {}

    /**
     * A family who was to be called.
     *
     * @param cutOff the student's own
     * @param calledAt when somebody called first; null if nobody did
     * @param reachedAt when somebody was reached first
     */
    public record ToCall(
            Instant cutOff,
            @Nullable Instant calledAt,
            @Nullable Instant reachedAt) {}

    /** The figures so many minutes after each one's cut-off. */
    public static CoverageView after(int minutes, Collection<ToCall> families, Instant now) {
        Duration within = Duration.ofMinutes(minutes);
        int called = (int) families.stream()
                .filter(family -> isWithin(family.calledAt(), family.cutOff(), within))
                .count();
        int reached = (int) families.stream()
                .filter(family -> isWithin(family.reachedAt(), family.cutOff(), within))
                .count();
        boolean over = families.stream()
                .allMatch(family -> !now.isBefore(family.cutOff().plus(within)));
        return new CoverageView(
                minutes, over, called, reached, share(called, families.size()), share(reached, families.size()));
    }

    private static boolean isWithin(@Nullable Instant at, Instant cutOff, Duration within) {
        return at != null && !at.isAfter(cutOff.plus(within));
    }

    static @Nullable BigDecimal share(int of, int all) {
        return all == 0 ? null : BigDecimal.valueOf(of).divide(BigDecimal.valueOf(all), DIGITS, RoundingMode.HALF_UP);
    }
}
