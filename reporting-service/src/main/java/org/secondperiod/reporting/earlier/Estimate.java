package org.secondperiod.reporting.earlier;

import java.util.Optional;

/**
 * The difference between early and late in the share who came the same day, with the interval in which it lies in 95 of 100 such
 * samples. It is the effect of the draw's order itself: every student counts where they were drawn, whether and when anybody called.
 *
 * <p>The share of early less that of late is a ratio of sums over draws, which are drawn independently of each other. So its
 * variance is that of the draws' own differences around it, clustered by draw; where the effect differs from draw to draw the
 * interval is too wide rather than too narrow. docs/decisions/0055 has the reasons.
 */
public record Estimate(double difference, double low, double high) {

    /** Fewer, counted as draws of equal size, tell nothing of how much they vary. */
    public static final int FEWEST_DRAWS = 20;

    /** Fewer who came, or who did not, make no sum of chances that looks normal. */
    public static final int FEWEST_OF_EACH = 10;

    private static final double NORMAL = 1.959963984540054;

    /** Of these draws; none where they are too few. */
    public static Optional<Estimate> of(Draws draws) {
        long came = draws.early().came() + draws.late().came();
        long stayed = 2 * draws.half() - came;
        if (draws.countAs() < FEWEST_DRAWS || came < FEWEST_OF_EACH || stayed < FEWEST_OF_EACH) {
            return Optional.empty();
        }
        double half = draws.half();
        double difference = (draws.early().came() - draws.late().came()) / half;
        double around = Math.max(
                0,
                draws.squares() - 2 * difference * draws.products() + difference * difference * draws.halvesSquared());
        double error = Math.sqrt(around * draws.draws() / (draws.draws() - 1)) / half;
        double margin = studentT(draws.countAs() - 1) * error;
        return Optional.of(
                new Estimate(difference, Math.max(-1, difference - margin), Math.min(1, difference + margin)));
    }

    /** Whether it is more than what chance alone would give in 95 of 100 such samples. */
    public boolean isBeyondChance() {
        return low > 0 || high < 0;
    }

    /** Beyond which lie five of a hundred, in the distribution of that many degrees: Cornish and Fisher's expansion. */
    private static double studentT(double degrees) {
        double z = NORMAL;
        double cube = z * z * z;
        double fifth = cube * z * z;
        double seventh = fifth * z * z;
        return z
                + (cube + z) / (4 * degrees)
                + (5 * fifth + 16 * cube + 3 * z) / (96 * degrees * degrees)
                + (3 * seventh + 19 * fifth + 17 * cube - 15 * z) / (384 * degrees * degrees * degrees);
    }
}
