package org.secondperiod.outreach.join.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.secondperiod.events.AbsenceMark;
import org.secondperiod.events.AttendanceCategory;
import org.secondperiod.events.AttendanceTaken;
import org.secondperiod.events.EventJson;
import org.secondperiod.events.Topics;
import org.secondperiod.kit.delivery.Received;
import org.secondperiod.outreach.join.Intake;

/** An imported history counts, and nobody concludes from it where anybody was. */
class HistoryIsLeftAloneTest {

    private static final LocalDate DAY = LocalDate.of(2026, 10, 13);
    private static final Instant AT = Instant.parse("2026-10-14T12:00:00Z");

    @ParameterizedTest
    @CsvSource({"true, 0", "false, 1", ", 1"})
    void marksAndSubmissionsOfAHistoryTellNothing(@Nullable Boolean history, int taken) {
        IntakeReader reader = new IntakeReader(ZoneId.of("America/New_York"));

        reader.read(received(
                Topics.MARKS.name(),
                "ana",
                new AbsenceMark(
                        "m1",
                        null,
                        "ana",
                        "S",
                        DAY,
                        "day",
                        "A",
                        AttendanceCategory.UNEXCUSED_ABSENCE,
                        null,
                        AT,
                        0,
                        false,
                        "sis",
                        AT,
                        history)));
        reader.read(received(
                Topics.TAKEN.name(),
                "S",
                new AttendanceTaken("t1", "S", DAY, "day", null, AT, 0, false, "sis", AT, history)));

        Intake intake = reader.intake();
        assertThat(intake.marks()).hasSize(taken);
        assertThat(intake.facts()).hasSize(taken);
        assertThat(intake.submitted()).hasSize(taken);
    }

    private static Received received(String topic, String key, Object event) {
        return new Received(topic, 0, 0, key, EventJson.write(event), Map.of());
    }
}
