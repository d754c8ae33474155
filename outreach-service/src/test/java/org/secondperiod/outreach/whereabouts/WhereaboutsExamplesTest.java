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
import org.secondperiod.outreach.examples.InWords;
import org.secondperiod.outreach.examples.Scene;
import org.secondperiod.outreach.examples.SceneNotation;
import org.secondperiod.outreach.examples.Times;

/** Every row of the table that a principal can read. */
class WhereaboutsExamplesTest {

    private static final List<Map<String, String>> EXAMPLES =
            ExampleTable.of("whereabouts-examples.csv").byColumn();

    @TestFactory
    Stream<DynamicTest> examples() {
        return EXAMPLES.stream().map(example -> DynamicTest.dynamicTest(example.get("example"), () -> holds(example)));
    }

    private static void holds(Map<String, String> example) {
        Scene scene = SceneNotation.scene(example.get("facts"));
        Times times = scene.times();

        Whereabouts whereabouts = Assess.assess(scene.situation(), scene.plan(), times.read(example.get("now")));

        assertThat(InWords.of(whereabouts, times)).as(example.get("why")).isEqualTo(example.get("expected"));
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
}
