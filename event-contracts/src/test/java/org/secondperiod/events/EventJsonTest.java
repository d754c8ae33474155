package org.secondperiod.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.time.Instant;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventJsonTest {

    private static final Example SCAN = new Example(new Contract(Topics.SCANS.name(), Scan.class), "minimal.json");
    private static final Example PERSON =
            new Example(new Contract(Topics.PEOPLE.name() + ".person", PersonChanged.class), "minimal.json");

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "\"text\"", "{\"eventId\":", "{}}", "{} {}"})
    void whatIsNotTheJsonOfAnEventIsRefused(String text) {
        assertThatThrownBy(() -> EventJson.read(text.getBytes(UTF_8), Scan.class))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("Not the JSON of Scan");
    }

    @Test
    void aNestedFaultIsNamedByItsPath() {
        var person = new Example(PERSON.contract(), "family-with-a-restriction.json").json();
        person.withObject("/contacts/0").put("order", "first");

        assertThatThrownBy(() -> PERSON.read(person)).hasMessageEndingWith("field contacts.0.order");
    }

    @Test
    void aRefusalNeverRepeatsWhatWasInTheEvent() {
        var person = PERSON.json().put("familyName", "Secretname").put("recordedAt", "Secretname");

        assertThatThrownBy(() -> PERSON.read(person))
                .hasRootCauseMessage("Not the JSON of PersonChanged: field recordedAt")
                .satisfies(
                        refusal -> assertThat(Throwables.getStackTrace(refusal)).doesNotContain("Secretname"));
    }

    @Test
    void aTimeWithAnOffsetIsReadAndWrittenInUtc() {
        var scan = (Scan) SCAN.read(SCAN.json().put("scannedAt", "2026-10-14T07:52:31.420-04:00"));

        assertThat(scan.scannedAt()).isEqualTo(Instant.parse("2026-10-14T11:52:31.420Z"));
        assertThat(new String(EventJson.write(scan), UTF_8)).contains("\"scannedAt\":\"2026-10-14T11:52:31.420Z\"");
    }

    @Test
    void anAbsentFieldAndANullOneAreTheSame() {
        assertThat(SCAN.read(SCAN.json().putNull("sequence"))).isEqualTo(SCAN.read(SCAN.json()));
    }
}
