package org.secondperiod.entry.scans;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.secondperiod.entry.badges.BadgeClaim;
import org.secondperiod.entry.badges.BadgeClaim.Source;
import org.secondperiod.entry.badges.BadgeHistory;
import org.secondperiod.entry.readers.ReaderPlaces;
import org.secondperiod.entry.readers.ReaderPlaces.Place;
import org.secondperiod.kit.bulk.BulkLine;

class ScanFindingTest {

    private static final Instant NOW = Instant.parse("2026-10-14T12:00:00Z");
    private static final ScanPolicy POLICY = new ScanPolicy(Duration.ofDays(30), Duration.ofMinutes(5));
    private static final ReaderPlaces PLACES = new ReaderPlaces(
            List.of(new Place("R", Instant.MIN, "OLD"), new Place("R", at("2026-10-10T00:00:00Z"), "NEW")));
    private static final BadgeHistory BADGES =
            new BadgeHistory(List.of(new BadgeClaim("B", Source.ROSTER, "S", at("2026-10-01T00:00:00Z"), null)));

    @ParameterizedTest
    @CsvSource({
        "R, B, 2026-10-14T11:59:00Z, S at NEW",
        "R, B, 2026-10-09T11:59:00Z, S at OLD",
        "R, B, 2026-09-30T23:59:59Z, unknown badge",
        "R, X, 2026-10-14T11:59:00Z, unknown badge",
        "Q, B, 2026-10-14T11:59:00Z, unknown reader",
        "Q, X, 2026-10-14T11:59:00Z, unknown reader",
        "R, B, 2026-09-14T12:00:00Z, unknown badge",
        "R, B, 2026-09-14T11:59:59Z, too old",
        "Q, X, 2026-09-01T12:00:00Z, too old",
        "R, B, 2099-01-01T00:00:00Z, S at NEW"
    })
    void asksWhoseTheBadgeWasAndWhereTheReaderStoodThen(String reader, String badge, String at, String expected) {
        ScanInput scan = ScanInput.read(BulkLine.ofJson(
                "{\"readerId\":\"%s\",\"badge\":\"%s\",\"scannedAt\":\"%s\"}"
                        .formatted(reader, badge, at)
                        .getBytes(StandardCharsets.UTF_8),
                ScanInput.COLUMNS));

        String found =
                switch (ScanFinding.of(scan, PLACES, BADGES, POLICY, NOW)) {
                    case ScanFinding.Resolved resolved -> resolved.studentId() + " at " + resolved.buildingId();
                    case ScanFinding.UnknownBadge unknown -> "unknown badge";
                    case ScanFinding.UnknownReader unknown -> "unknown reader";
                    case ScanFinding.TooOld old -> "too old";
                };

        assertThat(found).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"2026-10-14T12:05:00Z, false", "2026-10-14T12:05:00.001Z, true", "2026-10-14T11:00:00Z, false"})
    void aClockMoreThanFiveMinutesAheadIsNoticed(String at, boolean ahead) {
        assertThat(ScanFinding.isAhead(at(at), POLICY, NOW)).isEqualTo(ahead);
    }

    private static Instant at(String text) {
        return Instant.parse(text);
    }
}
