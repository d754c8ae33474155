package org.secondperiod.outreach.mandatedreports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A call id is a number, so that nothing of a suspicion fits into it. */
class CallIdTest {

    @ParameterizedTest
    @CsvSource({"12345678, 12345678", "1234-5678, 12345678", "ny 1234 5678, NY12345678", "4711, 4711"})
    void itIsReadAsPeopleWriteIt(String written, String kept) {
        assertThat(CallId.of(written)).map(CallId::value).contains(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "123",
                "bruises",
                "BRUI1234",
                "burn2024",
                "1234 arm",
                "12345678901234567",
                "1234\n5678"
            })
    void whatIsAnythingElseIsNone(String written) {
        assertThat(CallId.of(written)).isEmpty();
    }
}
