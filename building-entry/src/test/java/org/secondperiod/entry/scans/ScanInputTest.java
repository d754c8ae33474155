package org.secondperiod.entry.scans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.secondperiod.events.Scan.Direction;
import org.secondperiod.kit.bulk.BadLine;
import org.secondperiod.kit.bulk.BulkLine;

class ScanInputTest {

    @Test
    void readsAScanAndFillsInWhatIsUsual() {
        ScanInput scan =
                read("{\"readerId\":\"R1\",\"badge\":\"B1\",\"scannedAt\":\"2026-10-14T08:00:00.1239-04:00\"}");

        assertThat(scan.direction()).isEqualTo(Direction.IN);
        assertThat(scan.scannedAt()).isEqualTo(Instant.parse("2026-10-14T12:00:00.123Z"));
        assertThat(scan.sequence()).isNull();
        assertThat(scan.eventScanId()).isEqualTo(scan.eventId("doors"));
    }

    @Test
    void aScanWithoutIdIsTheSameHoweverItIsWritten() {
        ScanInput scan = read(
                "{\"readerId\":\"R1\",\"badge\":\"B1\",\"scannedAt\":\"2026-10-14T08:00:00-04:00\",\"direction\":\"IN\"}");
        ScanInput same = read(
                "{\"scannedAt\":\"2026-10-14T12:00:00.000Z\",\"badge\":\"B1\",\"readerId\":\"R1\",\"scanId\":\"\"}");
        ScanInput other = read(
                "{\"readerId\":\"R1\",\"badge\":\"B1\",\"scannedAt\":\"2026-10-14T08:00:00-04:00\",\"direction\":\"out\"}");

        assertThat(same.eventId("a")).isEqualTo(scan.eventId("b"));
        assertThat(same.repeatKey()).isEqualTo(scan.repeatKey());
        assertThat(other.eventId("a")).isNotEqualTo(scan.eventId("a"));
    }

    @Test
    void anIdBelongsToItsCredential() {
        ScanInput scan = read(
                "{\"scanId\":\"7\",\"readerId\":\"R1\",\"badge\":\"B1\",\"scannedAt\":\"2026-10-14T08:00:00-04:00\"}");
        ScanInput changed = read(
                "{\"scanId\":\"7\",\"readerId\":\"R1\",\"badge\":\"B2\",\"scannedAt\":\"2026-10-14T08:00:00-04:00\"}");

        assertThat(changed.eventId("doors")).isEqualTo(scan.eventId("doors"));
        assertThat(changed.repeatKey()).isNotEqualTo(scan.repeatKey());
        assertThat(scan.eventId("other doors")).isNotEqualTo(scan.eventId("doors"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'badge':'B','scannedAt':'2026-10-14T08:00:00Z'}|readerId|is missing",
                "{'readerId':'R','scannedAt':'2026-10-14T08:00:00Z'}|badge|is missing, and so is studentId",
                "{'readerId':'R','badge':'B','studentId':'S','scannedAt':'2026-10-14T08:00:00Z'}|badge|must not be given beside studentId",
                "{'readerId':'R','badge':'B'}|scannedAt|is missing",
                "{'readerId':'R','badge':'B','scannedAt':'2026-10-14T08:00:00'}|scannedAt|the offset is missing",
                "{'readerId':'R','badge':'B','scannedAt':'10/14/2026 08:00AM'}|scannedAt|RFC 3339",
                "{'readerId':'R','badge':'B','scannedAt':1791979200}|scannedAt|RFC 3339",
                "{'readerId':'R','badge':'B 1','scannedAt':'2026-10-14T08:00:00Z'}|badge|is not an id",
                "{'readerId':'R','badge':'B','scannedAt':'2026-10-14T08:00:00Z','direction':'up'}|direction|none of in",
                "{'readerId':'R','badge':'B','scannedAt':'2026-10-14T08:00:00Z','sequence':-1}|sequence|below 0",
                "{'readerId':'R','badge':'B','scannedAt':'2026-10-14T08:00:00Z','sequence':1.5}|sequence|whole number",
                "{'readerId':'R','badge':'B','scannedAt':'2026-10-14T08:00:00Z','door':1}|door|is not known"
            })
    void namesTheFieldThatIsWrong(String json, String field, String reason) {
        assertThatThrownBy(() -> read(json.replace('\'', '"'))).isInstanceOfSatisfying(BadLine.class, bad -> {
            assertThat(bad.field()).isEqualTo(field);
            assertThat(bad.reason()).contains(reason).doesNotStartWith(field);
        });
    }

    private static ScanInput read(String json) {
        return ScanInput.read(BulkLine.ofJson(json.getBytes(StandardCharsets.UTF_8), ScanInput.COLUMNS));
    }
}
