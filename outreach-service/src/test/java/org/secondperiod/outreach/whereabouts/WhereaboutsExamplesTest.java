package org.secondperiod.outreach.whereabouts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.secondperiod.outreach.examples.ExampleTable;
import org.secondperiod.outreach.examples.Scene;
import org.secondperiod.outreach.examples.SceneNotation;
import org.secondperiod.outreach.examples.Times;

/** Every row of the table that a principal can read. */
class WhereaboutsExamplesTest {

    private static final List<Map<String, String>> EXAMPLES =
            ExampleTable.of("whereabouts-examples.csv").byColumn();

    @TestFactory
    Stream<DynamicTest> examples() {
        return EXAMPLES.stream()
                .map(example -> DynamicTest.dynamicTest(example.get("example"), () -> holds(example)));
    }

    private static void holds(Map<String, String> example) {
        Scene scene = SceneNotation.scene(example.get("facts"));
        Times times = scene.times();

        Whereabouts whereabouts =
                Assess.assess(scene.situation(), scene.plan(), times.read(example.get("now")));

        assertThat(describe(whereabouts, times)).as(example.get("why")).isEqualTo(example.get("expected"));
        assertThat(whereabouts.rule()).as("rule").isEqualTo(Integer.parseInt(example.get("rule")));
        assertThat(times.write(whereabouts.lookAgainAt())).as("look again").isEqualTo(example.get("look again"));
        assertThat(whereabouts.explanation()).endsWith(".").doesNotContain("null");
    }

    @Test
    void everyRuleHasExamples() {
        Set<Integer> rules = EXAMPLES.stream()
                .map(example -> Integer.valueOf(example.get("rule")))
                .collect(Collectors.toSet());

        assertThat(rules).containsAll(IntStream.rangeClosed(1, 14).boxed().toList());
        assertThat(EXAMPLES).hasSizeGreaterThanOrEqualTo(90);
    }

    @Test
    void noTwoExamplesHaveOneName() {
        assertThat(EXAMPLES).extracting(example -> example.get("example")).doesNotHaveDuplicates();
    }

    private static String describe(Whereabouts whereabouts, Times times) {
        return whereabouts.state() + detail(whereabouts, times);
    }

    private static String detail(Whereabouts whereabouts, Times times) {
        return switch (whereabouts) {
            case Whereabouts.NoSchool it -> ": " + it.reason();
            case Whereabouts.NotEnrolled it -> "";
            case Whereabouts.Explained it -> ": " + it.reason();
            case Whereabouts.NotAbsent it -> "";
            case Whereabouts.SeenInSchool it -> " by " + it.by() + " at " + times.write(it.at());
            case Whereabouts.InBuilding it -> " since " + times.write(it.entry().at());
            case Whereabouts.Arrived it -> " at " + times.write(it.at());
            case Whereabouts.Waiting it -> " until " + times.write(it.cutOff());
            case Whereabouts.Held it -> " " + it.reason() + detail(it.hold(), times);
            case Whereabouts.Unaccounted it ->
                " since " + times.write(it.since()) + (it.leftAt() == null ? "" : ", left at " + times.write(it.leftAt()));
        };
    }

    private static String detail(Hold hold, Times times) {
        return switch (hold) {
            case Hold.AttendanceNotTaken it -> ": period " + it.period();
            case Hold.SeenElsewhere it -> ": " + it.buildingName() + " at " + times.write(it.at());
            case Hold.DoorFeedSilent it ->
                ": " + it.readerName() + (it.since() == null ? " never heard" : " since " + times.write(it.since()));
            case Hold.MassAbsence it ->
                it.noScanAtAll() ? ": no scan at all" : ": " + it.markedAbsent() + " of " + it.expected();
        };
    }
}
