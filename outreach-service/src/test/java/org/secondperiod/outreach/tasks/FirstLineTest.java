package org.secondperiod.outreach.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.secondperiod.outreach.tasks.FirstLine.Known;
import org.secondperiod.outreach.whereabouts.State;

class FirstLineTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final Instant AT_0815 = Instant.parse("2026-10-14T12:15:00Z");

    @ParameterizedTest
    @EnumSource(State.class)
    void onWeakEvidenceItAsksAndNeverSaysAbsent(State state) {
        assertThat(FirstLine.of("Ana", CallTask.open(true), known(state)))
                .isEqualTo("Is Ana on the way to school?")
                .doesNotContain("absent");
    }

    @ParameterizedTest
    @EnumSource(value = State.class, mode = EnumSource.Mode.EXCLUDE, names = "UNACCOUNTED")
    void aTaskInSomebodysHandsWhoseEvidenceIsNoLongerWholeAsksToo(State state) {
        assertThat(FirstLine.of("Ana", task(TaskState.CLAIMED, null, null), known(state)))
                .isEqualTo("Is Ana on the way to school?");
    }

    @Test
    void onWholeEvidenceItTells() {
        assertThat(FirstLine.of("Ana", CallTask.open(false), known(State.UNACCOUNTED)))
                .isEqualTo("Ana is marked absent and has not come through the door.");
    }

    @Test
    void whoLeftIsSaidToHaveLeft() {
        assertThat(FirstLine.of("Ana", CallTask.open(false), new Known(State.UNACCOUNTED, AT_0815, false, NEW_YORK)))
                .isEqualTo("Ana left the building at 08:15 and has not come back.");
    }

    @Test
    void whereMarksAloneDecideItSaysSo() {
        assertThat(FirstLine.of("Ana", CallTask.open(false), new Known(State.UNACCOUNTED, null, true, NEW_YORK)))
                .isEqualTo("Ana is marked absent. There is no door to ask: only the mark says so.");
    }

    @Test
    void whoCameIsSaidToHaveCome() {
        assertThat(FirstLine.of("Ana", task(TaskState.ARRIVED, null, AT_0815), known(State.ARRIVED)))
                .isEqualTo("Nobody is to be called. Ana came through the door at 08:15.");
        assertThat(FirstLine.of("Ana", task(TaskState.DONE, null, AT_0815), known(State.ARRIVED)))
                .isEqualTo("The family of Ana has been called. Ana came through the door at 08:15.");
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void ofAWithdrawnTaskItNeverSaysAbsentNorThatAnybodyIsToBeCalled(Reason reason) {
        assertThat(FirstLine.of("Ana", task(TaskState.WITHDRAWN, reason, null), known(State.UNACCOUNTED)))
                .matches("(Nobody is|Not yet) to be called: .+\\.")
                .doesNotContain("absent");
    }

    @ParameterizedTest
    @EnumSource(
            value = TaskState.class,
            names = {"AWAITING_ARRIVAL", "DONE", "ARRIVED", "WITHDRAWN", "EXPIRED"})
    void ofATaskThatWaitsForNoCallItNeverSaysAbsent(TaskState state) {
        assertThat(FirstLine.of("Ana", task(state, null, null), known(State.UNACCOUNTED)))
                .doesNotContain("absent")
                .doesNotContain("?");
    }

    private static Known known(State state) {
        return new Known(state, null, false, NEW_YORK);
    }

    private static CallTask task(TaskState state, @Nullable Reason ended, @Nullable Instant arrivedAt) {
        return new CallTask(state, false, false, null, ended, arrivedAt, null);
    }
}
