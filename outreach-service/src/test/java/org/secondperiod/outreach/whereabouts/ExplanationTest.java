package org.secondperiod.outreach.whereabouts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.secondperiod.outreach.examples.Scene;
import org.secondperiod.outreach.examples.SceneNotation;
import org.secondperiod.outreach.facts.ScanFact.Unusable;

/** What a conclusion says of itself at 09:05. */
class ExplanationTest {

    @ParameterizedTest
    @MethodSource
    void itNamesBothPiecesOfEvidence(String facts, String explanation) {
        assertThat(at0905(facts).explanation()).isEqualTo(explanation);
    }

    static Stream<Arguments> itNamesBothPiecesOfEvidence() {
        return Stream.of(
                says(
                        "absent 1 at 08:20",
                        "Marked absent in period 1 at 08:20. No entry scan; the doors were last heard from at 08:45."),
                says(
                        "absent 1 at 08:20; in 07:55; out 08:15",
                        "Marked absent in period 1 at 08:20. Left the building at 08:15; the doors were last heard from at 08:45."),
                says(
                        "absent 1 at 08:20; seen not in 08:47 by Rivera",
                        "Marked absent in period 1 at 08:20. No entry scan; the doors were last heard from at 08:45."
                                + " Checked by Rivera at 08:47: not in."),
                says(
                        "absent 1 at 08:20; in 08:06 told 08:00",
                        "Marked absent in period 1 at 08:20. No entry scan; the doors were last heard from at 08:45."
                                + " One scan was not used: its time cannot be right."),
                says(
                        "day type remote; absent 1 at 08:20",
                        "Marked absent in period 1 at 08:20. No door to ask, so marks alone decide."),
                says(
                        "absent day at 08:30; door Main never heard",
                        "Marked absent for the day at 08:30. No entry scan, but Main door has never been heard from."),
                says(
                        "absent 1 at 08:20; door Side heard 08:12",
                        "Marked absent in period 1 at 08:20. No entry scan, but Side door was last heard from at 08:12."),
                says(
                        "absent 1 at 08:20; in 08:03 at West",
                        "Marked absent in period 1 at 08:20. No entry scan here, but a scan at West Building at 08:03."),
                says(
                        "absent 1 at 08:20; 450 enrolled, 0 known, 300 marked absent",
                        "Marked absent in period 1 at 08:20. No entry scan, but 300 of 450 students are marked absent."),
                says(
                        "absent 1 at 08:20; no scan all day",
                        "Marked absent in period 1 at 08:20. No entry scan, but no door of the school has seen anybody today."),
                says(
                        "",
                        "No mark for period 1. No entry scan, and attendance for period 1 has not come: no mark means nothing yet."),
                says(
                        "code Z9 1 at 08:20; taken class 101 period 1",
                        "Marked with the code Z9 in period 1 at 08:20, and nobody has said what it means. No entry scan."
                                + " Whoever keeps the attendance codes can say it."),
                says(
                        "code Z9 day at 08:30; in 07:55",
                        "Marked with the code Z9 for the day at 08:30, and nobody has said what it means, and in the building."
                                + " Came in at 07:55."),
                says(
                        "code Z9 1 at 08:20; tardy 2 at 08:52",
                        "Marked with the code Z9 in period 1 at 08:20, and nobody has said what it means, but seen in school at"
                                + " 08:52 by the class of period 2."),
                says(
                        "absent 1 at 08:20; in 07:55",
                        "Marked absent in period 1 at 08:20, but came through the door at 07:55 and is in the building."),
                says("absent 1 at 08:20; in 08:50", "Marked absent in period 1 at 08:20. Came in late, at 08:50."),
                says(
                        "absent 1 at 08:20; present 2 at 08:50",
                        "Marked absent in period 1 at 08:20, but seen in school at 08:50 by the class of period 2."),
                says("tardy 1 at 08:25", "Marked tardy in period 1 at 08:25."),
                says("taken class 101 period 1", "No mark for period 1, and attendance was taken."),
                says(
                        "never signals",
                        "No mark for period 1; the school's system does not say when attendance was taken."),
                says("in 07:55", "No mark for period 1, and in the building. Came in at 07:55."),
                says("absent 1 at 08:20; known trip 2026-10-14 to 2026-10-14", "The school knows: on a trip."),
                says("excused 1 at 08:20 (medical)", "Marked excused in period 1 at 08:20 (medical)."),
                says(
                        "first period 3; absent 3 at 09:00",
                        "Too early to tell before 10:14. Marked absent in period 3 at 09:00. No entry scan."),
                says("not enrolled", "Not enrolled at this school on this day."),
                says("no school: snow", "No school: snow."));
    }

    @Test
    void unusedScansAreKeptWithTheReason() {
        Evidence evidence = at0905("absent 1 at 08:20; in 08:06 told 08:00; in 2026-10-13T07:55")
                .evidence();

        assertThat(evidence.unusedScans())
                .extracting(Evidence.UnusedScan::why)
                .containsExactly(Unusable.OTHER_DAY, Unusable.FROM_THE_FUTURE);
    }

    private static Arguments says(String facts, String explanation) {
        return Arguments.of(facts, explanation);
    }

    private static Whereabouts at0905(String facts) {
        Scene scene = SceneNotation.scene(facts);
        return Assess.assess(scene.situation(), scene.plan(), scene.times().read("09:05"));
    }
}
