package org.secondperiod.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.secondperiod.events.AttendanceCategory;
import org.secondperiod.events.CallLogged.Outcome;
import org.secondperiod.events.CallTaskChanged;
import org.secondperiod.events.EnrolmentsChanged.Enrolment;
import org.secondperiod.events.Topics;
import org.secondperiod.kit.database.AsSystem;
import org.secondperiod.kit.delivery.Received;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TestClock;
import org.secondperiod.kit.testing.TestDatabase;
import org.secondperiod.kit.testing.fuzz.Fuzz;
import org.secondperiod.kit.testing.fuzz.Known;
import org.secondperiod.kit.testing.hostile.OwnApplication;
import org.secondperiod.reporting.intake.Told;
import org.secondperiod.reporting.intake.kafka.ReportingConsumer;
import org.secondperiod.reporting.outreach.Morning;
import org.secondperiod.reporting.outreach.kafka.OutreachConsumer;

/** Random requests of those who belong to one school, where there is another. */
@QuarkusTest
@TestProfile(OwnApplication.class)
@QuarkusTestResource(StackTestResource.class)
class FuzzQuarkusTest {

    private static final String OWN = "FUZZ-OWN";
    private static final String OTHER = "FUZZ-OTHER";
    private static final String SECRET = "Zq9secret";
    private static final int STUDENTS = 12;

    @Inject
    Jdbi jdbi;

    @Inject
    ReportingConsumer attendance;

    @Inject
    OutreachConsumer outreach;

    @Inject
    TestClock clock;

    @Test
    void everyAnswerIsOneOfTheDocumentsAndTellsOfNoOtherSchool() throws Exception {
        clock.set(Instant.parse("2026-10-14T16:00:00Z"));
        school(OWN, "ana");
        school(OTHER, SECRET);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> TestDatabase.asOwner()
                                .withHandle(handle -> handle.createQuery("SELECT count(*) FROM refresh")
                                        .mapTo(Integer.class)
                                        .one())
                        == 0);

        var known = Known.here()
                .of("studentId", "ana-0", "ana-1", "ana-2")
                .of("schoolId", OWN, OWN, OWN, OTHER)
                .of("topic", "attendance.marks.v1", "access.grants.v1");

        var statuses = Fuzz.send("reporting-service", OWN, known, SECRET);

        assertThat(statuses).containsKeys(200, 401, 403, 404, 422);
    }

    /** A class of that name, of which each student was absent on some days, and was called about on one. */
    private void school(String school, String name) {
        var students =
                IntStream.range(0, STUDENTS).mapToObj(i -> name + "-" + i).toList();
        var morning = new Morning(school);
        List<Received> rosters = new ArrayList<>();
        List<Received> calls = new ArrayList<>();
        rosters.add(
                Told.received(Topics.SCHOOLS, Told.school(school, 1, true, Told.weekdays("2026-09-07", "2027-06-11"))));
        var days = List.copyOf(Told.weekdays("2026-09-07", Morning.DAY.toString()));
        days.forEach(day -> rosters.add(Told.received(Topics.TAKEN, Told.taken(school, day, "day", name, 1, false))));
        for (int i = 0; i < STUDENTS; i++) {
            var student = students.get(i);
            var enrolment = new Enrolment(school, LocalDate.parse("2026-09-07"), null, "9", name, null, List.of());
            rosters.add(Told.received(Topics.ENROLMENTS, Told.roster(student, 1, enrolment)));
            days.subList(days.size() - 1 - i, days.size())
                    .forEach(day -> rosters.add(Told.received(
                            Topics.MARKS,
                            Told.mark(student, school, day, "day", AttendanceCategory.UNEXCUSED_ABSENCE, 1))));
            calls.add(Told.received(Topics.CALL_TASKS, morning.task(student, 1, CallTaskChanged.State.OPEN, 1, null)));
            calls.add(Told.received(Topics.CALLS, morning.call(student, 10 + i, Outcome.NO_ANSWER, "caller-" + name)));
        }
        AsSystem.run(() -> jdbi.useTransaction(tx -> attendance.handle(tx, rosters)));
        AsSystem.run(() -> jdbi.useTransaction(tx -> outreach.handle(tx, calls)));
    }
}
