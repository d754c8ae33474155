package org.secondperiod.outreach.whereabouts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.secondperiod.outreach.examples.AnyFacts;
import org.secondperiod.outreach.examples.AnyScene;
import org.secondperiod.outreach.examples.InWords;
import org.secondperiod.outreach.examples.Scene;
import org.secondperiod.outreach.examples.SceneNotation;
import org.secondperiod.outreach.facts.StudentDayFacts;
import org.secondperiod.outreach.schooldays.DayPlan;

class AssessPropertiesTest {

    private static final Duration A_LONG_TIME = Duration.ofHours(30);

    @Property(tries = 3000)
    void untilItSaysToLookAgainTimeAloneChangesNothing(
            @ForAll("scenes") Scene scene, @ForAll("times") Instant now, @ForAll("partsOfTheWait") int percent) {
        Whereabouts first = Assess.assess(scene.situation(), scene.plan(), now);
        Instant lookAgainAt = first.lookAgainAt() == null ? now.plus(A_LONG_TIME) : first.lookAgainAt();
        Duration wait = Duration.between(now, lookAgainAt).minusMillis(1);
        Instant later = now.plus(wait.multipliedBy(percent).dividedBy(100));

        Whereabouts second = Assess.assess(scene.situation(), scene.plan(), later);

        assertThat(first.lookAgainAt() == null || first.lookAgainAt().isAfter(now))
                .isTrue();
        Assume.that(!doorsWentSilent(first, second));
        assertThat(InWords.of(second, scene.times())).isEqualTo(InWords.of(first, scene.times()));
        assertThat(second.rule()).isEqualTo(first.rule());
        assertThat(second.lookAgainAt()).isEqualTo(first.lookAgainAt());
        assertThat(second.explanation()).isEqualTo(first.explanation());
    }

    /** Doors are judged while it is decided: this is the one thing that may change without being announced. */
    private static boolean doorsWentSilent(Whereabouts first, Whereabouts second) {
        return first.rule() >= 12 && second.rule() == 12;
    }

    @Property(tries = 1000)
    void theOrderOfArrivalNeverShows(
            @ForAll("histories") List<StudentDayFacts> history, @ForAll("times") Instant now, @ForAll Random random) {
        List<StudentDayFacts> otherwise = new ArrayList<>(history);
        otherwise.addAll(history);
        Collections.shuffle(otherwise, random);

        assertThat(assessed(otherwise, now)).isEqualTo(assessed(history, now));
    }

    private static Whereabouts assessed(List<StudentDayFacts> history, Instant now) {
        Scene scene = SceneNotation.scene("");
        scene.tell(history.stream().reduce(StudentDayFacts.NONE, StudentDayFacts::merge));
        return Assess.assess(scene.situation(), scene.plan(), now);
    }

    @Property(tries = 1000)
    void nobodyIsUnaccountedForBeforeTheCutOffOrWithAMarkThatSaysHere(
            @ForAll("scenes") Scene scene, @ForAll("times") Instant now) {
        Whereabouts whereabouts = Assess.assess(scene.situation(), scene.plan(), now);

        if (whereabouts instanceof Whereabouts.Unaccounted unaccounted) {
            assertThat(Assess.isMarkedAbsentUnexplained(scene.situation(), scene.plan()))
                    .isTrue();
            assertThat(Assess.isKnownAbsent(scene.situation(), scene.plan())).isFalse();
            Instant cutOff = ((DayPlan.Open) scene.plan()).cutOff();
            assertThat(unaccounted.since()).isAfterOrEqualTo(cutOff);
            assertThat(now).isAfterOrEqualTo(cutOff);
        }
    }

    @Provide
    Arbitrary<Scene> scenes() {
        return AnyScene.scenes();
    }

    @Provide
    Arbitrary<Integer> partsOfTheWait() {
        return Arbitraries.of(0, 1, 10, 50, 100, 100, 100);
    }

    @Provide
    Arbitrary<Instant> times() {
        return AnyFacts.times();
    }

    @Provide
    Arbitrary<List<StudentDayFacts>> histories() {
        return AnyFacts.history();
    }
}
