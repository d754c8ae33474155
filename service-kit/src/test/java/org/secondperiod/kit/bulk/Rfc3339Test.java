package org.secondperiod.kit.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Rfc3339Test {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-10-14T08:01:30-04:00",
                "2026-10-14T08:01:30.250-04:00",
                "2026-10-14T12:01:30Z",
                "2024-02-29T23:59:59.9+05:45",
                "1970-01-01T00:00:00+00:00",
                "2099-12-31T23:59:59-18:00"
            })
    void agreesWithTheLibraryOnWhatIsWellFormed(String text) {
        assertThat(Rfc3339.parse(text)).isEqualTo(OffsetDateTime.parse(text).toInstant());
    }

    @ParameterizedTest
    @CsvSource({"2026-10-14T12:01:30.123456789Z,2026-10-14T12:01:30.123Z", "2026-10-14t12:01:30z,2026-10-14T12:01:30Z"})
    void cutsToMillisecondsAndTakesLowerCase(String text, Instant expected) {
        assertThat(Rfc3339.parse(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-10-14T08:01:30|the offset is missing",
                "2026-10-14T08:01:30 EDT|the offset is neither",
                "2026-10-14T08:01:30-0400|the offset is neither",
                "2026-10-14T08:01:30-19:00|too large",
                "2026-10-14T08:01:30.Z|the fraction",
                "2026-10-14|do not have that form",
                "10/14/2026 08:01AM|do not have that form",
                "1760443290|do not have that form",
                "2026-02-30T08:01:30Z|no such date",
                "2026-13-01T08:01:30Z|13 at position 6 is too large",
                "2026-10-14T24:01:30Z|24 at position 12 is too large",
                "2026-1a-14T08:01:30Z|a digit is missing at position 7"
            })
    void saysWhatIsWrong(String text, String why) {
        assertThatThrownBy(() -> Rfc3339.parse(text))
                .isInstanceOf(DateTimeParseException.class)
                .hasMessageContaining(why);
    }
}
