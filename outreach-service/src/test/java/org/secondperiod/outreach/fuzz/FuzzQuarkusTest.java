package org.secondperiod.outreach.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.secondperiod.outreach.join.Told.at;
import static org.secondperiod.outreach.join.Told.fresh;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TestClock;
import org.secondperiod.kit.testing.fuzz.Fuzz;
import org.secondperiod.kit.testing.fuzz.OneSchool;
import org.secondperiod.kit.testing.hostile.OwnApplication;
import org.secondperiod.outreach.join.Concluded;
import org.secondperiod.outreach.join.Told;

/** Random requests of those who belong to one school, where there is another. */
@QuarkusTest
@TestProfile(OwnApplication.class)
@QuarkusTestResource(StackTestResource.class)
class FuzzQuarkusTest {

    private static final int REQUESTS = 1_700;
    private static final String SECRET = "Zq9secret";

    @Inject
    Told told;

    @Inject
    Concluded concluded;

    @Inject
    TestClock clock;

    @Test
    void everyAnswerIsOneOfTheDocumentsAndTellsOfNoOtherSchool() throws Exception {
        String own = fresh("FUZZ");
        String other = fresh("FUZZ");
        String ana = fresh("ana");
        String ben = fresh("ben");
        clock.set(at("08:50"));
        toCall(own, ana, "Ana");
        toCall(other, ben, SECRET);

        var outcome = Fuzz.send(
                REQUESTS,
                OneSchool.tokens(own),
                List.of(
                        own,
                        own,
                        other,
                        ana,
                        ana,
                        ben,
                        task(own, ana),
                        task(other, ben),
                        "access.grants.v1",
                        "DOOR_FEED_SILENT"),
                SECRET);

        assertThat(outcome.faults()).isEmpty();
        assertThat(outcome.statuses()).containsKeys(200, 401, 403, 404, 422);
    }

    private void toCall(String school, String student, String name) {
        String building = fresh("building");
        told.school(school, building).withoutSignal().send();
        told.enrolled(student, school);
        told.person(student, name, name);
        told.heartbeat(building, "08:50");
        told.scan(fresh("somebody"), building, "07:30");
        told.absent(student, school);
        concluded.awaitTask(student, school, "OPEN");
    }

    private String task(String school, String student) {
        return String.valueOf(concluded.task(student, school).orElseThrow().get("task_id"));
    }
}
