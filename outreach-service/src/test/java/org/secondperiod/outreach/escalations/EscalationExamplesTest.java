package org.secondperiod.outreach.escalations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.secondperiod.kit.ids.SchoolDay;
import org.secondperiod.kit.ids.SchoolId;
import org.secondperiod.kit.ids.StudentId;
import org.secondperiod.outreach.care.Origin;
import org.secondperiod.outreach.escalations.Escalation.Reason;
import org.secondperiod.outreach.escalations.Escalation.With;
import org.secondperiod.outreach.examples.ExampleTable;
import org.secondperiod.outreach.examples.Times;
import org.secondperiod.outreach.whereabouts.StudentAtSchool;

/** Every row of the table of what time and arrivals do to escalations and building checks. */
class EscalationExamplesTest {

    private static final LocalDate DAY = LocalDate.parse("2026-10-14");
    private static final Times TIMES = new Times(DAY, ZoneId.of("America/New_York"));
    private static final Pattern ESCALATION = Pattern.compile("escalation ([0-9:]+) ([A-Z_]+) with ([A-Z]+)");
    private static final Pattern CHECK = Pattern.compile("check (?:([A-Z_]+) )?until ([0-9:]+)");
    private static final List<Map<String, String>> EXAMPLES =
            ExampleTable.of("escalation-examples.csv").byColumn();

    @TestFactory
    Stream<DynamicTest> examples() {
        return EXAMPLES.stream()
                .map(example -> DynamicTest.dynamicTest(example.get("example"), () -> {
                    Instant now = TIMES.read(example.get("now"));

                    assertThat(becomes(example.get("what"), TIMES.readIfAny(example.get("here since")), now))
                            .as(example.get("why"))
                            .isEqualTo(example.get("becomes"));
                }));
    }

    private static String becomes(String what, @Nullable Instant hereSince, Instant now) {
        Matcher escalation = ESCALATION.matcher(what);
        if (escalation.matches()) {
            return "with " + EscalationRules.isWith(escalation(escalation), Duration.ofMinutes(10), now);
        }
        Matcher check = CHECK.matcher(what);
        assertThat(check.matches()).as(what).isTrue();
        return EscalationRules.state(check(check), hereSince, now).name();
    }

    private static Escalation escalation(Matcher is) {
        Instant opened = TIMES.read(is.group(1));
        return new Escalation(
                "e-1",
                origin(opened),
                null,
                Set.of(Reason.WHEREABOUTS_NOT_KNOWN),
                Escalation.State.valueOf(is.group(2)),
                With.valueOf(is.group(3)),
                "rivera",
                opened,
                null,
                null,
                null,
                null,
                null,
                1);
    }

    private static BuildingCheck check(Matcher is) {
        Instant opened = TIMES.read("08:52");
        return new BuildingCheck(
                "b-1",
                origin(opened),
                is.group(1) == null ? BuildingCheck.State.OPEN : BuildingCheck.State.valueOf(is.group(1)),
                opened,
                TIMES.read(is.group(2)),
                null,
                null,
                1);
    }

    private static Origin origin(Instant at) {
        return new Origin(
                new StudentAtSchool(new StudentId("ana"), new SchoolId("BXL"), SchoolDay.of(DAY)), "a-1", "t-1", at);
    }

    @Test
    void thereAreEnoughOfThem() {
        assertThat(EXAMPLES).hasSizeGreaterThanOrEqualTo(12);
    }
}
