package org.secondperiod.bench.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BenchSchoolTest {

    private final BenchSchool school = new BenchSchool(2_000, 300);

    @Test
    void eachDayThreeHundredAreMissingAndAllOthersCome() {
        for (int day : new int[] {0, 1, 6, 199}) {
            assertThat(school.absentOn(day)).hasSize(300).doesNotHaveDuplicates();
            assertThat(school.presentOn(day)).hasSize(1_700).doesNotContainAnyElementsOf(school.absentOn(day));
        }
    }

    @Test
    void oneDayAfterTheOtherOtherFamiliesAreCalled() {
        var absent = Stream.of(0, 1, 2).flatMap(day -> school.absentOn(day).stream());

        assertThat(absent).doesNotHaveDuplicates();
    }

    @Test
    void whereTooFewFamiliesHaveANumberThereIsNoBench() {
        assertThatThrownBy(() -> new BenchSchool(100, 100)).hasMessageContaining("have a family with a number");
    }
}
