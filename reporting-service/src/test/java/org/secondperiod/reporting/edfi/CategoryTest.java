package org.secondperiod.reporting.edfi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.secondperiod.reporting.arithmetic.DayStatus;
import org.secondperiod.reporting.arithmetic.MarkKind;
import org.secondperiod.reporting.arithmetic.MarkOfDay;

/** What Ed-Fi calls a day. */
class CategoryTest {

    @Test
    void theMarkOfTheDaySaysWhetherAnAbsenceIsExcused() {
        assertThat(absent(Map.of("day", MarkKind.EXCUSED, "1", MarkKind.ABSENT)))
                .contains(Category.EXCUSED_ABSENCE);
        assertThat(absent(Map.of("day", MarkKind.ABSENT, "1", MarkKind.EXCUSED)))
                .contains(Category.UNEXCUSED_ABSENCE);
        assertThat(absent(Map.of("1", MarkKind.EXCUSED, "2", MarkKind.LATE))).contains(Category.EXCUSED_ABSENCE);
        assertThat(absent(Map.of("1", MarkKind.EXCUSED, "2", MarkKind.ABSENT))).contains(Category.UNEXCUSED_ABSENCE);
    }

    private static Optional<Category> absent(Map<String, MarkKind> marks) {
        List<MarkOfDay> ofDay = marks.entrySet().stream()
                .map(mark -> new MarkOfDay(mark.getKey(), mark.getValue(), null))
                .toList();
        return Category.of(DayStatus.ABSENT, MarkOfDay.why(DayStatus.ABSENT, ofDay));
    }

    @Test
    void presenceIsNoEventAndHalfADayIsHalfADay() {
        assertThat(Category.of(DayStatus.PRESENT, Optional.empty())).isEmpty();
        assertThat(Category.of(DayStatus.LATE, Optional.empty())).contains(Category.TARDY);
        assertThat(Category.PARTIAL.duration()).hasToString("0.5");
        assertThat(Category.UNEXCUSED_ABSENCE.duration()).hasToString("1.0");
        assertThat(Category.TARDY.duration()).isNull();
    }

    @Test
    void aSessionIsTwoDates() {
        Terms terms = new Terms("uri://x", Map.of(), Map.of("Fall", Terms.span("2026-09-08/2027-01-29")));

        assertThat(terms.session(LocalDate.of(2027, 1, 29))).contains("Fall");
        assertThat(terms.session(LocalDate.of(2027, 1, 30))).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> Terms.span("2026-09-08"));
    }
}
