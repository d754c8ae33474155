package org.secondperiod.reporting.earlier;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.secondperiod.reporting.arithmetic.Percent;
import org.secondperiod.reporting.earlier.CallingEarlierReport.Effect;
import org.secondperiod.reporting.earlier.CallingEarlierReport.Sample;
import org.secondperiod.reporting.earlier.CallingEarlierReport.Side;
import org.secondperiod.reporting.earlier.CallingEarlierReport.State;

/** From sums of draws to what is shown of them, in numbers and in sentences. */
public final class CallingEarlier {

    static final String OUTCOME =
            "Came to school the same day, after the call was due and before the last period began, whether anybody had called or not.";

    static final String DOES_NOT_SHOW =
            "This is what being drawn early rather than late in the morning's order changes, among students of one band of one"
                    + " school's day. It does not show what a call changes against no call, what a caller achieves, or what comes of"
                    + " it on later days; and it holds for these schools and these days.";

    private CallingEarlier() {}

    /** What was asked for, and found. */
    public record Found(
            LocalDate from,
            LocalDate to,
            @Nullable LocalDate knownOn,
            @Nullable List<String> schools,
            Draws draws,
            long schoolDays,
            long ofSchools) {}

    /** The report. */
    public static CallingEarlierReport report(Found found) {
        Draws draws = found.draws();
        Estimate estimate = Estimate.of(draws).orElse(null);
        Side early = side(draws, draws.early());
        Side late = side(draws, draws.late());
        Effect effect = estimate == null ? null : effect(estimate);
        return new CallingEarlierReport(
                found.from(),
                found.to(),
                found.knownOn(),
                found.schools(),
                draws.students() == 0 ? State.NOT_DRAWN : estimate == null ? State.TOO_FEW : State.ESTIMATED,
                new Sample(draws.students(), 2 * draws.half(), draws.draws(), found.schoolDays(), found.ofSchools()),
                early,
                late,
                effect,
                says(draws, early, late, effect),
                OUTCOME,
                DOES_NOT_SHOW);
    }

    private static Side side(Draws draws, Draws.Arm arm) {
        return new Side(
                draws.half(),
                arm.called(),
                arm.called() == 0 ? null : arm.minutes() / arm.called(),
                arm.came(),
                Percent.of(arm.came(), draws.half()));
    }

    private static Effect effect(Estimate estimate) {
        return new Effect(
                points(estimate.difference()),
                points(estimate.low()),
                points(estimate.high()),
                estimate.isBeyondChance());
    }

    private static String says(Draws draws, Side early, Side late, @Nullable Effect effect) {
        if (draws.students() == 0) {
            return "In these days nobody was drawn: the district had not approved that equals are drawn, or nobody was to be"
                    + " called. Without a draw nothing can be said of calling earlier.";
        }
        if (effect == null) {
            return "Too few were drawn to say anything: it takes %d draws of about equal size, and %d students who came and %d who did not."
                    .formatted(Estimate.FEWEST_DRAWS, Estimate.FEWEST_OF_EACH, Estimate.FEWEST_OF_EACH);
        }
        String shares = "Of %d students drawn early %s%% came the same day, of %d drawn late %s%%: %s in a hundred %s."
                .formatted(
                        early.students(),
                        early.percent(),
                        late.students(),
                        late.percent(),
                        effect.points().abs().toPlainString(),
                        effect.points().signum() < 0 ? "fewer" : "more");
        return effect.beyondChance()
                ? shares
                        + " In 95 of 100 such samples the interval from %s to %s holds the true difference."
                                .formatted(
                                        effect.low().toPlainString(),
                                        effect.high().toPlainString())
                : shares
                        + " The interval from %s to %s holds 0: chance alone may have made that difference."
                                .formatted(
                                        effect.low().toPlainString(),
                                        effect.high().toPlainString());
    }

    private static BigDecimal points(double share) {
        return BigDecimal.valueOf(share * 100).setScale(1, RoundingMode.HALF_UP);
    }
}
