package org.secondperiod.outreach.join;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.secondperiod.outreach.join.Told.at;
import static org.secondperiod.outreach.join.Told.fresh;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.secondperiod.events.AttendanceCategory;
import org.secondperiod.events.CallTaskChanged;
import org.secondperiod.events.EnrolmentsChanged.Enrolment;
import org.secondperiod.events.KnownAbsence;
import org.secondperiod.events.Scan;
import org.secondperiod.events.WhereaboutsChanged;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TestClock;

/** A morning, from the topics to the call tasks. Ana is a student; "somebody" has been seen at the door already. */
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
        concluded.awaitState(ana, school, "WAITING");
    }

    private void anaIsToBeCalled() {
        clock.set(at("08:25"));
        told.absent(ana, school);
        told.heartbeat(building, "08:25");
        concluded.awaitQuiet();
        clock.set(at("08:34"));
        told.heartbeat(building, "08:34");
        concluded.awaitQuiet();
        clock.set(at("08:44"));
        concluded.awaitTask(ana, school, "OPEN");
    }

    @Test
    void whoIsMarkedAbsentAndNotSeenIsToBeCalledAtTheCutOff() {
        // given
        clock.set(at("08:25"));
        told.absent(ana, school);
        told.heartbeat(building, "08:25");
        concluded.awaitQuiet();
        assertThat(concluded.task(ana, school)).isEmpty();
        clock.set(at("08:34"));
        told.heartbeat(building, "08:34");
        concluded.awaitQuiet();

        // when
        clock.set(at("08:44"));

        // then
        concluded.awaitTask(ana, school, "OPEN");
        concluded.awaitState(ana, school, "UNACCOUNTED");
        concluded.awaitQuiet();
        assertThat(concluded.told(ana))
                .extracting(WhereaboutsChanged::state)
                .containsExactly(WhereaboutsChanged.State.WAITING, WhereaboutsChanged.State.UNACCOUNTED);
        assertThat(concluded.toldTasks(ana))
                .extracting(CallTaskChanged::state)
                .containsExactly(CallTaskChanged.State.OPEN);
    }

    /** Rosters leave out what they do not know. */
    @Test
    void whoseGradeAndHomeroomNobodyToldIsToBeCalledToo() {
        told.enrolments(ana, List.of(new Enrolment(school, null, null, null, null, null, List.of())));

        anaIsToBeCalled();

        concluded.awaitState(ana, school, "UNACCOUNTED");
    }

    @Test
    @Tag("F4")
    void whoComesAfterTheCutOffHasArrived() {
        // given
        anaIsToBeCalled();

        // when
        clock.set(at("08:50"));
        told.scan(ana, building, "08:50");

        // then
        concluded.awaitTask(ana, school, "ARRIVED");
        concluded.awaitState(ana, school, "ARRIVED");
    }

    @Test
    @Tag("F3")
    void aLateUploadOfAScanFromBeforeClassWithdrawsTheCall() {
        // given
        anaIsToBeCalled();

        // when
        clock.set(at("10:00"));
        told.scan(ana, building, "07:55");

        // then
        concluded.awaitTask(ana, school, "WITHDRAWN");
        concluded.awaitState(ana, school, "IN_BUILDING");
        assertThat(concluded.task(ana, school).orElseThrow()).containsEntry("ended", "IN_BUILDING");
    }

    @Test
    @Tag("F5")
    void aCorrectedMarkWithdrawsTheCallAndAnotherCorrectionBringsItBack() {
        // given
        anaIsToBeCalled();

        // when
        told.mark(ana, school, "1", "P", AttendanceCategory.PRESENT, "08:46", 2, false);

        // then
        concluded.awaitTask(ana, school, "WITHDRAWN");
        concluded.awaitState(ana, school, "NOT_ABSENT");

        // and when
        told.mark(ana, school, "1", "A", AttendanceCategory.UNEXCUSED_ABSENCE, "08:47", 3, false);

        // then
        concluded.awaitTask(ana, school, "OPEN");
    }

    @Test
    @Tag("F6")
    void whoLeftAgainIsCalledFirst() {
        // given
        clock.set(at("08:05"));
        told.scan(ana, building, "07:50");
        told.scan(ana, building, Scan.Direction.OUT, at("08:05"));

        // when
        anaIsToBeCalled();

        // then
        assertThat(concluded.task(ana, school).orElseThrow()).containsEntry("safety", true);
    }

    @Test
    void aKnownAbsenceToldAfterTheCutOffWithdrawsTheCall() {
        // given
        anaIsToBeCalled();

        // when
        told.knownAbsence(ana, KnownAbsence.Reason.TRIP);

        // then
        concluded.awaitTask(ana, school, "WITHDRAWN");
        concluded.awaitState(ana, school, "EXPLAINED");
    }

    @Test
    @Tag("F8")
    void aSnowDayDeclaredLateWithdrawsAllCalls() {
        // given
        anaIsToBeCalled();

        // when
        told.school(school, building).noSchool().send();

        // then
        concluded.awaitTask(ana, school, "WITHDRAWN");
        concluded.awaitState(ana, school, "NO_SCHOOL");
    }

    @Test
    @Tag("F8")
    void aLongerFirstPeriodMovesTheCutOffAndAnUntouchedCallLeavesTheQueue() {
        // given
        anaIsToBeCalled();

        // when
        told.school(school, building).firstPeriodEnds("08:44").send();

        // then
        concluded.awaitTask(ana, school, "WITHDRAWN");
        concluded.awaitState(ana, school, "WAITING");
    }

    @Test
    void whoWasNotReachedByTheEndOfTheDayIsNoLongerToBeCalled() {
        // given
        anaIsToBeCalled();

        // when
        clock.set(at("14:40"));

        // then
        concluded.awaitTask(ana, school, "EXPIRED");
    }

    @Test
    void aClassThatSubmittedNothingIsHeldAtTheCutOffUntilItDoes() {
        // given
        String ben = fresh("ben");
        told.enrolledInClass(ben, school, "class-1");
        concluded.awaitState(ben, school, "WAITING");

        // when
        clock.set(at("08:44"));

        // then
        concluded.awaitState(ben, school, "HELD:ATTENDANCE_NOT_TAKEN");
        assertThat(concluded.task(ben, school)).isEmpty();

        // and when
        told.taken(school, "class-1", "08:46");

        // then
        concluded.awaitState(ben, school, "NOT_ABSENT");
        concluded.awaitState(ana, school, "HELD:ATTENDANCE_NOT_TAKEN");
    }

    @Test
    @Tag("F7")
    void aSilentDoorHoldsTheCallAndAgeMakesItAQuestion() {
        // given
        clock.set(at("08:25"));
        told.absent(ana, school);
        concluded.awaitQuiet();

        // when: last heard from at 07:30
        clock.set(at("08:44"));

        // then
        concluded.awaitState(ana, school, "HELD:DOOR_FEED_SILENT");
        assertThat(concluded.task(ana, school)).isEmpty();

        // and when
        clock.set(at("08:54"));

        // then
        concluded.awaitTask(ana, school, "OPEN");
        assertThat(concluded.task(ana, school).orElseThrow()).containsEntry("weak_evidence", true);
    }

    @Test
    @Tag("F7")
    void aDoorThatIsHeardFromAgainReleasesTheHold() {
        // given
        clock.set(at("08:25"));
        told.absent(ana, school);
        concluded.awaitQuiet();
        clock.set(at("08:44"));
        concluded.awaitState(ana, school, "HELD:DOOR_FEED_SILENT");

        // when
        clock.set(at("08:47"));
        told.heartbeat(building, "08:47");

        // then
        concluded.awaitState(ana, school, "UNACCOUNTED");
        concluded.awaitTask(ana, school, "OPEN");
        assertThat(concluded.task(ana, school).orElseThrow()).containsEntry("weak_evidence", false);
    }

    @Test
    @Tag("F7")
    void aReaderThatIsRegisteredInTheMorningHoldsNoCallUntilItIsSilentForTooLong() {
        // given
        anaIsToBeCalled();
        clock.set(at("08:45"));
        told.heartbeat(building, "08:45");
        concluded.awaitState(ana, school, "UNACCOUNTED");

        // when
        clock.set(at("09:00"));
        told.newReader(fresh("reader"), building, "09:00");
        concluded.awaitQuiet();

        // then
        concluded.awaitState(ana, school, "UNACCOUNTED");
        concluded.awaitTask(ana, school, "OPEN");

        // and when: something asks for a decision after the 20 minutes of readers without heartbeats
        clock.set(at("09:21"));
        told.absent(ana, school);

        // then
        concluded.awaitState(ana, school, "HELD:DOOR_FEED_SILENT");
    }

    @Test
    void schoolsOfOneCampusShareTheDoor() {
        // given
        String neighbour = fresh("school");
        String ben = fresh("ben");
        told.school(neighbour, building).send();
        told.enrolled(ben, neighbour);
        concluded.awaitState(ben, neighbour, "WAITING");
        clock.set(at("08:25"));
        told.absent(ben, neighbour);

        // when
        told.scan(ben, building, "07:50");

        // then
        concluded.awaitState(ben, neighbour, "IN_BUILDING");
    }

    @Test
    void whoIsEnrolledAtTwoSchoolsAndSeenAtOneIsHeldAtTheOther() {
        // given
        String other = fresh("school");
        String otherBuilding = fresh("building");
        String ben = fresh("ben");
        told.school(other, otherBuilding).send();
        told.heartbeat(otherBuilding, "07:30");
        told.enrolled(ben, school, other);
        concluded.awaitState(ben, other, "WAITING");
        clock.set(at("08:25"));
        told.absent(ben, school);
        told.absent(ben, other);

        // when
        told.scan(ben, building, "07:50");
        concluded.awaitState(ben, school, "IN_BUILDING");
        clock.set(at("08:44"));

        // then
        concluded.awaitState(ben, other, "HELD:SEEN_ELSEWHERE");
        concluded.awaitState(ben, school, "IN_BUILDING");
    }

    @Test
    void eachSchoolHasItsOwnClock() {
        // given
        String west = fresh("school");
        String westBuilding = fresh("building");
        String ben = fresh("ben");
        ZoneId denver = ZoneId.of("America/Denver");
        told.school(west, westBuilding).in(denver.getId()).withoutSignal().send();
        told.enrolled(ben, west);
        told.absent(ben, west);
        concluded.awaitState(ben, west, "WAITING");
        anaIsToBeCalled();
        assertThat(concluded.state(ben, west, Told.DAY)).contains("WAITING");

        // when
        clock.set(at("08:44", denver));

        // then
        concluded.awaitTask(ben, west, "OPEN");
    }

    @Test
    void factsThatCameBeforeTheRosterAreNotLost() {
        // given
        String ben = fresh("ben");
        clock.set(at("08:25"));
        told.absent(ben, school);
        told.scan(ben, building, "07:50");
        concluded.awaitState(ben, school, "NOT_ENROLLED");

        // when
        told.enrolled(ben, school);

        // then
        concluded.awaitState(ben, school, "IN_BUILDING");
    }

    @Test
    void factsOfASchoolThatIsNotKnownYetWaitForIt() {
        // given
        String later = fresh("school");
        String laterBuilding = fresh("building");
        String ben = fresh("ben");
        told.enrolled(ben, later);
        clock.set(at("08:25"));
        told.absent(ben, later);
        told.scan(ben, laterBuilding, "07:50");
        concluded.awaitQuiet();
        assertThat(concluded.state(ben, later, Told.DAY)).isEmpty();

        // when
        told.school(later, laterBuilding).send();

        // then
        concluded.awaitState(ben, later, "IN_BUILDING");
    }

    @Test
    @Tag("F8")
    void whoLeavesTheSchoolIsNoLongerToBeCalledAndWhoJoinsIsLookedAtToday() {
        // given
        anaIsToBeCalled();
        String ben = fresh("ben");

        // when
        told.enrolments(ana, List.of());
        told.enrolled(ben, school);

        // then
        concluded.awaitTask(ana, school, "WITHDRAWN");
        concluded.awaitState(ana, school, "NOT_ENROLLED");
        concluded.awaitState(ben, school, "HELD:ATTENDANCE_NOT_TAKEN");
    }

    @Test
    void whenMostAreMarkedAbsentTheDataAreDoubtedUntilCorrected() {
        // given: 25 of 26 are marked absent
        List<String> others =
                IntStream.range(0, 25).mapToObj(i -> fresh("pupil")).toList();
        others.forEach(student -> told.enrolled(student, school));
        clock.set(at("08:40"));
        told.heartbeat(building, "08:40");
        others.forEach(student -> told.absent(student, school));
        concluded.awaitQuiet();

        // when
        clock.set(at("08:44"));

        // then
        others.forEach(student -> concluded.awaitState(student, school, "HELD:MASS_ABSENCE"));

        // and when: 11 of them were there after all
        clock.set(at("08:46"));
        others.subList(0, 11)
                .forEach(
                        student -> told.mark(student, school, "1", "P", AttendanceCategory.PRESENT, "08:45", 2, false));

        // then
        others.subList(11, 25).forEach(student -> concluded.awaitTask(student, school, "OPEN"));
        await().untilAsserted(() -> assertThat(concluded.count(
                        "SELECT count(*) FROM school_day WHERE mass_absence AND school_id = '" + school + "'"))
                .isZero());
    }
}
