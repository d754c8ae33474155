package org.secondperiod.outreach.attempts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.secondperiod.kit.ids.SchoolDay;
import org.secondperiod.kit.ids.SchoolId;
import org.secondperiod.kit.ids.StudentId;
import org.secondperiod.outreach.examples.ExampleTable;
import org.secondperiod.outreach.examples.SaidNotation;
import org.secondperiod.outreach.examples.Times;
import org.secondperiod.outreach.whereabouts.StudentAtSchool;

/** Every row of the table of what the family has told before a task opens. */
class ToldBeforeExamplesTest {

    private static final LocalDate DAY = LocalDate.parse("2026-10-14");
    private static final Times TIMES = new Times(DAY, ZoneId.of("America/New_York"));
    private static final List<Map<String, String>> EXAMPLES =
            ExampleTable.of("told-before-examples.csv").byColumn();

    @TestFactory
    Stream<DynamicTest> examples() {
        return EXAMPLES.stream()
                .map(example -> DynamicTest.dynamicTest(example.get("example"), () -> {
                    String becomes = ToldBefore.of(
                                    told(example),
                                    SchoolDay.of(DAY),
                                    example.get("safety").equals("yes"),
                                    TIMES.read(example.get("task opens")))
                            .map(ToldBeforeExamplesTest::write)
                            .orElse("call");

                    assertThat(becomes).as(example.get("why")).isEqualTo(example.get("task becomes"));
                }));
    }

    private static String write(AfterCall after) {
        return after instanceof AfterCall.Expect expect ? "expect by " + TIMES.write(expect.by()) : "finish";
    }

    private static Attempt told(Map<String, String> example) {
        Instant at = TIMES.read(example.get("on") + "T07:40");
        return new Attempt(
                "a-1",
                "c-1",
                null,
                new StudentAtSchool(new StudentId("ana"), new SchoolId("BXL"), SchoolDay.parse(example.get("on"))),
                Channel.INCOMING_CALL,
                SaidNotation.read(example.get("told"), TIMES),
                null,
                null,
                "rivera",
                "rivera",
                at,
                at,
                at,
                null,
                null,
                null,
                1);
    }

    @Test
    void thereAreEnoughOfThem() {
        assertThat(EXAMPLES).hasSizeGreaterThanOrEqualTo(12);
    }
}
