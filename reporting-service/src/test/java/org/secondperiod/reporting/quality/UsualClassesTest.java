package org.secondperiod.reporting.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On which days fewer classes submitted than usual. */
class UsualClassesTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 9, 7);

    /** Days are named by their place, from 0 on; each with how many classes submitted, and how many usually do. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "as many every day, 9 9 9 9 9 9, ''",
        "one of nine, 9 9 9 9 9 1, 5:1/9",
        "more than usual, 9 9 9 9 9 12, ''",
        "after four days nothing is usual, 9 9 9 9 1, ''",
        "days of few classes do not change what is usual, 9 1 9 1 9 3, 5:3/9",
        "of an even number the lower one in the middle, 4 4 4 9 9 9 5 3, 7:3/5",
        "day after day, 9 9 9 9 9 1 1, 5:1/9 6:1/9"
    })
    void aDayIsComparedWithTheMedianOfThoseBefore(String name, String classes, String expected) {
        assertThat(fewer(classes)).as(name).isEqualTo(expected);
    }

    @Test
    void twentyDaysAreLookedAtAndNoMore() {
        String ofFourThenOfNine = "4 ".repeat(30) + "9 ".repeat(20) + "8";

        assertThat(fewer(ofFourThenOfNine)).isEqualTo("50:8/9");
    }

    private static String fewer(String classes) {
        SortedMap<LocalDate, Long> days = new TreeMap<>();
        for (String count : classes.split(" ")) {
            days.put(FIRST.plusDays(days.size()), Long.valueOf(count));
        }
        return UsualClasses.fewer(days).stream()
                .map(on -> "%d:%d/%d".formatted(ChronoUnit.DAYS.between(FIRST, on.day()), on.classes(), on.usual()))
                .collect(Collectors.joining(" "));
    }
}
