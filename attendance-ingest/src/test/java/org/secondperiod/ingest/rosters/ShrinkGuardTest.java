package org.secondperiod.ingest.rosters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.secondperiod.ingest.rosters.ShrinkGuard.Loss;

class ShrinkGuardTest {

    private final ShrinkGuard guard = new ShrinkGuard(10);

    @Test
    void exactly_ten_percent_may_go() {
        assertThat(guard.tooLarge(List.of(new Loss("S1", 40, 4), new Loss("S2", 0, 0))))
                .isEmpty();
    }

    @Test
    void one_more_may_not() {
        assertThat(guard.tooLarge(List.of(new Loss("S1", 40, 4), new Loss("S2", 40, 5))))
                .containsExactly(new Loss("S2", 40, 5));
    }

    @Test
    void it_says_which_schools_how_many_and_the_way_out() {
        assertThat(guard.explain(List.of(new Loss("S1", 40, 5), new Loss("S2", 10, 10))))
                .isEqualTo("Nothing was imported, because more than 10% of a school's students would be gone:"
                        + " S1 would lose 5 of its 40 students; S2 would lose 10 of its 10 students."
                        + " If that is right, send it again with allowShrink=true.");
    }
}
