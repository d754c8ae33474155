package org.secondperiod.reporting.edfi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.secondperiod.reporting.arithmetic.DayStatus;
import org.secondperiod.reporting.arithmetic.MarkKind;

/** What Ed-Fi calls a day. */
class CategoryTest {

    @Test
    void theMarkOfTheDaySaysWhetherAnAbsenceIsExcused() {
        assertThat(Category.of(DayStatus.ABSENT, Map.of("day", MarkKind.EXCUSED, "1", MarkKind.ABSENT)))
                .contains(Category.EXCUSED_ABSENCE);
        assertThat(Category.of(DayStatus.ABSENT, Map.of("day", MarkKind.ABSENT, "1", MarkKind.EXCUSED)))
                .contains(Category.UNEXCUSED_ABSENCE);
        assertThat(Category.of(DayStatus.ABSENT, Map.of("1", MarkKind.EXCUSED, "2", MarkKind.LATE)))
                .contains(Category.EXCUSED_ABSENCE);
        assertThat(Category.of(DayStatus.ABSENT, Map.of("1", MarkKind.EXCUSED, "2", MarkKind.ABSENT)))
                .contains(Category.UNEXCUSED_ABSENCE);
    }

    @Test
    void presenceIsNoEventAndHalfADayIsHalfADay() {
        assertThat(Category.of(DayStatus.PRESENT, Map.of())).isEmpty();
        assertThat(Category.of(DayStatus.LATE, Map.of())).contains(Category.TARDY);
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
