package org.secondperiod.outreach.attempts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.secondperiod.outreach.attempts.SaidRules.Contradiction;
import org.secondperiod.outreach.attempts.SaidRules.When;
import org.secondperiod.outreach.examples.ExampleTable;
import org.secondperiod.outreach.examples.SaidNotation;
import org.secondperiod.outreach.examples.Times;

/** Every row of the table of what a call may be logged as. The call was at 08:52, and the last bell is at 14:00. */
class SaidExamplesTest {

    private static final LocalDate DAY = LocalDate.parse("2026-10-14");
    private static final Times TIMES = new Times(DAY, ZoneId.of("America/New_York"));
    private static final When WHEN = new When(true, TIMES.read("08:52"), DAY, TIMES.read("14:00"));
    private static final List<Map<String, String>> EXAMPLES =
            ExampleTable.of("said-examples.csv").byColumn();

    @TestFactory
    Stream<DynamicTest> examples() {
        return EXAMPLES.stream()
                .map(example -> DynamicTest.dynamicTest(example.get("example"), () -> {
                    Said said = SaidNotation.read(example.get("logged"), TIMES);

                    List<Contradiction> found = SaidRules.contradictions(said, WHEN);

                    assertThat(String.join(
                                    " ",
                                    found.stream().map(Contradiction::field).toList()))
                            .as(found.toString())
                            .isEqualTo(example.get("refused"));
                }));
    }

    @Test
    void aConversationMayHaveNoResult() {
        Said said = SaidNotation.read("reached student", TIMES);

        assertThat(SaidRules.contradictions(said, new When(false, TIMES.read("08:52"), DAY, null)))
                .isEmpty();
    }

    @Test
    void thereAreEnoughOfThem() {
        assertThat(EXAMPLES).hasSizeGreaterThanOrEqualTo(40);
        assertThat(EXAMPLES).extracting(example -> example.get("example")).doesNotHaveDuplicates();
    }
}
