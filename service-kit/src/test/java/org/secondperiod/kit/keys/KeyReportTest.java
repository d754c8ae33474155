package org.secondperiod.kit.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class KeyReportTest {

    private static final List<String> KEYS = List.of("k1", "k2");

    @Test
    void aKeyUnderWhichSomethingLiesIsUsed() {
        var report = KeyReport.of(
                "k2", KEYS, true, List.of(new KeyCount("person.encrypted", "k1", 1), new KeyCount("t", "k2", 9)));

        assertThat(report.unused()).isEmpty();
    }

    @Test
    void anOldKeyUnderWhichNothingLiesIsUnused() {
        var report = KeyReport.of("k2", KEYS, true, List.of(new KeyCount("person.encrypted", "k2", 10)));

        assertThat(report.unused()).containsExactly("k1");
    }

    @Test
    void theCurrentKeyIsNeverUnused() {
        assertThat(KeyReport.of("k2", KEYS, true, List.of()).unused()).containsExactly("k1");
    }

    @Test
    void whereNotAllIsCountedNoKeyIsUnused() {
        assertThat(KeyReport.of("k2", KEYS, false, List.of()).unused()).isEmpty();
    }
}
