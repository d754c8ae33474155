package org.secondperiod.reporting.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EnrolledDatesTest {

    @Test
    void spansStandByTheirFirstAndLastDates() {
        BitSet dates = new BitSet();
        dates.set(0, 5);
        dates.set(10);

        assertThat(EnrolledDates.write(dates)).isEqualTo("0-4 10-10");
        assertThat(EnrolledDates.write(new BitSet())).isEmpty();
    }

    @Test
    void whatIsWrittenIsRead() {
        Random random = new Random(1);
        for (int times = 0; times < 200; times++) {
            BitSet dates = new BitSet();
            for (int spans = random.nextInt(5); spans > 0; spans--) {
                int first = random.nextInt(366);
                dates.set(first, first + 1 + random.nextInt(366 - first));
            }

            assertThat(EnrolledDates.read(EnrolledDates.write(dates))).isEqualTo(dates);
        }
    }
}
