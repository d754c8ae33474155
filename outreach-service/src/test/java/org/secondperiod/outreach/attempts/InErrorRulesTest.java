package org.secondperiod.outreach.attempts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.secondperiod.kit.ids.SchoolDay;
import org.secondperiod.kit.ids.SchoolId;
import org.secondperiod.kit.ids.StudentId;
import org.secondperiod.outreach.attempts.Attempt.InError;
import org.secondperiod.outreach.examples.Times;
import org.secondperiod.outreach.tasks.CallTask;
import org.secondperiod.outreach.tasks.Outlook;
import org.secondperiod.outreach.tasks.StoredTask;
import org.secondperiod.outreach.tasks.TaskState;
import org.secondperiod.outreach.tasks.TaskStep;
import org.secondperiod.outreach.whereabouts.StudentAtSchool;

/** Which calls were about a child who was in the building. The call was at 08:52. */
class InErrorRulesTest {

    private static final LocalDate DAY = LocalDate.parse("2026-10-14");
    private static final Times TIMES = new Times(DAY, ZoneId.of("America/New_York"));
    private static final StudentAtSchool ANA =
            new StudentAtSchool(new StudentId("ana"), new SchoolId("BXL"), SchoolDay.of(DAY));

    @ParameterizedTest
    @CsvSource(
            value = {
                "ARRIVED,,08:50,SCAN_CAME_LATE",
                "ARRIVED,,08:52,SCAN_CAME_LATE",
                "ARRIVED,,08:53,",
                "ARRIVAL_ADDED,,08:40,SCAN_CAME_LATE",
                "WITHDRAWN,IN_BUILDING,07:50,SCAN_CAME_LATE",
                "NOTED,IN_BUILDING,07:50,SCAN_CAME_LATE",
                "WITHDRAWN,SEEN_IN_SCHOOL,08:45,SEEN_AND_NOT_ENTERED",
                "WITHDRAWN,SEEN_IN_SCHOOL,09:30,",
                "WITHDRAWN,MARK_CORRECTED,08:00,MARK_WAS_WRONG",
                "WITHDRAWN,MARK_CORRECTED,,",
                "WITHDRAWN,EXPLAINED,,"
            })
    void aLaterConclusionSaysWhy(
            TaskStep.What what, String reason, @Nullable String since, @Nullable ErrorCause cause) {
        Instant hereSince = since == null ? null : TIMES.read(since);

        var found = InErrorRules.found(call(Channel.OUTGOING_CALL), step(what, reason, hereSince));

        assertThat(found.map(InError::cause).orElse(null)).isEqualTo(cause);
        assertThat(found.map(InError::by)).isEmpty();
    }

    @Test
    void whatWasKnownBeforeTheCallWasAnOldList() {
        Attempt call = call(Channel.OUTGOING_CALL);

        assertThat(InErrorRules.known(call, TIMES.read("08:40"), TIMES.read("08:41")))
                .isNotNull()
                .extracting(InError::cause)
                .isEqualTo(ErrorCause.LIST_WAS_OLD);
        assertThat(InErrorRules.known(call, TIMES.read("08:40"), TIMES.read("08:54")))
                .isNotNull()
                .extracting(InError::cause)
                .isEqualTo(ErrorCause.SCAN_CAME_LATE);
        assertThat(InErrorRules.known(call, TIMES.read("08:55"), TIMES.read("08:56")))
                .isNull();
        assertThat(InErrorRules.known(call, null, null)).isNull();
    }

    @Test
    void aConversationIsNeverInError() {
        assertThat(InErrorRules.found(
                        call(Channel.INCOMING_CALL), step(TaskStep.What.ARRIVED, null, TIMES.read("08:40"))))
                .isEmpty();
    }

    private static TaskStep step(TaskStep.What what, @Nullable String reason, @Nullable Instant since) {
        StoredTask task =
                new StoredTask("t-1", ANA, CallTask.open(false), null, false, TIMES.read("08:44"), Outlook.OPEN, 3);
        return new TaskStep(task, TaskState.OPEN, what, reason, null, TIMES.read("09:30"), since);
    }

    private static Attempt call(Channel channel) {
        Said said = new Said(Outcome.NO_ANSWER, null, null, null, Set.of(), null, null, null, null, null, null);
        Instant at = TIMES.read("08:52");
        return new Attempt(
                "a-1", "c-1", "t-1", ANA, channel, said, null, null, "rivera", "rivera", at, at, at, null, null, null,
                1);
    }
}
