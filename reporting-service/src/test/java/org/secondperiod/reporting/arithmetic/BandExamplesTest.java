package org.secondperiod.reporting.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.secondperiod.reporting.examples.ExampleTable;

/** The bands at their edges, as band-examples.csv has them. */
class BandExamplesTest {

    static Stream<Map<String, String>> examples() {
        return ExampleTable.of("band-examples.csv").stream();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void itIsAsTheTableSays(Map<String, String> row) {
        Count count = new Count(
                Integer.parseInt(row.get("enrolled half days")), Integer.parseInt(row.get("absent half days")));

        Band band = Band.of(count);

        assertThat(band.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .as(row.get("share"))
                .isEqualTo(row.get("band"));
    }
}
