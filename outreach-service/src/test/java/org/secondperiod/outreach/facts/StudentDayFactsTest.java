package org.secondperiod.outreach.facts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.secondperiod.kit.ids.BuildingId;
import org.secondperiod.kit.ids.ReaderId;
import org.secondperiod.kit.ids.SchoolDay;
import org.secondperiod.kit.ids.SchoolId;
import org.secondperiod.outreach.facts.SightingFact.Seen;

class StudentDayFactsTest {

    private static final SchoolId BXL = new SchoolId("BXL");
    private static final Instant T = Instant.parse("2026-10-14T12:20:00.123456Z");

    @Test
    void timesAreKeptToTheMillisecond() {
        assertThat(scan("s1", T, T)).isEqualTo(scan("s1", Instant.parse("2026-10-14T12:20:00.123Z"), T));
        assertThat(mark(0, T, "e1")).isEqualTo(mark(0, Instant.parse("2026-10-14T12:20:00.123Z"), "e1"));
    }

    @Test
    void theEventIdBreaksTheLastTie() {
        StudentDayFacts facts = StudentDayFacts.of(mark(0, T, "e2")).merge(StudentDayFacts.of(mark(0, T, "e1")));

        assertThat(facts.marks()).containsExactly(mark(0, T, "e2"));
    }

    @Test
    void ofAScanToldTwiceTheFirstRecordingCounts() {
        ScanFact fromTheFuture = scan("s1", T, T.minusSeconds(600));
        ScanFact resent = scan("s1", T, T.plusSeconds(60));

        StudentDayFacts facts = StudentDayFacts.of(resent).merge(StudentDayFacts.of(fromTheFuture));

        assertThat(facts.scans()).containsExactly(fromTheFuture);
    }

    @Test
    void aScanIsFiledUnderTheDistrictsDate() {
        ScanFact lateInChicago = scan("s1", Instant.parse("2026-10-14T04:30:00Z"), T);

        assertThat(lateInChicago.filedUnder(ZoneId.of("America/New_York"))).isEqualTo(SchoolDay.parse("2026-10-14"));
        assertThat(lateInChicago.unusableFor(SchoolDay.parse("2026-10-14"), ZoneId.of("America/Chicago")))
                .contains(ScanFact.Unusable.OTHER_DAY);
    }

    @Test
    void factsSurviveJson() throws Exception {
        ObjectMapper json = new ObjectMapper()
                .registerModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
        StudentDayFacts facts = StudentDayFacts.of(mark(1, T, "e1"))
                .merge(StudentDayFacts.of(scan("s1", T, T)))
                .merge(StudentDayFacts.of(new SightingFact("g1", BXL, Seen.NOT_IN, T, "Rivera")));

        StudentDayFacts read = json.readValue(json.writeValueAsString(facts), StudentDayFacts.class);

        assertThat(read).isEqualTo(facts);
    }

    private static MarkFact mark(long version, Instant at, String eventId) {
        return new MarkFact(BXL, "1", MarkKind.ABSENT, "A", null, version, at, eventId, false);
    }

    private static ScanFact scan(String id, Instant at, Instant recordedAt) {
        return new ScanFact(id, at, new BuildingId("East"), new ReaderId("Main"), Direction.IN, recordedAt, null);
    }
}
