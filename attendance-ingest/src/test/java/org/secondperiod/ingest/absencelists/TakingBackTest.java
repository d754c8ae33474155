package org.secondperiod.ingest.absencelists;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.secondperiod.ingest.absencelists.AbsenceList.Place;
import org.secondperiod.ingest.absencelists.TakingBack.Change;

/** What a list leaves behind that is taken back. */
class TakingBackTest {

    private static final Place ANA = new Place("ana", "1");
    private static final Place LUIS = new Place("luis", "1");

    private static ToldMark told(String list, Place place, String code, int at, boolean holds) {
        return new ToldMark(list, place, code, Instant.ofEpochMilli(at), holds);
    }

    private static Change withdrawn(String list, Place place, String code, int at) {
        return new Change(list, place, code, Instant.ofEpochMilli(at), true);
    }

    private static Change again(String list, Place place, String code, int at) {
        return new Change(list, place, code, Instant.ofEpochMilli(at), false);
    }

    @Test
    void whatNoOtherListHasIsWithdrawnAMillisecondAfterItWasMade() {
        assertThat(TakingBack.of(
                        "first", List.of(told("first", ANA, "A", 100, true), told("first", LUIS, "T", 100, true))))
                .containsExactly(withdrawn("first", ANA, "A", 101), withdrawn("first", LUIS, "T", 101));
    }

    @Test
    void whatAnEarlierListHasTooCountsAgainAsItStoodThere() {
        assertThat(TakingBack.of(
                        "second",
                        List.of(
                                told("first", ANA, "A", 100, true),
                                told("second", ANA, "T", 200, true),
                                told("second", LUIS, "A", 200, true))))
                .containsExactly(again("first", ANA, "A", 201), withdrawn("second", LUIS, "A", 201));
    }

    @Test
    void whatALaterListHasTooStays() {
        assertThat(TakingBack.of(
                        "first", List.of(told("first", ANA, "A", 100, true), told("second", ANA, "T", 200, true))))
                .isEmpty();
    }

    @Test
    void aListThatWasTakenBackStandsForNothing() {
        assertThat(TakingBack.of(
                        "second", List.of(told("first", ANA, "A", 101, false), told("second", ANA, "A", 200, true))))
                .containsExactly(withdrawn("second", ANA, "A", 201));
    }

    @Test
    void whatCountedAgainIsWithdrawnAfterThat() {
        assertThat(TakingBack.of(
                        "first", List.of(told("first", ANA, "A", 201, true), told("second", ANA, "T", 200, false))))
                .containsExactly(withdrawn("first", ANA, "A", 202));
    }
}
