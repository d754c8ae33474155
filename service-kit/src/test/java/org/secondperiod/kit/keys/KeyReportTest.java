package org.secondperiod.kit.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class KeyReportTest {

    private static final Map<String, String> KEYS = new TreeMap<>(Map.of("k1", "aa", "k2", "bb"));

    @Test
    void aKeyUnderWhichSomethingLiesIsUsed() {
        var report = KeyReport.of(
                "k2", KEYS, null, true, List.of(new KeyCount("person.encrypted", "k1", 1), new KeyCount("t", "k2", 9)));

        assertThat(report.unused()).isEmpty();
    }

    @Test
    void anOldKeyUnderWhichNothingLiesIsUnused() {
        var report = KeyReport.of("k2", KEYS, null, true, List.of(new KeyCount("person.encrypted", "k2", 10)));

        assertThat(report.unused()).containsExactly("k1");
    }

    @Test
    void theCurrentKeyIsNeverUnused() {
        assertThat(KeyReport.of("k2", KEYS, null, true, List.of()).unused()).containsExactly("k1");
    }

    @Test
    void whereNotAllIsCountedNoKeyIsUnused() {
        assertThat(KeyReport.of("k2", KEYS, null, false, List.of()).unused()).isEmpty();
    }
}
