package org.secondperiod.outreach.priority;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.secondperiod.kit.ids.StudentId;
import org.secondperiod.outreach.examples.ExampleTable;
import org.secondperiod.outreach.standing.Standing;

/** Every row of the table of who is called first. */
class RankingExamplesTest {

    private static final LocalDate DAY = LocalDate.parse("2026-10-14");
    private static final YoungestGrades YOUNGEST = new YoungestGrades(List.of("PK", "K", "1", "2"));

    @TestFactory
    Stream<DynamicTest> examples() {
        return ExampleTable.of("priority-examples.csv").byColumn().stream()
                .map(row -> DynamicTest.dynamicTest(row.get("example"), () -> check(row)));
    }

    private static void check(Map<String, String> row) {
        String flag = row.get("flag");

        Ranked ranked = Ranking.rank(
                new RankFacts(
                        flag.isEmpty()
                                ? null
                                : SafetyFlag.valueOf(
                                        flag.toUpperCase(Locale.ROOT).replace(' ', '_')),
                        row.get("left the building").equals("yes"),
                        row.get("grade"),
                        standing(row),
                        DAY),
                YOUNGEST);

        assertThat(ranked.band().number()).hasToString(row.get("band"));
        assertThat(ranked.why()).isEqualTo(row.get("shown"));
    }

    /** As the service looks it up: what is of another school year is none. */
    private static @Nullable Standing standing(Map<String, String> row) {
        if (row.get("counted until").isEmpty()) {
            return null;
        }
        boolean endsChronic = row.get("half days left").equals("ends chronic");
        Standing standing = new Standing(
                new StudentId("ana"),
                switch (row.get("counted until")) {
                    case "today" -> DAY;
                    case "yesterday" -> DAY.minusDays(1);
                    default -> LocalDate.parse("2026-06-20");
                },
                120,
                20,
                endsChronic
                        ? Integer.valueOf(0)
                        : row.get("half days left").isEmpty() ? null : Integer.valueOf(row.get("half days left")),
                !endsChronic,
                Integer.parseInt(row.get("in a row")),
                row.get("last days"),
                1);
        return standing.isOfTheYearOf(DAY, MonthDay.of(7, 31)) ? standing : null;
    }

    @Test
    void theYearOfAStandingEndsInSummer() {
        Standing june = new Standing(new StudentId("ana"), LocalDate.parse("2027-06-20"), 0, 0, null, true, 0, "", 1);

        assertThat(june.isOfTheYearOf(LocalDate.parse("2027-06-21"), MonthDay.of(7, 31)))
                .isTrue();
        assertThat(june.isOfTheYearOf(LocalDate.parse("2027-07-31"), MonthDay.of(7, 31)))
                .isTrue();
        assertThat(june.isOfTheYearOf(LocalDate.parse("2027-08-01"), MonthDay.of(7, 31)))
                .isFalse();
    }

    @Test
    void aGradeIsKnownHoweverItIsWritten() {
        for (String grade :
                List.of("K", "KG", "Kindergarten", "0K", "PK", "Pre-K", "1", "01", "1st", "Grade 1", "2nd", "02")) {
            assertThat(YOUNGEST.contains(grade)).as(grade).isTrue();
        }
        for (String grade : List.of("3", "12", "10", "11", "20", "UG", "")) {
            assertThat(YOUNGEST.contains(grade)).as(grade).isFalse();
        }
    }
}
