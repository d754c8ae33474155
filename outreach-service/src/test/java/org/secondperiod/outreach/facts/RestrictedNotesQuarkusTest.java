package org.secondperiod.outreach.facts;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.secondperiod.outreach.join.Told.at;
import static org.secondperiod.outreach.join.Told.fresh;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.secondperiod.kit.grants.Grant;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TestClock;
import org.secondperiod.kit.testing.TestGrants;
import org.secondperiod.kit.testing.TestTokens;
import org.secondperiod.outreach.join.Concluded;
import org.secondperiod.outreach.join.Told;

/** Notes about health and safety are for those who have the right to read them at that school. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class RestrictedNotesQuarkusTest {

    private static final String NOTE = "was with the nurse, has asthma";

    @Inject
    Told told;

    @Inject
    Concluded concluded;

    @Inject
    TestClock clock;

    private final String school = fresh("school");
    private final String ana = fresh("ana");

    @BeforeEach
    void aStudent() {
        clock.set(at("08:50"));
        told.schoolHeardAt(school, "08:50");
        told.enrolled(ana, school);
        told.absent(ana, school);
        concluded.awaitState(ana, school, "UNACCOUNTED");
    }

    private ValidatableResponse enter(@Nullable String note, boolean restricted) {
        Map<String, Object> body = new HashMap<>();
        body.put("studentId", ana);
        body.put("schoolId", school);
        body.put("seen", "in-building");
        body.put("restricted", restricted);
        if (note != null) {
            body.put("note", note);
        }
        return given().auth()
                .oauth2(TestTokens.person(fresh("chen"), "caller", school))
                .contentType("application/json")
                .body(body)
                .post("/v1/sightings")
                .then();
    }

    private ValidatableResponse timeline(String token) {
        return given().auth()
                .oauth2(token)
                .get("/v1/students/{id}/timeline?day=2026-10-14", ana)
                .then()
                .statusCode(200);
    }

    @Test
    void onlyWhoHasTheRightAtTheSchoolReadsIt() {
        // given
        enter(NOTE, true).statusCode(201).body("note", equalTo(null));

        // then
        timeline(TestGrants.of(fresh("bianchi"))
                        .with(Grant.RESTRICTED_NOTES, "principal", school)
                        .hold())
                .body(containsString(NOTE));
        timeline(TestTokens.person(fresh("rivera"), "caller", school))
                .body(not(containsString("asthma")))
                .body(containsString("There is a note about health or safety"))
                .body("entries.find { it.kind == 'SIGHTING' }.inCodes.sighting.note.hidden", equalTo(true))
                .body("entries.find { it.kind == 'SIGHTING' }.inCodes.sighting.note.text", nullValue());
        timeline(TestGrants.of(fresh("okafor"))
                        .as("attendance-lead", school)
                        .with(Grant.RESTRICTED_NOTES, "attendance-lead", fresh("school"))
                        .hold())
                .body(not(containsString("asthma")));
        timeline(TestTokens.system("front", "outreach:read", "*")).body(not(containsString("asthma")));
    }

    @Test
    void otherNotesAreForAllOfTheSchoolsPeople() {
        enter("at the dean's", false).statusCode(201);

        timeline(TestTokens.person(fresh("rivera"), "caller", school)).body(containsString("at the dean's"));
    }

    @Test
    void noSystemReadsANoteNorLearnsThatThereIsOne() {
        enter("at the dean's", false).statusCode(201);
        enter(NOTE, true).statusCode(201);

        timeline(TestTokens.system("front", "outreach:read", school))
                .body(containsString("Seen in the building"))
                .body("entries.find { it.kind == 'SIGHTING' }.inCodes.sighting.note", nullValue())
                .body(not(containsString("dean")))
                .body(not(containsString("a note")));
    }

    @Test
    void whatIsRestrictedIsANote() {
        enter(null, true).statusCode(422).body("violations[0].field", equalTo("restricted"));
    }
}
