package org.secondperiod.reporting;

import static org.awaitility.Awaitility.await;
import static org.secondperiod.kit.testing.matrix.AccessMatrix.OTHER;
import static org.secondperiod.kit.testing.matrix.AccessMatrix.OWN;
import static org.secondperiod.kit.testing.matrix.Sample.get;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.secondperiod.events.CallLogged;
import org.secondperiod.events.Topics;
import org.secondperiod.kit.database.AsSystem;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.matrix.MatrixSamples;
import org.secondperiod.reporting.intake.Told;
import org.secondperiod.reporting.intake.kafka.ReportingConsumer;
import org.secondperiod.reporting.outreach.Morning;
import org.secondperiod.reporting.outreach.kafka.OutreachConsumer;

/** Who may do what here, as docs/access.md says. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class AccessMatrixQuarkusTest {

    @Inject
    Jdbi jdbi;

    @Inject
    ReportingConsumer consumer;

    @Inject
    OutreachConsumer calls;

    @BeforeEach
    void twoSchoolsEachWithAStudentWhoseFamilyWasCalled() {
        for (String school : List.of(OWN, OTHER)) {
            CallLogged call =
                    new Morning(school).call("student-of-" + school, 10, CallLogged.Outcome.NO_ANSWER, "rivera");
            AsSystem.run(() -> jdbi.useTransaction(tx -> calls.handle(tx, List.of(Told.received(Topics.CALLS, call)))));
            AsSystem.run(() -> jdbi.useTransaction(tx -> consumer.handle(
                    tx,
                    List.of(
                            Told.received(
                                    Topics.SCHOOLS,
                                    Told.school(school, 1, true, Told.weekdays("2026-09-07", "2027-06-11"))),
                            Told.received(
                                    Topics.ENROLMENTS,
                                    Told.roster("student-of-" + school, 1, Told.at(school, null, null)))))));
        }
    }

    /** Until then no month is released. */
    private void awaitCounted() {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> jdbi.withHandle(handle -> handle.createQuery("SELECT count(*) FROM refresh")
                                .mapTo(Integer.class)
                                .one())
                        == 0);
    }

    @Test
    void everybodyMayDoWhatThePageSaysAndNothingElse() throws Exception {
        MatrixSamples samples = new MatrixSamples();
        samples.put(
                "GET /v1/students/{studentId}/attendance",
                get("/v1/students/student-of-" + OWN + "/attendance").telling(OWN));
        samples.put("GET /v1/chronic-absence", get("/v1/chronic-absence?groupBy=SCHOOL&school=" + OWN));
        samples.put("GET /v1/attendance", get("/v1/attendance?by=MONTH&school=" + OWN));
        for (String report : List.of(
                "movement",
                "watch-list",
                "outreach",
                "calling-earlier",
                "absence-reasons",
                "in-building",
                "data-quality")) {
            samples.put("GET /v1/" + report, get("/v1/%s?school=%s".formatted(report, OWN)));
        }

        samples.put(
                "GET /v1/students/{studentId}/contact-record",
                get("/v1/students/student-of-" + OWN + "/contact-record").telling(OWN));
        for (String file : List.of(
                "contact-records",
                "edfacts/chronic-absenteeism",
                "ed-fi/student-school-attendance-events",
                "weekly-page")) {
            samples.put("GET /v1/" + file, get("/v1/%s?school=%s".formatted(file, OWN)));
        }

        awaitCounted();
        samples.andOperation().ask("reporting-service", 280);
    }
}
