package org.secondperiod.reporting.records;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.secondperiod.reporting.intake.Told.fresh;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.secondperiod.events.AttendanceCategory;
import org.secondperiod.events.Topics;
import org.secondperiod.kit.database.AsSystem;
import org.secondperiod.kit.records.RecordClasses;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TablesOfStudents;
import org.secondperiod.kit.testing.TestTokens;
import org.secondperiod.reporting.intake.Told;
import org.secondperiod.reporting.intake.kafka.ReportingConsumer;

/** All that this service holds of a student. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class ExportQuarkusTest {

    @Inject
    RecordClasses records;

    @Inject
    Jdbi jdbi;

    @Inject
    ReportingConsumer consumer;

    @Test
    void aStudentsMarksAndEnrolmentsAreInIt() {
        String ana = fresh("ana");
        String school = fresh("S");
        AsSystem.run(() -> jdbi.useTransaction(tx -> consumer.handle(
                tx,
                List.of(
                        Told.received(Topics.ENROLMENTS, Told.roster(ana, 1, Told.at(school, null, null))),
                        Told.received(
                                Topics.MARKS,
                                Told.mark(
                                        ana,
                                        school,
                                        LocalDate.of(2026, 9, 8),
                                        "day",
                                        AttendanceCategory.UNEXCUSED_ABSENCE,
                                        1))))));

        given().auth()
                .oauth2(TestTokens.anybody(StackTestResource.FIRST_ADMIN))
                .get("/v1/students/{id}/export", ana)
                .then()
                .statusCode(200)
                .body("classes.recordClass", contains("attendance", "outreach", "roster"))
                .body("classes[0].tables[0].rows.kind", contains("ABSENT"))
                .body("classes[2].tables[0].rows.school_id", contains(school));
    }

    @Test
    void everyTableThatNamesAStudentIsOfAClass() {
        assertThat(TablesOfStudents.withoutClass(records)).isEmpty();
    }

    @Test
    void everyTableThatNamesAStudentIsGuardedAlsoAgainstItsOwner() {
        assertThat(TablesOfStudents.withoutGuard()).isEmpty();
    }
}
