package org.secondperiod.outreach.fuzz;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.secondperiod.outreach.join.Told.at;
import static org.secondperiod.outreach.join.Told.fresh;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.secondperiod.events.AttendanceCategory;
import org.secondperiod.events.PersonChanged.Phone;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TestClock;
import org.secondperiod.kit.testing.TestTokens;
import org.secondperiod.kit.testing.fuzz.Fuzz;
import org.secondperiod.kit.testing.fuzz.Known;
import org.secondperiod.kit.testing.hostile.OwnApplication;
import org.secondperiod.outreach.join.Concluded;
import org.secondperiod.outreach.join.Told;

/** Random requests of those who belong to one school, where there is another. */
@QuarkusTest
@TestProfile(OwnApplication.class)
@QuarkusTestResource(StackTestResource.class)
class FuzzQuarkusTest {

    private static final String SECRET = "Zq9secret";
    private static final String NUMBER = "7185550142";

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
        school(own, ana, fresh("cem"), "Ana");
        school(other, ben, fresh(SECRET), SECRET);

        var known = Known.here()
                .of("schoolId", own, own, own, other)
                .of("studentId", ana, ana, ben)
                .of("taskId", task(own, ana), task(own, ana), task(other, ben))
                .of("grantId", grant(own, "helps"), grant(other, SECRET))
                .of("reason", "CODE_UNKNOWN")
                .of("decideHold.reason", "CODE_UNKNOWN", "CODE_UNKNOWN", "MASS_ABSENCE")
                .of("findStudents.name", "Ana", "pena", "x")
                .of("number", "(718) 555-0142", "+1" + NUMBER)
                .of("callId", "28401732")
                .of("recipient", "Harbor County family court")
                .of("orderErasure.studentId", "gone-1", "gone-2", "gone-3")
                .of("topic", "attendance.marks.v1", "roster.people.v1");

        var statuses = Fuzz.send("outreach-service", own, known, SECRET);

        assertThat(statuses).containsKeys(200, 401, 403, 404, 422);
    }

    /** One is called, and one is held; where it is the other one's, everything that can be read is its own. */
    private void school(String school, String toCall, String held, String text) {
        told.schoolHeardAt(school, "08:50");
        for (String student : List.of(toCall, held)) {
            told.enrolled(student, school);
            told.person(student, text, text, List.of(new Phone(NUMBER, "+1" + NUMBER, null, null)), List.of());
        }
        told.absent(toCall, school);
        told.mark(held, school, "1", text, AttendanceCategory.UNKNOWN, "08:20", 1, false);
        concluded.awaitTask(toCall, school, "OPEN");
        concluded.awaitState(held, school, "HELD:CODE_UNKNOWN");
        given().auth()
                .oauth2(TestTokens.person("okafor", "attendance-lead", school))
                .contentType("application/json")
                .body("{\"studentId\":\"%s\",\"schoolId\":\"%s\",\"seen\":\"not-in\",\"note\":\"%s\"}"
                        .formatted(toCall, school, text))
                .post("/v1/sightings")
                .then()
                .statusCode(201);
    }

    private String grant(String school, String why) {
        return given().auth()
                .oauth2(TestTokens.anybody(StackTestResource.FIRST_ADMIN))
                .contentType("application/json")
                .body("{\"subject\":\"fuzz-helper\",\"role\":\"caller\",\"schools\":[\"%s\"],\"why\":\"%s\"}"
                        .formatted(school, why))
                .post("/v1/grants")
                .then()
                .statusCode(201)
                .extract()
                .path("grantId");
    }

    private String task(String school, String student) {
        return String.valueOf(concluded.task(student, school).orElseThrow().get("task_id"));
    }
}
