package org.secondperiod.outreach.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.secondperiod.outreach.examples.Scene;
import org.secondperiod.outreach.examples.SceneNotation;
import org.secondperiod.outreach.whereabouts.Assess;
import org.secondperiod.outreach.whereabouts.Whereabouts;

class FirstLineTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "absent 1 at 08:20; door Main never heard",
                "absent 1 at 08:20; in 08:03 at West",
                "absent 1 at 08:20; 450 enrolled, 0 known, 400 marked absent",
                "code Z9 1 at 08:20",
                "",
            })
    void onWeakEvidenceItAsksAndNeverSaysAbsent(String facts) {
        assertThat(FirstLine.of("Ana", true, at0905(facts)))
                .isEqualTo("Is Ana on the way to school?")
                .doesNotContain("absent");
    }

    @Test
    void aFlaggedTaskThatFellBackToAHoldAsksToo() {
        assertThat(FirstLine.of("Ana", false, at0905("absent 1 at 08:20; door Main never heard")))
                .isEqualTo("Is Ana on the way to school?");
    }

    @Test
    void onWholeEvidenceItTells() {
        assertThat(FirstLine.of("Ana", false, at0905("absent 1 at 08:20")))
                .isEqualTo("Ana is marked absent and has not come through the door.");
    }

    @Test
    void whoLeftIsSaidToHaveLeft() {
        assertThat(FirstLine.of("Ana", false, at0905("absent 1 at 08:20; in 07:55; out 08:15")))
                .isEqualTo("Ana left the building at 08:15 and has not come back.");
    }

    @Test
    void whereMarksAloneDecideItSaysSo() {
        assertThat(FirstLine.of("Ana", false, at0905("day type remote; absent 1 at 08:20")))
                .isEqualTo("Ana is marked absent. There is no door to ask: only the mark says so.");
    }

    private static Whereabouts at0905(String facts) {
        Scene scene = SceneNotation.scene(facts);
        return Assess.assess(scene.situation(), scene.plan(), scene.times().read("09:05"));
    }
}
