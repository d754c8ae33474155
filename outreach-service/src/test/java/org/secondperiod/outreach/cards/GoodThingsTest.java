package org.secondperiod.outreach.cards;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.secondperiod.kit.ids.StudentId;
import org.secondperiod.outreach.cards.GoodThing.Code;
import org.secondperiod.outreach.standing.Standing;

/** One good thing to say: true, or nothing. The day of the call is 14 October. */
class GoodThingsTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-10-14");
    private static final LocalDate YESTERDAY = TODAY.minusDays(1);
    private static final GoodThings GOOD = new GoodThings(TODAY, ZoneId.of("America/New_York"));

    private static Standing standing(String days, LocalDate asOf) {
        return new Standing(new StudentId("ana"), asOf, 60, 6, null, true, 0, days, 1);
    }

    private static @Nullable String said(@Nullable LastReached last, @Nullable Standing standing) {
        return GOOD.of(last, standing).map(GoodThing::inEnglish).orElse(null);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "PPPPPPPPPPPPPPPPPPPP, Came on each of the last 20 school days.",
                "AAAAAAAAAAAAAAAPPLPH, Came on each of the last 5 school days.",
                "PPPPPPPPPPAPPPPPPAPP, Came on 18 of the last 20 school days.",
                "AAAAAAAAAPPPPPPPPPPA, Came on 9 of the last 10 school days.",
                "AAAAAAAAAAAAAAPPAPPP, Came on 4 of the last 5 school days.",
                "PPPAP, Came on 4 of the last 5 school days.",
                "'AAAAPAAAAAAPAPAPAPPA', 'Missed 5 of the last 10 school days, and 9 of the 10 before.'",
                "'PPPPPPPPAAHPPAAPAPPA', -",
                "AAPPP, Came on each of the last 3 school days.",
                "AAAAAAAAAAAAAAAAAAPP, -",
                "PPAAPPPPPAPAAPPHAPPA, -",
                "AAAAAAAAAAAAAAAAAAAA, -",
                "AAP, -",
                "P, -"
            })
    void daysAreCountedAsTheyWere(String days, @Nullable String expected) {
        assertThat(said(null, standing(days, YESTERDAY))).isEqualTo(expected);
    }

    @Test
    void todayIsNotAmongTheDays() {
        assertThat(said(null, standing("PPPPPPA", TODAY))).isEqualTo("Came on each of the last 6 school days.");
    }

    @Test
    void whatCameOfTheLastCallIsSaidFirst() {
        Instant at = Instant.parse("2026-10-12T14:05:00Z");
        var came = new LastReached(LocalDate.parse("2026-10-12"), at, false);
        var promised = new LastReached(LocalDate.parse("2026-10-12"), at, true);

        assertThat(said(came, standing("PPPPPPPP", YESTERDAY)))
                .isEqualTo("Came in the same day after the last call, on October 12 at 10:05.");
        assertThat(said(promised, null)).isEqualTo("Came in on October 12 at 10:05, as promised.");
    }

    @Test
    void aCallThatBroughtNobodyOrIsLongAgoIsNotSpokenOf() {
        var didNotCome = new LastReached(YESTERDAY, null, false);
        var longAgo = new LastReached(TODAY.minusDays(31), Instant.parse("2026-09-13T14:05:00Z"), true);

        assertThat(said(didNotCome, null)).isNull();
        assertThat(said(longAgo, null)).isNull();
    }

    @Test
    void nothingKnownIsNothingSaid() {
        assertThat(GOOD.of(null, null)).isEmpty();
        assertThat(GOOD.of(null, standing("", YESTERDAY))).isEmpty();
    }

    @Test
    void aFrontEndHasWhatItNeedsToSayItOtherwise() {
        GoodThing fewer =
                GOOD.of(null, standing("AAAAAAAAAHAPAPHPPAPA", YESTERDAY)).orElseThrow();

        assertThat(fewer.code()).isEqualTo(Code.MISSED_FEWER);
        assertThat(fewer.missed()).isEqualByComparingTo(new BigDecimal("4.5"));
        assertThat(fewer.missedBefore()).isEqualByComparingTo(new BigDecimal("9.5"));
        assertThat(fewer.of()).isEqualTo(10);
    }
}
