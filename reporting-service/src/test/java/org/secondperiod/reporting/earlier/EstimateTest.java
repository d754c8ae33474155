package org.secondperiod.reporting.earlier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.secondperiod.reporting.earlier.CallingEarlierReport.State;
import org.secondperiod.reporting.earlier.Draws.Arm;

/** Where an effect is known it is found, as often and as narrowly as the interval says; where there is none, none is found. */
class EstimateTest {

    private static final int DISTRICTS = 2000;

    private record Made(MadeDistrict district, Estimate estimate) {

        boolean holdsTheTruth() {
            return estimate.low() <= district.effect() && district.effect() <= estimate.high();
        }
    }

    private static List<Made> districts(int schoolDays, double effect, boolean varies) {
        List<Made> made = new ArrayList<>();
        for (int seed = 0; seed < DISTRICTS; seed++) {
            MadeDistrict district = new MadeDistrict(new Random(seed), schoolDays, effect, varies);
            made.add(new Made(district, Estimate.of(district.draws()).orElseThrow()));
        }
        return made;
    }

    private static double share(List<Made> made, Predicate<Made> which) {
        return (double) made.stream().filter(which).count() / made.size();
    }

    private static double average(List<Made> made) {
        return made.stream()
                .mapToDouble(one -> one.estimate().difference())
                .average()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"20,  0.00, false", "20, 0.10, false", "90, 0.05, false", "90, -0.08, false"})
    void theIntervalHoldsTheTruthInNinetyFiveOfAHundredDistricts(int schoolDays, double effect, boolean varies) {
        List<Made> made = districts(schoolDays, effect, varies);

        assertThat(share(made, Made::holdsTheTruth)).isBetween(0.935, 0.97);
        assertThat(average(made)).isCloseTo(effect, within(0.006));
    }

    @Test
    void whereTheEffectDiffersFromDrawToDrawTheIntervalIsNotTooNarrow() {
        List<Made> made = districts(60, 0.10, true);

        assertThat(share(made, Made::holdsTheTruth)).isBetween(0.935, 0.99);
        assertThat(average(made)).isCloseTo(0.10, within(0.006));
    }

    @ParameterizedTest
    @CsvSource({"20", "90"})
    void whereThereIsNoneNoneIsFoundButInFiveOfAHundredDistricts(int schoolDays) {
        List<Made> made = districts(schoolDays, 0, false);

        assertThat(share(made, one -> one.estimate().isBeyondChance())).isBetween(0.03, 0.065);
        assertThat(average(made)).isCloseTo(0, within(0.006));
    }

    @Test
    void whereThereIsOneItIsFoundOnceEnoughWereDrawn() {
        assertThat(share(districts(20, 0.10, false), one -> one.estimate().low() > 0))
                .isBetween(0.2, 0.8);
        assertThat(share(districts(150, 0.10, false), one -> one.estimate().low() > 0))
                .isGreaterThan(0.98);
    }

    /** Why there has to be a draw: who calls the likely first finds an effect where there is none. */
    @Test
    void withoutADrawAnEffectWouldBeFoundWhereThereIsNone() {
        List<Made> made = districts(90, 0, false);

        assertThat(share(
                        made,
                        one -> Estimate.of(one.district().byCallersChoice())
                                .orElseThrow()
                                .isBeyondChance()))
                .isGreaterThan(0.95);
    }

    /** By hand: 30 draws of two. In 12 only the early one came, in 6 only the late one, in 5 both, in 7 nobody. */
    @Test
    void anEstimateByHand() {
        Draws draws = Draws.NONE;
        for (int i = 0; i < 30; i++) {
            boolean early = i < 12 || i >= 18 && i < 23;
            boolean late = i >= 12 && i < 23;
            draws = draws.and(Draws.of(2, new Arm(1, 10, early ? 1 : 0), new Arm(1, 40, late ? 1 : 0)));
        }

        Estimate estimate = Estimate.of(draws).orElseThrow();

        // 17 of 30 less 11 of 30. Of the differences, 18 are of one and 12 of none: 18 - 30 * 0.2 * 0.2 is 16.8; times
        // 30/29, its
        // root 4.1688 by 30 is 0.13896; and t of 29 degrees is 2.0452.
        assertThat(estimate.difference()).isCloseTo(0.2, within(1e-12));
        assertThat(estimate.high() - estimate.difference()).isCloseTo(2.0452 * 0.13896, within(1e-4));
        assertThat(estimate.isBeyondChance()).isFalse();
        CallingEarlierReport report = CallingEarlier.report(
                new CallingEarlier.Found(LocalDate.EPOCH, LocalDate.EPOCH, null, null, draws, 30, 1));
        assertThat(report.state()).isEqualTo(State.ESTIMATED);
        assertThat(report.says())
                .isEqualTo(
                        "Of 30 students drawn early 56.67% came the same day, of 30 drawn late 36.67%: 20.0 in a hundred more."
                                + " The interval from -8.4 to 48.4 holds 0: chance alone may have made that difference.");
        assertThat(report.early().averageMinutesToCall()).isEqualTo(10);
        assertThat(report.late().averageMinutesToCall()).isEqualTo(40);
        assertThat(report.doesNotShow()).contains("It does not show what a call changes against no call");
    }

    @Test
    void tooFewSayNothing() {
        Draws nineteen = Draws.NONE;
        for (int i = 0; i < 19; i++) {
            nineteen = nineteen.and(Draws.of(4, new Arm(2, 0, 1), new Arm(2, 0, i % 2)));
        }
        Draws oneLarge = nineteen.and(Draws.of(200, new Arm(100, 0, 50), new Arm(100, 0, 40)));
        Draws nobodyCame = Draws.NONE;
        for (int i = 0; i < 100; i++) {
            nobodyCame = nobodyCame.and(Draws.of(4, new Arm(2, 0, 0), new Arm(2, 0, i < 9 ? 1 : 0)));
        }

        assertThat(List.of(Draws.NONE, nineteen, oneLarge, nobodyCame))
                .extracting(Estimate::of)
                .containsOnly(Optional.empty());
        assertThat(Estimate.of(nineteen.and(Draws.of(4, new Arm(2, 0, 1), new Arm(2, 0, 0)))))
                .isPresent();
    }

    @Test
    void whoIsInTheMiddleOrAloneIsNotCompared() {
        assertThat(Draws.of(1, Arm.NONE, Arm.NONE)).isEqualTo(new Draws(0, 1, 0, Arm.NONE, Arm.NONE, 0, 0, 0));
        assertThat(Draws.of(5, new Arm(2, 6, 2), new Arm(1, 9, 0)))
                .isEqualTo(new Draws(1, 5, 2, new Arm(2, 6, 2), new Arm(1, 9, 0), 4, 4, 4));
    }
}
