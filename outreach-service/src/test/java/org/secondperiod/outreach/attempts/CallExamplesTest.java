package org.secondperiod.outreach.attempts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.secondperiod.outreach.attempts.TaskAfterCall.Hands;
import org.secondperiod.outreach.care.Leaves;
import org.secondperiod.outreach.care.NewFollowUp;
import org.secondperiod.outreach.care.NewPromise;
import org.secondperiod.outreach.examples.ExampleTable;
import org.secondperiod.outreach.examples.SaidNotation;
import org.secondperiod.outreach.examples.Times;
import org.secondperiod.outreach.tasks.TaskState;

/** Every row of the table of what a call does to its task and leaves to be done. It was at 08:52 and is logged at 08:55. */
class CallExamplesTest {

    private static final LocalDate DAY = LocalDate.parse("2026-10-14");
    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final Times TIMES = new Times(DAY, ZONE);
    private static final Instant STARTED = TIMES.read("08:52");
    private static final Instant NOW = TIMES.read("08:55");
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
    private static final List<Map<String, String>> EXAMPLES =
            ExampleTable.of("call-examples.csv").byColumn();

    @TestFactory
    Stream<DynamicTest> examples() {
        return EXAMPLES.stream().map(example -> DynamicTest.dynamicTest(example.get("example"), () -> holds(example)));
    }

    private static void holds(Map<String, String> example) {
        Said said = SaidNotation.read(example.get("logged"), TIMES);
        Hands hands =
                switch (example.get("held by")) {
                    case "you" -> Hands.YOURS;
                    case "another" -> Hands.ANOTHERS;
                    default -> Hands.NOBODYS;
                };
        @Nullable
        Boolean goOn =
                example.get("goes on").isEmpty() ? null : example.get("goes on").equals("yes");

        AfterCall after =
                TaskAfterCall.of(TaskState.valueOf(example.get("task")), hands, said, goOn, STARTED, NOW, POLICY);
        Leaves leaves = Leaves.of(said, "you", TIMES.read("14:00"), NOW, POLICY.followUp());

        assertThat(write(after)).as(example.get("why")).isEqualTo(example.get("task after"));
        assertThat(write(leaves)).as(example.get("why")).isEqualTo(example.get("leaves"));
    }

    private static String write(AfterCall after) {
        return switch (after) {
            case AfterCall.Keep it -> "keep";
            case AfterCall.CallAgain it -> "call again at " + time(it.at()) + (it.agreed() ? " as agreed" : "");
            case AfterCall.Expect it -> "expect by " + time(it.by());
            case AfterCall.Finish it -> "finish";
            case AfterCall.Add it -> "add";
        };
    }

    private static String write(Leaves leaves) {
        List<String> all = new ArrayList<>();
        leaves.promises().forEach(promise -> all.add(write(promise)));
        leaves.followUps().forEach(followUp -> all.add(write(followUp)));
        if (leaves.buildingCheck()) {
            all.add("building check");
        }
        if (!leaves.escalates().isEmpty()) {
            all.add("escalate "
                    + String.join(
                            " ",
                            leaves.escalates().stream()
                                    .sorted()
                                    .map(CallExamplesTest::words)
                                    .toList()));
        }
        return String.join("; ", all);
    }

    private static String write(NewPromise promise) {
        String to = promise.owner().equals("you") ? "" : " to " + promise.owner();
        return words(promise.side()) + " promises " + time(promise.dueAt()) + to;
    }

    private static String write(NewFollowUp followUp) {
        return words(followUp.kind()) + " by " + followUp.owner() + " until " + time(followUp.dueAt());
    }

    private static String time(@Nullable Instant at) {
        String date = at == null || at.atZone(ZONE).toLocalDate().equals(DAY)
                ? ""
                : at.atZone(ZONE).toLocalDate() + "T";
        return date + TIMES.write(at);
    }

    private static String words(Enum<?> code) {
        return code.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    @Test
    void thereAreEnoughOfThem() {
        assertThat(EXAMPLES).hasSizeGreaterThanOrEqualTo(30);
        assertThat(EXAMPLES).extracting(example -> example.get("example")).doesNotHaveDuplicates();
    }
}
