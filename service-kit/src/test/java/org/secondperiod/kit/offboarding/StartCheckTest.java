package org.secondperiod.kit.offboarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.secondperiod.kit.keys.KeyCount;
import org.secondperiod.kit.keys.KeyReport;

/** Whether a service starts, and what it says if it does not. */
class StartCheckTest {

    private static final OffBoarding LEFT =
            new OffBoarding("lakeside", "moreau", Instant.parse("2026-10-14T12:00:00Z"));
    private static final List<KeyCount> PEOPLE = List.of(new KeyCount("person.encrypted", "k1", 12));

    private static KeyReport with(List<String> keys, List<KeyCount> values) {
        return new KeyReport("k1", keys, Map.of(), null, true, values, List.of());
    }

    @Test
    void withItsKeyItDoes() {
        assertThat(StartCheck.fault(null, with(List.of("k1"), PEOPLE))).isNull();
    }

    @Test
    void whoHandlesNoPeopleNeedsNoKey() {
        assertThat(StartCheck.fault(null, with(List.of(), List.of()))).isNull();
        assertThat(StartCheck.fault(null, with(List.of(), List.of(new KeyCount("sighting.note", KeyCount.PLAIN, 1)))))
                .isNull();
    }

    @Test
    void withoutAKeyForWhatLiesThereItSaysWhatLiesThere() {
        assertThat(StartCheck.fault(null, with(List.of(), PEOPLE)))
                .startsWith("This service has no key, and 12 values of person.encrypted under k1.")
                .contains("docs/keys.md");
    }

    @Test
    void ofADistrictThatHasLeftItSaysWhoOrderedItAndWhatIsLeft() {
        assertThat(StartCheck.fault(LEFT, with(List.of(), PEOPLE)))
                .startsWith("The district lakeside was off-boarded, by order of moreau at 2026-10-14T12:00:00Z")
                .endsWith("It has no key. Sealed, it still has 12 values of person.encrypted under k1.");
        assertThat(StartCheck.fault(LEFT, with(List.of(), List.of()))).endsWith("Nothing sealed lies here.");
    }

    @Test
    void aKeyThatIsStillThereIsNamed() {
        assertThat(StartCheck.fault(LEFT, with(List.of("k1", "k2"), PEOPLE)))
                .contains("It was given keys that are to be destroyed: k1, k2.");
    }
}
