package org.secondperiod.bench.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.secondperiod.bench.measure.Round;

class StreamedDaysTest {

    @Test
    void everyDayMustBeInTimeForItsStudents() {
        assertThat(days(100_000, List.of(), 17.9, 18).isReached()).isTrue();
        assertThat(days(100_000, List.of(), 17.9, 18.1).isReached()).isFalse();
        assertThat(days(1_000_000, List.of(), 179, 180).isReached()).isTrue();
    }

    @Test
    void aDayThatDoesNotCountForEverybodyMustNeverHappen() {
        var days = days(100_000, List.of("2027-06-15 counts for 99,999 students"), 1);

        assertThat(days.isReached()).isFalse();
        assertThat(days.isRight()).isFalse();
        assertThat(days.lines()).anyMatch(line -> line.contains("NEVER TO HAPPEN"));
    }

    @Test
    void keepingUpIsComparedByTheCpuOfTheServicesAndNotOfTheLoad() {
        var rebuild = new Round(1, 600, Map.of("reporting-service", 300.0, "postgres", 300.0, "load generator", 1.0));

        assertThat(keepingUp(rebuild, 10).isReached()).isTrue();
        assertThat(keepingUp(rebuild, 10.1).isReached()).isFalse();
    }

    private static KeepingUp keepingUp(Round rebuild, double cpu) {
        var day = new Round(1, 5, Map.of("reporting-service", cpu, "load generator", 100.0));
        return new KeepingUp(1_000, 180, rebuild, day);
    }

    private static StreamedDays days(int students, List<String> faults, double... seconds) {
        var rounds = java.util.Arrays.stream(seconds)
                .mapToObj(each -> new Round(students, each, Map.of("postgres", 1.0)))
                .toList();
        return new StreamedDays(students, "-Xmx384m", rounds, 700, faults);
    }
}
