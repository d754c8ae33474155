package org.secondperiod.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFolderTest {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 27);
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 30);

    @TempDir
    Path folder;

    @Test
    void the_next_day_to_play_is_a_weekday_that_was_not_played() {
        StateFolder state = new StateFolder(new Layout(folder, folder.resolve(".sp"), 0));

        assertThat(state.nextDayToPlay(FRIDAY)).isEqualTo(FRIDAY);
        assertThat(state.nextDayToPlay(FRIDAY.plusDays(1))).isEqualTo(MONDAY);

        state.remember(FRIDAY);
        assertThat(state.nextDayToPlay(FRIDAY)).isEqualTo(MONDAY);
        assertThat(state.playedDays()).containsExactly(FRIDAY);

        state.delete();
        assertThat(state.nextDayToPlay(FRIDAY)).isEqualTo(FRIDAY);
    }

    @Test
    void forgetting_leaves_the_locks_and_a_stack_beside_this_one() throws Exception {
        Layout layout = new Layout(folder, folder.resolve(".sp"), 0);
        Layout beside = layout.beside("simulation", 1000);
        StateFolder state = new StateFolder(layout);
        state.remember(FRIDAY);
        try (Lock own = Lock.take(layout.playLock(), "playing");
                Lock other = Lock.take(beside.playLock(), "simulating")) {
            Files.writeString(beside.clockFile(), "speed=1");

            state.delete();

            assertThat(layout.playedDaysFile()).doesNotExist();
            assertThat(beside.clockFile()).exists();
            assertThat(Lock.tryTake(layout.playLock())).isEmpty();
        }
    }
}
