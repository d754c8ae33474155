package org.secondperiod.entry.readers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.secondperiod.entry.readers.Contact.Numbered;

class NumberingTest {

    private static final Instant NOW = Instant.parse("2026-10-14T16:00:00Z");

    private final Numbering at5000 =
            Numbering.UNKNOWN.count(List.of(scan(5000, "12:00:00")), NOW).numbering();

    @Test
    void aMuchLowerNumberThatHappenedLaterIsARestart() {
        Numbering.Counted counted = at5000.count(List.of(scan(1, "12:30:00"), scan(2, "12:31:00")), NOW);

        assertThat(counted.numbering().restartedAt()).isEqualTo(at("12:30:00"));
        assertThat(counted.numbering().highest()).isEqualTo(2);
        assertThat(counted.numbers()).containsExactly(1L, 2L);
    }

    @Test
    void aMuchLowerNumberThatHappenedEarlierIsALateUpload() {
        Numbering.Counted counted = at5000.count(List.of(scan(4000, "11:00:00")), NOW);

        assertThat(counted.numbering()).isEqualTo(at5000);
        assertThat(counted.numbers()).containsExactly(4000L);
    }

    @Test
    void aNumberThatIsALittleLowerMayHaveBeenOvertaken() {
        assertThat(at5000.count(List.of(scan(4990, "12:00:01")), NOW)
                        .numbering()
                        .restartedAt())
                .isNull();
    }

    @Test
    void numbersFromBeforeTheRestartCountNoMore() {
        Numbering restarted = at5000.count(List.of(scan(1, "12:30:00")), NOW).numbering();

        Numbering.Counted late = restarted.count(List.of(scan(5001, "12:10:00")), NOW);

        assertThat(late.numbers()).isEmpty();
        assertThat(late.numbering()).isEqualTo(restarted);
    }

    @Test
    void inOneUploadOnlyWhatComesAfterTheRestartCounts() {
        Numbering.Counted counted = Numbering.UNKNOWN.count(
                List.of(scan(1, "13:00:00"), scan(900, "12:00:00"), scan(2, "13:01:00"), scan(901, "12:01:00")), NOW);

        assertThat(counted.numbers()).containsExactly(1L, 2L);
        assertThat(counted.numbering().restartedAt()).isEqualTo(at("13:00:00"));
    }

    @Test
    void aClockThatWasAheadHidesNoRestart() {
        Numbering ahead = Numbering.UNKNOWN
                .count(List.of(scan(5000, "23:00:00")), at("12:00:00"))
                .numbering();

        assertThat(ahead.isRestart(1, at("12:30:00"))).isTrue();
    }

    @Test
    void countingOnIsNoRestart() {
        List<Numbered> day = LongStream.range(5001, 5500)
                .mapToObj(number -> new Numbered(number, at("12:00:00").plusSeconds(number - 5000)))
                .toList();

        Numbering.Counted counted = at5000.count(day, NOW);

        assertThat(counted.numbering().restartedAt()).isNull();
        assertThat(counted.numbers()).hasSize(499);
    }

    private static Numbered scan(long sequence, String time) {
        return new Numbered(sequence, at(time));
    }

    private static Instant at(String time) {
        return Instant.parse("2026-10-14T" + time + "Z");
    }
}
