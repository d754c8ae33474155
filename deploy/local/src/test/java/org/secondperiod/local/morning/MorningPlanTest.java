package org.secondperiod.local.morning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.secondperiod.local.district.District;
import org.secondperiod.local.district.School;
import org.secondperiod.local.district.Section;

class MorningPlanTest {

    private static final Section CLASS =
            District.usual().sectionsOf(School.HARBOR_POINT, "1").getFirst();

    @Test
    void calls_that_have_opened_are_told_as_opened() {
        assertThat(MorningPlan.unsubmitted(CLASS, counts(4, 27 + 4)))
                .contains("4 of its students were held; since ten minutes after the cut-off they are to be called");
    }

    @Test
    void calls_that_have_not_opened_yet_are_told_as_to_come() {
        assertThat(MorningPlan.unsubmitted(CLASS, counts(4, 27)))
                .contains("4 of its students are held; ten minutes after the cut-off their calls open");
    }

    @Test
    void where_nobody_is_held_yet_nothing_is_said_of_calls() {
        assertThat(MorningPlan.unsubmitted(CLASS, counts(0, 27))).endsWith("has submitted no attendance.");
    }

    private static Counts counts(int held, int open) {
        return new Counts(
                280,
                Map.of("NOT_ABSENT", 249, "UNACCOUNTED", 27, "HELD", held),
                Map.of("ATTENDANCE_NOT_TAKEN", held),
                Map.of("OPEN", open));
    }
}
