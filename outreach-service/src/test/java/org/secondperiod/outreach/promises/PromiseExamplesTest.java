package org.secondperiod.outreach.promises;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.secondperiod.kit.ids.SchoolDay;
import org.secondperiod.kit.ids.SchoolId;
import org.secondperiod.kit.ids.StudentId;
import org.secondperiod.outreach.care.Origin;
import org.secondperiod.outreach.examples.ExampleTable;
import org.secondperiod.outreach.examples.Times;
import org.secondperiod.outreach.promises.Promise.Kind;
import org.secondperiod.outreach.promises.Promise.Side;
import org.secondperiod.outreach.promises.Promise.State;
import org.secondperiod.outreach.promises.PromiseRules.Verdict;
import org.secondperiod.outreach.whereabouts.StudentAtSchool;

/** Every row of the table of what becomes of a promise. It was made at 08:52. */
class PromiseExamplesTest {

    private static final LocalDate DAY = LocalDate.parse("2026-10-14");
    private static final Times TIMES = new Times(DAY, ZoneId.of("America/New_York"));
    private static final Pattern PROMISE =
            Pattern.compile("(family|school) (coming in|other) by ([0-9:]+) ([A-Z_]+)(?: by ([a-z]+))?");
    private static final List<Map<String, String>> EXAMPLES =
            ExampleTable.of("promise-examples.csv").byColumn();

    @TestFactory
    Stream<DynamicTest> examples() {
        return EXAMPLES.stream()
                .map(example -> DynamicTest.dynamicTest(example.get("example"), () -> {
                    Verdict verdict = PromiseRules.judge(
                            promise(example.get("promise")),
                            TIMES.readIfAny(example.get("here since")),
                            TIMES.read(example.get("now")));

                    assertThat(verdict == Verdict.NOTHING ? "nothing" : verdict.name())
                            .as(example.get("why"))
                            .isEqualTo(example.get("becomes"));
                }));
    }

    private static Promise promise(String text) {
        Matcher is = PROMISE.matcher(text);
        assertThat(is.matches()).as(text).isTrue();
        State state = State.valueOf(is.group(4));
        return new Promise(
                "p-1",
                new Origin(
                        new StudentAtSchool(new StudentId("ana"), new SchoolId("BXL"), SchoolDay.of(DAY)),
                        "a-1",
                        "t-1",
                        TIMES.read("08:52")),
                Side.valueOf(is.group(1).toUpperCase(Locale.ROOT)),
                is.group(2).equals("other") ? Kind.OTHER : Kind.COMING_IN,
                null,
                "rivera",
                TIMES.read(is.group(3)),
                state,
                TIMES.read("08:55"),
                state == State.OPEN ? null : TIMES.read(is.group(3)),
                is.group(5),
                1);
    }

    @Test
    void thereAreEnoughOfThem() {
        assertThat(EXAMPLES).hasSizeGreaterThanOrEqualTo(15);
    }
}
