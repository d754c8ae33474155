package org.secondperiod.outreach.records;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.secondperiod.outreach.join.Told.at;
import static org.secondperiod.outreach.join.Told.fresh;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.secondperiod.kit.records.RecordClasses;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TablesOfStudents;
import org.secondperiod.kit.testing.TestClock;
import org.secondperiod.kit.testing.TestTokens;
import org.secondperiod.outreach.join.Concluded;
import org.secondperiod.outreach.join.Told;

/** All that this service holds of a student, and nothing of another one. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class ExportQuarkusTest {

    @Inject
    Told told;

    @Inject
    Concluded concluded;

    @Inject
    TestClock clock;

    @Inject
    RecordClasses records;

    private final String school = fresh("school");
    private final String ana = fresh("ana");
    private final String ben = fresh("ben");

    @Test
    void aStudentsMorningIsInItWithTheNameInTheClear() {
        clock.set(at("08:50"));
        String building = told.schoolHeardAt(school, "08:50");
        for (String student : new String[] {ana, ben}) {
            told.enrolled(student, school);
            told.person(student, "Given-" + student, "Family");
            told.absent(student, school);
            concluded.awaitTask(student, school, "OPEN");
        }
        told.scan(ana, building, "08:49");
        concluded.awaitState(ana, school, "ARRIVED");

        String all = "classes.collectMany { it.tables }.findAll { it.table == '%s' }.collectMany { it.rows }";
        given().auth()
                .oauth2(TestTokens.anybody(StackTestResource.FIRST_ADMIN))
                .get("/v1/students/{id}/export", ana)
                .then()
                .statusCode(200)
                .body(
                        "classes.recordClass",
                        contains(
                                "scans",
                                "sightings",
                                "marks",
                                "whereabouts",
                                "call-records",
                                "disclosures",
                                "roster",
                                "found-numbers",
                                "consents",
                                "standing"))
                .body("classes[0].tables[0].rows[0].scans", hasSize(1))
                .body(all.formatted("person") + ".encrypted.givenName", contains("Given-" + ana))
                .body(all.formatted("mark_version") + ".code", contains("A"))
                .body(all.formatted("whereabouts") + ".state", contains("ARRIVED"))
                .body(all.formatted("call_task") + ".student_id", contains(ana))
                .body(all.formatted("enrolment") + ".school_id", contains(school))
                .body(not(containsString(ben)));
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
