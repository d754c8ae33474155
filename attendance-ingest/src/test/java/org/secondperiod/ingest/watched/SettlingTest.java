package org.secondperiod.ingest.watched;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.secondperiod.ingest.watched.db.LandedFile;

class SettlingTest {

    private static final LandedFile SMALL = new LandedFile("a.zip", 10, Instant.EPOCH);
    private static final LandedFile GROWN = new LandedFile("a.zip", 20, Instant.EPOCH);

    private final Settling settling = new Settling();

    @Test
    void a_file_seen_for_the_first_time_may_still_grow() {
        assertThat(settling.settled(List.of(SMALL))).isEmpty();
    }

    @Test
    void a_file_that_grew_has_not_settled() {
        settling.settled(List.of(SMALL));

        assertThat(settling.settled(List.of(GROWN))).isEmpty();
        assertThat(settling.settled(List.of(GROWN))).containsExactly(GROWN);
    }

    @Test
    void a_file_that_went_away_and_came_back_begins_anew() {
        settling.settled(List.of(SMALL));
        settling.settled(List.of());

        assertThat(settling.settled(List.of(SMALL))).isEmpty();
    }
}
