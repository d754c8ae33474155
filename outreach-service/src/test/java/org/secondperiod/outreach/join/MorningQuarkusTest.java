package org.secondperiod.outreach.join;

import static org.assertj.core.api.Assertions.assertThat;
import static org.secondperiod.outreach.join.Told.at;
import static org.secondperiod.outreach.join.Told.fresh;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TestClock;

/** A morning, from the topics to the call tasks. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class MorningQuarkusTest {

    @Inject
    Told told;

    @Inject
    Concluded concluded;

    @Inject
    TestClock clock;

    private final String school = fresh("school");
    private final String building = fresh("building");
    private final String ana = fresh("ana");

    @BeforeEach
    void aSchoolWithAnOpenDoor() {
        clock.set(at("07:30"));
        told.school(school, building).send();
        told.enrolled(ana, school);
        told.heartbeat(building, "07:30");
        told.scan(fresh("somebody"), building, "07:30");
    }

    @Test
    void whoIsMarkedAbsentAndNotSeenIsToBeCalledAtTheCutOff() {
        // given
        concluded.awaitState(ana, school, "WAITING");
        clock.set(at("08:25"));
        told.absent(ana, school);
        told.heartbeat(building, "08:43");

        // when
        clock.set(at("08:44"));

        // then
        concluded.awaitTask(ana, school, "OPEN");
        concluded.awaitState(ana, school, "UNACCOUNTED");
    }
}
