package org.secondperiod.outreach.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class RecentTest {

    private final Recent recent = new Recent(3, new Position(List.of(0L, 0L)));
    private final List<String> shown = new ArrayList<>();

    private void tell(int partition, long offset, String json) {
        recent.add(partition, offset, "whereabouts", new LiveEvent.Of("student", "school"), json);
    }

    private boolean watchFrom(Position from) {
        AtomicReference<List<LiveEvent>> missed = new AtomicReference<>();
        recent.watch(from, (events, newest) -> missed.set(events), event -> shown.add(event.json()));
        if (missed.get() != null) {
            missed.get().forEach(event -> shown.add(event.json()));
        }
        return missed.get() != null;
    }

    @Test
    void whoBeginsNowSeesOnlyWhatComes() {
        // given
        tell(0, 0, "a");

        // when
        watchFrom(null);
        tell(1, 0, "b");

        // then
        assertThat(shown).containsExactly("b");
    }

    @Test
    void whoComesBackSeesWhatWasMissedAndNothingTwice() {
        // given
        tell(0, 0, "a");
        tell(1, 0, "b");
        tell(0, 1, "c");

        // when: partition 0 was read up to its offset 0, partition 1 not at all
        boolean complete = watchFrom(new Position(List.of(1L, 0L)));
        tell(1, 1, "d");

        // then
        assertThat(complete).isTrue();
        assertThat(shown).containsExactly("b", "c", "d");
    }

    @Test
    void whoWasAwayForTooLongIsToldSo() {
        // given: only three are kept
        tell(0, 0, "a");
        tell(0, 1, "b");
        tell(0, 2, "c");
        tell(0, 3, "d");

        // when
        boolean complete = watchFrom(new Position(List.of(0L, 0L)));

        // then
        assertThat(complete).isFalse();
        assertThat(watchFrom(new Position(List.of(1L, 0L)))).isTrue();
    }

    @Test
    void aPositionReadsBackAndAnotherTextIsNone() {
        // given
        Position position = new Position(List.of(0L, 41L, 123_456_789L));

        // when
        String text = position.toString();

        // then
        assertThat(Position.parse(text, 3)).contains(position);
        assertThat(Position.parse(text, 2)).isEmpty();
        assertThat(Position.parse("not a position", 3)).isEmpty();
    }
}
