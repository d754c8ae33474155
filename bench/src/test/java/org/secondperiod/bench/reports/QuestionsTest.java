package org.secondperiod.bench.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.secondperiod.local.api.Json;

class QuestionsTest {

    private static final LocalDate DAY = LocalDate.of(2027, 3, 10);

    @Test
    void eachHasSqlInWhichEverythingIsFilledIn() {
        assertThat(Questions.all())
                .allSatisfy(question -> assertThat(question.sql().apply(DAY))
                        .contains("2027-03-10".substring(0, 7))
                        .doesNotContain("${"));
        assertThat(Questions.all()).extracting(Question::title).doesNotHaveDuplicates();
    }

    @Test
    void ofAnAnswerTheFiguresAreComparedLineByLine() {
        var answer = Json.read("""
                {"lines": [
                    {"from": "2027-03-08", "enrolledHalfDays": 20, "attendedHalfDays": 19, "studentsInBands": 10, "chronicallyAbsent": 1},
                    {"from": "2027-03-15", "enrolledHalfDays": 40, "attendedHalfDays": 38, "studentsInBands": 20, "chronicallyAbsent": 2}]}""", JsonNode.class);
        var weeks = Questions.all().stream()
                .filter(question -> question.title().startsWith("Attendance week by week"))
                .findFirst()
                .orElseThrow();

        assertThat(weeks.figures().apply(answer))
                .containsEntry("2027-03-08", List.of(20L, 19L, 10L, 1L))
                .containsEntry("2027-03-15", List.of(40L, 38L, 20L, 2L))
                .hasSize(2);
    }
}
