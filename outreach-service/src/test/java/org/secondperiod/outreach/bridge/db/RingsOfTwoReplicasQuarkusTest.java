package org.secondperiod.outreach.bridge.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.secondperiod.outreach.join.Told.at;
import static org.secondperiod.outreach.join.Told.fresh;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.secondperiod.kit.database.AsSystem;
import org.secondperiod.kit.ids.SchoolDay;
import org.secondperiod.kit.ids.SchoolId;
import org.secondperiod.kit.ids.StudentId;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.outreach.join.Told;
import org.secondperiod.outreach.tasks.CallTask;
import org.secondperiod.outreach.tasks.Outlook;
import org.secondperiod.outreach.tasks.StoredTask;
import org.secondperiod.outreach.whereabouts.StudentAtSchool;

/** Two replicas with one database, which let a caller be rung five times within an hour. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class RingsOfTwoReplicasQuarkusTest {

    private static final int MOST = 5;
    private static final Duration WITHIN = Duration.ofHours(1);

    @Inject
    Jdbi jdbi;

    private final RingStore one = new RingStore();
    private final RingStore other = new RingStore();
    private final StoredTask task = task();

    private static StoredTask task() {
        return new StoredTask(
                fresh("task"),
                new StudentAtSchool(new StudentId(fresh("ana")), new SchoolId(fresh("school")), SchoolDay.of(Told.DAY)),
                CallTask.open(false),
                null,
                false,
                at("08:44"),
                Outlook.OPEN,
                1);
    }

    private boolean rings(RingStore replica, StoredTask of, String caller, String time) {
        return AsSystem.get(() -> jdbi.inTransaction(tx -> replica.ring(tx, of, caller, MOST, WITHIN, at(time))));
    }

    @Test
    void askedAtOnceTheyRingFiveTimesTogether() throws Exception {
        List<Callable<Boolean>> asked = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            asked.add(() -> rings(one, task, "rivera", "08:50"));
            asked.add(() -> rings(other, task, "rivera", "08:50"));
        }
        int rung = 0;
        try (var pool = Executors.newFixedThreadPool(6)) {
            for (var each : pool.invokeAll(asked)) {
                rung += each.get() ? 1 : 0;
            }
        }

        assertThat(rung).isEqualTo(MOST);
        assertThat(rings(one, task, "osei", "08:50")).as("of each caller").isTrue();
        assertThat(rings(other, task(), "rivera", "08:50")).as("for each task").isTrue();
    }

    @Test
    void aRingCountsForAnHourAtBoth() {
        for (int i = 0; i < 2; i++) {
            assertThat(rings(one, task, "rivera", "08:50")).isTrue();
            assertThat(rings(other, task, "rivera", "08:55")).isTrue();
        }
        assertThat(rings(one, task, "rivera", "09:20")).isTrue();

        assertThat(rings(other, task, "rivera", "09:49")).isFalse();
        assertThat(rings(one, task, "rivera", "09:50"))
                .as("the first two are over")
                .isTrue();
        assertThat(rings(other, task, "rivera", "09:51")).isTrue();
        assertThat(rings(one, task, "rivera", "09:52")).isFalse();
    }

    @Test
    void aRingThatIsNotCommittedIsNone() {
        for (int i = 0; i < MOST; i++) {
            assertThatThrownBy(() -> AsSystem.run(() -> jdbi.useTransaction(tx -> {
                        one.ring(tx, task, "rivera", MOST, WITHIN, at("08:50"));
                        throw new IllegalStateException("refused");
                    })))
                    .hasMessageContaining("refused");
        }

        assertThat(rings(other, task, "rivera", "08:50")).isTrue();
    }
}
