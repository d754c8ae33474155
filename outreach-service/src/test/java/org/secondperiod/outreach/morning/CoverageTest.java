package org.secondperiod.outreach.morning;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.secondperiod.outreach.morning.Coverage.ToCall;
import org.secondperiod.outreach.morning.MorningView.CoverageView;

/** How far the callers are. */
class CoverageTest {

    private static final Instant CUT_OFF = Instant.parse("2026-10-14T12:44:00Z");

    private static ToCall family(@Nullable Integer called, @Nullable Integer reached) {
        return new ToCall(
                CUT_OFF,
                called == null ? null : CUT_OFF.plusSeconds(called * 60L),
                reached == null ? null : CUT_OFF.plusSeconds(reached * 60L));
    }

    @Test
    void ofAllWhoWereToBeCalledAlsoThoseWhoWait() {
        List<ToCall> families = List.of(family(10, 10), family(20, 50), family(31, 31), family(null, null));

        CoverageView half = Coverage.after(30, families, CUT_OFF.plusSeconds(1800));

        assertThat(half).isEqualTo(new CoverageView(30, true, 2, 1, new BigDecimal("0.500"), new BigDecimal("0.250")));
        assertThat(Coverage.after(60, families, CUT_OFF.plusSeconds(1800)).isOver())
                .isFalse();
        assertThat(Coverage.after(60, families, CUT_OFF.plusSeconds(3600)).reached())
                .isEqualTo(3);
    }

    @Test
    void theLastMomentCounts() {
        assertThat(Coverage.after(30, List.of(family(30, null)), CUT_OFF).called())
                .isEqualTo(1);
    }

    @Test
    void nobodyToBeCalledHasNoShare() {
        assertThat(Coverage.after(30, List.of(), CUT_OFF).calledShare()).isNull();
    }
}
