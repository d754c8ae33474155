package org.secondperiod.ingest.knownabsences;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.secondperiod.events.KnownAbsence.Reason;
import org.secondperiod.kit.ids.StudentId;

class MeetingTest {

    @Test
    void theFirstBeginsAtOneUnlessItBringsAVersion() {
        assertThat(Meeting.of(null, absence("trip", null))).isEqualTo(new Meeting.Changed(absence("trip", 1L)));
        assertThat(Meeting.of(null, absence("trip", 7L))).isEqualTo(new Meeting.Changed(absence("trip", 7L)));
    }

    @Test
    void theSameAgainChangesNothing() {
        var stored = absence("trip", 3L);

        assertThat(Meeting.of(stored, absence("trip", null))).isEqualTo(new Meeting.Unchanged(stored));
        assertThat(Meeting.of(stored, absence("trip", 3L))).isEqualTo(new Meeting.Unchanged(stored));
    }

    @Test
    void withoutVersionOtherContentIsTheNextVersion() {
        assertThat(Meeting.of(absence("trip", 3L), absence("museum", null)))
                .isEqualTo(new Meeting.Changed(absence("museum", 4L)));
    }

    @Test
    void aVersionStandsForOneContent() {
        assertThat(Meeting.of(absence("trip", 3L), absence("museum", 3L))).isInstanceOf(Meeting.Refused.class);
        assertThat(Meeting.of(absence("trip", 3L), absence("museum", 4L))).isInstanceOf(Meeting.Changed.class);
        assertThat(Meeting.of(absence("trip", 3L), absence("museum", 2L))).isInstanceOf(Meeting.Stale.class);
    }

    @Test
    void anAbsenceStaysWithItsStudent() {
        var others = new Declared(
                "k", new StudentId("bo"), null, Reason.TRIP, absence("trip", 9L).span(), "trip", 9L, false);

        assertThat(Meeting.of(absence("trip", 3L), others)).isInstanceOf(Meeting.Refused.class);
    }

    @Test
    void itsTextShowsNoDetail() {
        assertThat(absence("asthma", 1L).toString()).doesNotContain("asthma");
    }

    private static Declared absence(String detail, @Nullable Long version) {
        var day = LocalDate.parse("2026-10-14");
        return new Declared(
                "k", new StudentId("ana"), null, Reason.TRIP, new Span.Days(day, day), detail, version, false);
    }
}
