package org.secondperiod.outreach.whereabouts;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.secondperiod.outreach.join.Told.at;
import static org.secondperiod.outreach.join.Told.fresh;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TestClock;
import org.secondperiod.kit.testing.TestTokens;
import org.secondperiod.outreach.join.Concluded;
import org.secondperiod.outreach.join.Told;

/**
 * Marks of students whom no roster has ever named are taken, for the roster may come later, and do not fill the callers'
 * lists. Ana is enrolled; Ben has left; nobody knows the stranger. All three are marked absent.
 */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class UnknownStudentsQuarkusTest {

    @Inject
    Told told;

    @Inject
    Concluded concluded;

    @Inject
    TestClock clock;

    private final String school = fresh("school");
    private final String ana = fresh("ana");
    private final String ben = fresh("ben");
    private final String stranger = fresh("stranger");

    @BeforeEach
    void threeMarkedAbsent() {
        clock.set(at("08:50"));
        told.schoolHeardAt(school, "08:50");
        told.enrolled(ana, school);
        told.enrolments(ben, List.of());
        told.absent(ana, school);
        told.absent(ben, school);
        told.absent(stranger, school);
        concluded.awaitState(ana, school, "UNACCOUNTED");
        concluded.awaitState(ben, school, "NOT_ENROLLED");
        concluded.awaitState(stranger, school, "NOT_ENROLLED");
    }

    private Response get(String path) {
        return given().auth()
                .oauth2(TestTokens.person("rivera", "caller", school))
                .get(path + "day=2026-10-14");
    }

    @Test
    void theyAreNotListedUnlessAskedFor() {
        // when
        Response all = get("/v1/whereabouts?");
        Response asked = get("/v1/whereabouts?state=NOT_ENROLLED&");

        // then
        all.then().statusCode(200).body("items.studentId", containsInAnyOrder(ana, ben));
        asked.then().statusCode(200).body("items.studentId", containsInAnyOrder(ben, stranger));
    }

    @Test
    void theyAreCountedApart() {
        // when
        Response summary = get("/v1/whereabouts/summary?");

        // then
        summary.then()
                .statusCode(200)
                .body("items[0].unknownStudents", equalTo(1))
                .body("items[0].states.NOT_ENROLLED", equalTo(1))
                .body("items[0].states.UNACCOUNTED", equalTo(1));
    }

    @Test
    void onceTheRosterNamesThemTheyAreDecidedOnLikeEverybodyElse() {
        // when
        told.enrolled(stranger, school);

        // then
        concluded.awaitState(stranger, school, "UNACCOUNTED");
        get("/v1/whereabouts?state=NOT_ENROLLED&").then().body("items.studentId", contains(ben));
        get("/v1/whereabouts/summary?")
                .then()
                .body("items[0].unknownStudents", equalTo(0))
                .body("items[0].states.UNACCOUNTED", equalTo(2))
                .body("items[1]", nullValue());
    }

    @Test
    void aMarkThatNamesTheWrongSchoolTellsItsCallersNobodysNameAndNothingOfOtherSchools() {
        // given a student of another school, who is there
        String cleo = fresh("cleo");
        String elsewhere = fresh("elsewhere");
        String building = fresh("building");
        told.school(elsewhere, building).withoutSignal().send();
        told.enrolled(cleo, elsewhere);
        told.person(cleo, "Cleo", "Washington");
        told.person(ana, "Ana", "Peña");
        told.scan(cleo, building, "07:40");

        // when she is marked absent at this school
        told.absent(cleo, school);
        concluded.awaitState(cleo, school, "NOT_ENROLLED");

        // then its callers see a mark of an id
        get("/v1/students/" + ana + "/timeline?").then().body("student.givenName", equalTo("Ana"));
        get("/v1/students/" + cleo + "/timeline?")
                .then()
                .statusCode(200)
                .body("student", nullValue())
                .body("entries.kind", hasItem("MARK"))
                .body("entries.kind", not(hasItem("SCAN")));
        get("/v1/whereabouts?state=NOT_ENROLLED&")
                .then()
                .body("items.find { it.studentId == '" + cleo + "' }.student", nullValue());
    }
}
