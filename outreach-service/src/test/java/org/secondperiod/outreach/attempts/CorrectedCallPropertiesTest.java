package org.secondperiod.outreach.attempts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.secondperiod.outreach.attempts.SaidRules.When;
import org.secondperiod.outreach.attempts.TaskAfterCall.Hands;
import org.secondperiod.outreach.examples.SaidNotation;
import org.secondperiod.outreach.examples.Times;
import org.secondperiod.outreach.tasks.TaskState;

/** What a correction of one student's part of a call means for what the same call said of a brother or sister. It was at 08:52. */
class CorrectedCallPropertiesTest {

    private static final LocalDate DAY = LocalDate.parse("2026-10-14");
    private static final Times TIMES = new Times(DAY, ZoneId.of("America/New_York"));
    private static final Instant STARTED = TIMES.read("08:52");
    private static final When WHEN = new When(true, STARTED, DAY, TIMES.read("14:00"));
    private static final CallPolicy POLICY = new CallPolicy(
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofMinutes(30),
            Duration.ofMinutes(60),
            Duration.ofMinutes(15),
            Duration.ofMinutes(10),
            Duration.ofMinutes(20),
            Duration.ofMinutes(10),
            Duration.ofHours(24));

    @Provide
    Arbitrary<String> reached() {
        return Arbitraries.of("reached guardian; ", "reached student; ", "reached other; ");
    }

    @Provide
    Arbitrary<String> told() {
        return Arbitraries.of(
                "result coming in today; by 10:15",
                "result will not come valid reason; reason illness; through 2026-10-16",
                "result will not come other; again 10:00",
                "result says left for school",
                "result moved or left school",
                "result undetermined; owner osei; due 12:00; flag guardian not aware",
                "result undetermined; next refer to; refer to nurse");
    }

    @Provide
    Arbitrary<String> nobody() {
        return Arbitraries.of(
                "no answer",
                "no answer; next call again at; again 09:30",
                "voicemail left",
                "busy",
                "language barrier",
                "wrong number; next fix the number; owner osei",
                "not in service",
                "asked not to be called",
                "call back at; again 09:40");
    }

    private static Said said(String text) {
        return SaidNotation.read(text, TIMES);
    }

    private static void goesTogether(Said said) {
        assertThat(SaidRules.contradictions(said, WHEN)).as(said.toString()).isEmpty();
    }

    @Property
    void whereNobodyWasReachedNothingWasSaidOfAnybodyAndEachIsCalledAgain(
            @ForAll("reached") String who,
            @ForAll("told") String ofOne,
            @ForAll("told") String ofOther,
            @ForAll("nobody") String correction) {
        Said is = said(correction);

        Said then = said(who + ofOther).afterCorrecting(said(who + ofOne), is);

        goesTogether(then);
        assertThat(then.outcome()).isEqualTo(is.outcome());
        assertThat(then.tells()).isFalse();
        assertThat(TaskAfterCall.of(TaskState.OPEN, Hands.NOBODYS, then, false, STARTED, STARTED, POLICY))
                .isInstanceOf(AfterCall.CallAgain.class);
    }

    @Property
    void whoeverElseWasReachedSaidTheSame(
            @ForAll("reached") String who,
            @ForAll("reached") String another,
            @ForAll("told") String ofOne,
            @ForAll("told") String ofOther,
            @ForAll("told") String correction) {
        Said then = said(who + ofOther).afterCorrecting(said(who + ofOne), said(another + correction));

        goesTogether(then);
        assertThat(then).isEqualTo(said(another + ofOther));
    }

    @Property
    void aPartThatWasCorrectedByItselfStays(
            @ForAll("nobody") String ofOther,
            @ForAll("reached") String who,
            @ForAll("told") String ofOne,
            @ForAll("nobody") String correction) {
        Said other = said(ofOther);

        assertThat(other.afterCorrecting(said(who + ofOne), said(correction))).isEqualTo(other);
    }
}
