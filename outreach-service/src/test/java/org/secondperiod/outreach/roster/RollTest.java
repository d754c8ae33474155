package org.secondperiod.outreach.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.secondperiod.outreach.roster.Roll.Candidate;
import org.secondperiod.outreach.roster.Roll.Line;
import org.secondperiod.outreach.roster.Roll.Match;

/** Whom a line of a pasted list means; where more than one may be meant, somebody has to say who. */
class RollTest {

    private final Roll roll = new Roll(Map.of(
            "s1", student("Ana", "Peña", null),
            "s2", student("Ana María", "Reyes Soto", "Mari"),
            "s3", student("Luis", "Reyes", null),
            "s4", student("Luis", "Reyes", null),
            "s5", student("小明", "王", null),
            "s6", student("أمينة", "الأحمد", null),
            "s7", student("Siobhán", "O'Brien-Smith", null)));

    private static StudentView student(String given, String family, @Nullable String preferred) {
        return new StudentView(given, family, preferred, null, null, null, null, false);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Ana Peña              | s1
            PENA, ANA             | s1
            Peña, Ana Lucía       | s1
            Mari Reyes Soto       | s2
            reyes soto, ana maría | s2
            Reyes, Ana            | s2
            王小明                 | s5
            小明 王                | s5
            امينه الاحمد           | s6
            محمد الأحمد            |
            امينة الاحمد           | s6
            أَمِينَة الأحمد          | s6
            OBrien Smith Siobhan  | s7
            """)
    void aNameMeansOneStudent(String name, @Nullable String expected) {
        var match = roll.match(null, name);

        assertThat(match.sure()).isEqualTo(expected != null);
        if (expected != null) {
            assertThat(ids(match)).containsExactly(expected);
        }
    }

    @Test
    void twoOfOneNameAreForSomebodyToTellApart() {
        var match = roll.match(null, "Reyes, Luis");

        assertThat(ids(match)).containsExactly("s3", "s4");
        assertThat(match.sure()).isFalse();
    }

    @Test
    void partOfANameIsAGuess() {
        var match = roll.match(null, "Ana P");

        assertThat(ids(match)).containsExactly("s1");
        assertThat(match.sure()).isFalse();
    }

    @Test
    void anIdIsSureUnlessTheNameSaysSomebodyElse() {
        assertThat(roll.match("s3", null).sure()).isTrue();
        assertThat(roll.match(" s3 ", "Reyes").sure()).isTrue();
        assertThat(roll.match("s3", "Ana Peña").sure()).isFalse();
        assertThat(ids(roll.match("s3", "Ana Peña"))).containsExactly("s3", "s1");
        assertThat(roll.match("nobody", null).candidates()).isEmpty();
        assertThat(roll.match("nobody", "Ana Peña").sure()).isFalse();
    }

    @Test
    void aSpreadsheetMayHaveTakenTheNoughtsOfAnId() {
        var numbered = new Roll(Map.of("009123", student("Ana", "Peña", null), "0S7", student("Eva", "Soto", null)));

        assertThat(ids(numbered.match("9123", null))).containsExactly("009123");
        assertThat(ids(numbered.match("s7", null))).containsExactly("0S7");
    }

    @Test
    void whereMostIdsAreNobodysTheyNumberSomethingElseAndNamesDecide() {
        var matches = roll.match(List.of(
                new Line("204511", "Peña, Ana"), new Line("204512", "Reyes, Luis"), new Line("s5", "Ana Peña")));

        assertThat(matches).extracting(Match::sure).containsExactly(true, false, true);
        assertThat(matches)
                .extracting(RollTest::ids)
                .containsExactly(List.of("s1"), List.of("s3", "s4"), List.of("s1"));
    }

    @Test
    void whereMostIdsAreKnownOneThatIsNotIsADoubt() {
        var matches = roll.match(List.of(new Line("s1", null), new Line("s5", "王小明"), new Line("s9", "Ana Peña")));

        assertThat(matches).extracting(Match::sure).containsExactly(true, true, false);
    }

    @Test
    void aStudentWithoutANameIsFoundByIdAlone() {
        var nameless = new Roll(Map.of("s1", student("", "", null), "s2", student("Ana", "Peña", null)));

        assertThat(ids(nameless.match(null, "Ana Peña"))).containsExactly("s2");
        assertThat(ids(nameless.match("s1", " - "))).containsExactly("s1");
    }

    @Test
    void nothingMeansNobody() {
        assertThat(roll.match(null, null).candidates()).isEmpty();
        assertThat(roll.match("", " - ").candidates()).isEmpty();
    }

    private static List<String> ids(Roll.Match match) {
        return match.candidates().stream().map(Candidate::studentId).toList();
    }
}
