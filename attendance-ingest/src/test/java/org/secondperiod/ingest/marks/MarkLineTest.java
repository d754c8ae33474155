package org.secondperiod.ingest.marks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.secondperiod.ingest.intake.Sender;
import org.secondperiod.ingest.testing.Marks;
import org.secondperiod.kit.bulk.BadLine;
import org.secondperiod.kit.bulk.BulkLine;

class MarkLineTest {

    private static final Instant NOW = Instant.parse("2026-10-14T12:30:00Z");
    private static final Sender SIS = new Sender("sis", Set.of("S"));

    @Test
    void whatIsLeftOutHasItsDefault() {
        var mark = read(Marks.json("ana", "S", "A"));

        assertThat(mark.markId()).isNull();
        assertThat(mark.version()).isZero();
        assertThat(mark.deleted()).isFalse();
        assertThat(mark.takenAt()).isEqualTo(Instant.parse("2026-10-14T12:20:00Z"));
    }

    @Test
    void aBlankCodeIsACode() {
        assertThat(read(Marks.json("ana", "S", "")).code()).isEmpty();
    }

    @Test
    void theContentIsTheIdentityWhereTheSourceHasNone() {
        var mark = read(Marks.json("ana", "S", "A"));
        var again = read(Marks.json("ana", "S", "A").replace("08:20:00-04:00", "12:20:00Z"));
        var other = read(Marks.json("ana", "S", "T"));

        assertThat(again.eventId("sis", again.content())).isEqualTo(mark.eventId("another", mark.content()));
        assertThat(other.content()).isNotEqualTo(mark.content());
    }

    @Test
    void anOwnIdAndItsVersionAreTheIdentityForTheirCredential() {
        var mark = read(Marks.json("ana", "S", "A", ",\"markId\":\"m\""));
        var corrected = read(Marks.json("ana", "S", "T", ",\"markId\":\"m\""));
        var higher = read(Marks.json("ana", "S", "T", ",\"markId\":\"m\",\"version\":1"));

        assertThat(corrected.eventId("sis", corrected.content())).isEqualTo(mark.eventId("sis", mark.content()));
        assertThat(higher.eventId("sis", higher.content())).isNotEqualTo(mark.eventId("sis", mark.content()));
        assertThat(mark.eventId("other", mark.content())).isNotEqualTo(mark.eventId("sis", mark.content()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "studentId":"ana" | "studentId":""              | studentId
            "studentId":"ana" | "student":"ana"             | student
            "studentId":"ana" | "studentId":["ana"]         | studentId
            "schoolId":"S"    | "schoolId":"T"              | schoolId
            "period":"1"      | "period":" 1"               | period
            "code":"A"        | "code":null                 | code
            "code":"A"        | "code":"A","version":-1     | version
            "code":"A"        | "code":"A","version":"new"  | version
            "code":"A"        | "code":"A","deleted":"yes"  | deleted
            "code":"A"        | "code":"A","code":"T"       | code
            "2026-10-14T08    | "10/14/2026 08              | takenAt
            """)
    void aBadFieldIsNamed(String good, String bad, String field) {
        var json = Marks.json("ana", "S", "A");
        assertThat(json).contains(good);

        assertThatThrownBy(() -> read(json.replace(good, bad)))
                .isInstanceOfSatisfying(
                        BadLine.class, line -> assertThat(line.field()).isEqualTo(field));
    }

    private static Mark read(String json) {
        return MarkLine.read(BulkLine.ofJson(json.getBytes(UTF_8), MarkLine.COLUMNS), SIS, NOW);
    }
}
