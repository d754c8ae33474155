package org.secondperiod.ingest.schools;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.secondperiod.kit.ids.SchoolId;
import org.secondperiod.kit.problems.Problems.Violation;

class BellScheduleCheckTest {

    private static final School SCHOOL = new School(
            new SchoolId("S"), "A school", ZoneId.of("America/New_York"), List.of(), "1", 3, 20, true, 60, 10, null);

    @Test
    void periodsInOrderAreFineAndMayTouch() {
        assertThat(violations(period("1", "08:00", "08:41"), period("2", "08:41", "09:20")))
                .isEmpty();
    }

    @Test
    void aPeriodEndsAfterItsStart() {
        assertThat(violations(period("1", "08:41", "08:00")))
                .containsExactly(new Violation("periods[0].end", "must be after its start"));
    }

    @Test
    void noPeriodBeginsBeforeTheOneAboveItEnds() {
        assertThat(violations(period("1", "08:00", "08:41"), period("2", "08:40", "09:20")))
                .extracting(Violation::field)
                .containsExactly("periods[1].start");
    }

    @Test
    void namesAreTheirOwn() {
        assertThat(violations(period("1", "08:00", "08:41"), period("1", "08:45", "09:20")))
                .extracting(Violation::field)
                .containsExactly("periods[1].period");
    }

    @Test
    void regularDaysHoldTheTriggerPeriod() {
        assertThat(violations(period("2", "08:00", "08:41")).getFirst().message())
                .contains("trigger period, \"1\"");
    }

    @Test
    void thereIsAtLeastOnePeriod() {
        assertThat(violations()).extracting(Violation::field).contains("periods");
    }

    private static Period period(String name, String start, String end) {
        return new Period(name, LocalTime.parse(start), LocalTime.parse(end));
    }

    private static List<Violation> violations(Period... periods) {
        var bells = new BellSchedule("regular", LocalDate.parse("2026-09-01"), false, List.of(periods));
        return BellScheduleCheck.check(bells, SCHOOL).violations();
    }
}
