package org.secondperiod.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.secondperiod.ingest.intake.OwnIds.Standing.CONFLICT;
import static org.secondperiod.ingest.intake.OwnIds.Standing.NEW;
import static org.secondperiod.ingest.intake.OwnIds.Standing.UNCHANGED;

import java.util.List;
import org.junit.jupiter.api.Test;

class OwnIdsTest {

    private final OwnIds known = new OwnIds(List.of(new OwnId("m", 1, "one"), new OwnId("m", 3, "three")));

    @Test
    void whatWasNeverSeenIsNew() {
        assertThat(known.meet(new OwnId("other", 0, "any"))).isEqualTo(NEW);
    }

    @Test
    void everyKnownVersionMayBeSentAgainUnchanged() {
        assertThat(known.meet(new OwnId("m", 1, "one"))).isEqualTo(UNCHANGED);
        assertThat(known.meet(new OwnId("m", 3, "three"))).isEqualTo(UNCHANGED);
    }

    @Test
    void otherContentNeedsAHigherVersion() {
        assertThat(known.meet(new OwnId("m", 3, "else"))).isEqualTo(CONFLICT);
        assertThat(known.meet(new OwnId("m", 2, "two"))).isEqualTo(CONFLICT);
        assertThat(known.meet(new OwnId("m", 4, "four"))).isEqualTo(NEW);
    }

    @Test
    void whatIsMetIsRemembered() {
        known.meet(new OwnId("m", 4, "four"));

        assertThat(known.meet(new OwnId("m", 4, "four"))).isEqualTo(UNCHANGED);
        assertThat(known.meet(new OwnId("m", 4, "else"))).isEqualTo(CONFLICT);
    }
}
