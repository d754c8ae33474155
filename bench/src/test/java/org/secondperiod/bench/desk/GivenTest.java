package org.secondperiod.bench.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GivenTest {

    private final Given given = new Given();

    @Test
    void aTaskThatTwoHaveIsAFaultAndStaysOneWhenTheNextListBegins() {
        given.add("t-1");
        given.add("t-2");
        assertThat(given.faults("next")).isEmpty();

        given.add("t-1");
        given.begin();
        given.add("t-2");

        assertThat(given.count()).isOne();
        assertThat(given.faults("next")).containsExactly("next: 1 tasks were given twice");
    }
}
