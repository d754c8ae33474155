package org.secondperiod.kit.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OutboxBatchTest {

    private static final OutgoingEvent EVENT = new OutgoingEvent(
            "attendance.marks.v1",
            "S1001",
            "{\"note\":\"Zoë came in\"}".getBytes(StandardCharsets.UTF_8),
            Map.of("ce_id", "e-1", "ce_source", "/schools/Łódź"));
    private static final OutgoingEvent TOMBSTONE = new OutgoingEvent("roster.people.v1", "S1002", null, Map.of());
    private static final OutgoingEvent EMPTY = new OutgoingEvent("roster.people.v1", "", new byte[0], Map.of());

    @Test
    void whatIsWrittenIsReadAgainInItsOrder() {
        var read = OutboxBatch.read(OutboxBatch.write(List.of(EVENT, TOMBSTONE, EMPTY)));

        assertThat(read).usingRecursiveFieldByFieldElementComparator().containsExactly(EVENT, TOMBSTONE, EMPTY);
    }

    @Test
    void eventsThatAreAlikeTakeATenthOfTheirSpace() {
        var events = new OutgoingEvent[1_000];
        Arrays.fill(events, EVENT);

        var batch = OutboxBatch.write(List.of(events));

        assertThat(batch).hasSizeLessThan(1_000 * EVENT.value().length / 10);
    }

    @Test
    void whatIsNoBatchIsSaidToBeNone() {
        var batch = OutboxBatch.write(List.of(EVENT));

        assertThatThrownBy(() -> OutboxBatch.read(Arrays.copyOf(batch, batch.length - 12)))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> OutboxBatch.read(new byte[] {7, 0, 0}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("begins with 7");
    }
}
