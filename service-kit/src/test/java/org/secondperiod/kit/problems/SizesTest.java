package org.secondperiod.kit.problems;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SizesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            200       | 200 bytes
            16384     | 16 KiB (16384 bytes)
            10000     | 9.8 KiB (10000 bytes)
            209715200 | 200 MiB (209715200 bytes)
            268435456 | 256 MiB (268435456 bytes)
            1500000   | 1.4 MiB (1500000 bytes)
            """)
    void aSizeIsSaidForPeopleAndForPrograms(long bytes, String words) {
        assertThat(Sizes.inWords(bytes)).isEqualTo(words);
    }
}
