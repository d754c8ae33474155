package org.secondperiod.outreach.grants;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.MonthDay;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrantTermsTest {

    private final GrantTerms terms =
            new GrantTerms(MonthDay.of(7, 31), ZoneId.of("America/New_York"), Duration.ofDays(400));

    @ParameterizedTest
    @CsvSource({
        "2026-09-04T14:00:00Z, 2027-08-01T04:00:00Z",
        "2027-02-01T14:00:00Z, 2027-08-01T04:00:00Z",
        "2027-06-30T14:00:00Z, 2027-08-01T04:00:00Z",
        "2027-07-01T14:00:00Z, 2028-08-01T04:00:00Z",
        "2027-07-31T14:00:00Z, 2028-08-01T04:00:00Z",
        "2027-12-31T23:00:00Z, 2028-08-01T04:00:00Z"
    })
    void aGrantThatNamesNoEndEndsWithTheSchoolYear(Instant given, Instant end) {
        assertThat(terms.usualEnd(given)).isEqualTo(end);
    }
}
