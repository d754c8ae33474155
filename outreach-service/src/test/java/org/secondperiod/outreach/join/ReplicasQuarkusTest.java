package org.secondperiod.outreach.join;

import static org.assertj.core.api.Assertions.assertThat;
import static org.secondperiod.outreach.join.Told.at;
import static org.secondperiod.outreach.join.Told.fresh;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TestClock;

/** Several replicas do what is due, at once. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class ReplicasQuarkusTest {

    @Inject
    Told told;

    @Inject
    Concluded concluded;

    @Inject
    TestClock clock;

    @Inject
    LookAgainSweep sweep;

    @Test
    @Tag("F20")
    void aDeadlineIsDoneOnceWhoeverDoesIt() throws Exception {
        // given: 60 of 200 students are absent
        clock.set(at("08:25"));
        String school = fresh("school");
        String building = fresh("building");
        told.school(school, building).send();
        List<String> students =
                IntStream.range(0, 200).mapToObj(i -> fresh("student")).toList();
        List<String> absent = students.subList(0, 60);
        students.forEach(student -> told.enrolled(student, school));
        told.scan(fresh("somebody"), building, "07:30");
        absent.forEach(student -> told.absent(student, school));
        students.subList(60, 200).forEach(student -> told.scan(student, building, "07:50"));
        told.heartbeat(building, "08:25");
        clock.set(at("08:34"));
        told.heartbeat(building, "08:34");
        concluded.awaitState(students.getLast(), school, "NOT_ABSENT");
        concluded.awaitQuiet();

        // when: this application's own sweep runs too
        clock.set(at("08:44"));
        Callable<Void> replica = () -> {
            sweep.run();
            return null;
        };
        try (var pool = Executors.newFixedThreadPool(3)) {
            for (var done : pool.invokeAll(List.of(replica, replica, replica))) {
                done.get();
            }
        }

        // then
        absent.forEach(student -> concluded.awaitTask(student, school, "OPEN"));
        concluded.awaitQuiet();
        assertThat(concluded.count("SELECT count(*) FROM call_task_step s JOIN call_task t USING (task_id)"
                        + " WHERE t.school_id = '" + school + "'"))
                .isEqualTo(absent.size());
        assertThat(concluded.toldTasks(absent.getFirst())).hasSize(1);
    }
}
