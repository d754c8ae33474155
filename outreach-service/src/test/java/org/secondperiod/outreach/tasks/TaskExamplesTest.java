package org.secondperiod.outreach.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.secondperiod.outreach.examples.ExampleTable;
import org.secondperiod.outreach.examples.InWords;
import org.secondperiod.outreach.examples.Scene;
import org.secondperiod.outreach.examples.SceneNotation;
import org.secondperiod.outreach.examples.TaskNotation;
import org.secondperiod.outreach.examples.Times;
import org.secondperiod.outreach.tasks.HoldDecision.Verdict;
import org.secondperiod.outreach.whereabouts.Assess;
import org.secondperiod.outreach.whereabouts.HoldReason;
import org.secondperiod.outreach.whereabouts.Whereabouts;

/** Every row of the table of what a conclusion does to a call task. */
class TaskExamplesTest {

    private static final List<Map<String, String>> EXAMPLES =
            ExampleTable.of("task-examples.csv").byColumn();

    @TestFactory
    Stream<DynamicTest> examples() {
        return EXAMPLES.stream().map(example -> DynamicTest.dynamicTest(example.get("example"), () -> holds(example)));
    }

    private static void holds(Map<String, String> example) {
        Scene scene = SceneNotation.scene(example.get("facts"));
        Times times = scene.times();
        TaskNotation notation = new TaskNotation(times);
        CallTask task = notation.read(example.get("task"));
        Whereabouts whereabouts = Assess.assess(scene.situation(), scene.plan(), times.read(example.get("now")));

        TaskDecision decision = Decide.decide(
                whereabouts,
                times.readIfAny(example.get("held since")),
                lead(example.get("lead")),
                task,
                scene.plan(),
                times.read(example.get("now")));

        assertThat(InWords.of(whereabouts, times)).as("conclusion").startsWith(example.get("conclusion"));
        assertThat(notation.write(decision.change())).as(example.get("why")).isEqualTo(example.get("what happens"));
        assertThat(notation.write(decision.change().after(task))).isEqualTo(example.get("task after"));
        assertThat(decision.holdIsWith() == null ? "" : decision.holdIsWith().name())
                .isEqualTo(example.get("hold is with"));
        assertThat(times.write(decision.lookAgainAt())).as("look again").isEqualTo(example.get("look again"));
    }

    private static @Nullable HoldDecision lead(String text) {
        if (text.isEmpty()) {
            return null;
        }
        String[] verdictAndReason = text.split(" ");
        return new HoldDecision(
                HoldReason.valueOf(verdictAndReason[1]), Verdict.valueOf(verdictAndReason[0].toUpperCase(Locale.ROOT)));
    }

    @Test
    void thereAreEnoughOfThem() {
        assertThat(EXAMPLES).hasSizeGreaterThanOrEqualTo(40);
        assertThat(EXAMPLES).extracting(example -> example.get("example")).doesNotHaveDuplicates();
    }
}
