package org.secondperiod.outreach.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.secondperiod.kit.grants.Schools;

/** How long an open stream stands. */
class StandingRightTest {

    private static final Schools BOTH = Schools.of(List.of("A", "B"));

    private final Queue<Optional<Schools>> answers = new ArrayDeque<>();
    private final StandingRight right =
            new StandingRight(BOTH, () -> answers.remove().orElseThrow());

    private boolean standsWhenTold(Optional<Schools> answer) {
        answers.add(answer);
        return right.stands();
    }

    @Test
    void itStandsWhileItsBearerMaySeeTheSame() {
        assertThat(standsWhenTold(Optional.of(Schools.of(List.of("B", "A"))))).isTrue();
    }

    @Test
    void itEndsWhenASchoolIsLostOrGained() {
        assertThat(standsWhenTold(Optional.of(Schools.of(List.of("A"))))).isFalse();
        assertThat(standsWhenTold(Optional.of(Schools.of(List.of("A", "B", "C")))))
                .isFalse();
        assertThat(standsWhenTold(Optional.of(Schools.NONE))).isFalse();
    }

    @Test
    void itOutlastsADatabaseThatDoesNotAnswerTwiceAndNotThreeTimes() {
        assertThat(standsWhenTold(Optional.empty())).isTrue();
        assertThat(standsWhenTold(Optional.empty())).isTrue();
        assertThat(standsWhenTold(Optional.of(BOTH))).isTrue();
        assertThat(standsWhenTold(Optional.empty())).isTrue();
        assertThat(standsWhenTold(Optional.empty())).isTrue();
        assertThat(standsWhenTold(Optional.empty())).isFalse();
    }
}
