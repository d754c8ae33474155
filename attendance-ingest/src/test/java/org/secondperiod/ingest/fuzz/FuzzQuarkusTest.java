package org.secondperiod.ingest.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.secondperiod.ingest.rosters.RosterClient;
import org.secondperiod.ingest.rosters.oneroster.RosterZip;
import org.secondperiod.ingest.testing.Api;
import org.secondperiod.ingest.testing.Marks;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TestTokens;
import org.secondperiod.kit.testing.fuzz.Fuzz;
import org.secondperiod.kit.testing.fuzz.Known;
import org.secondperiod.kit.testing.hostile.OwnApplication;

/** Random requests of those who belong to one school, where there is another. */
@QuarkusTest
@TestProfile(OwnApplication.class)
@QuarkusTestResource(StackTestResource.class)
class FuzzQuarkusTest {

    private static final String OWN = "FUZZ-OWN";
    private static final String OTHER = "FUZZ-OTHER";
    private static final String SECRET = "Zq9secret";

    /** Nobody at another school is told of it, and no request names it because an answer did: it is never set up. */
    private static final String NEVER = "FUZZ-NEVER-" + SECRET;

    @Test
    void everyAnswerIsOneOfTheDocumentsAndTellsOfNoOtherSchool() throws Exception {
        school(OWN, "plain");
        school(OTHER, SECRET);

        var known = Known.here()
                .of("schoolId", OWN, OWN, OWN, OTHER)
                .of("studentId", "ana", "ben")
                .of("listId", list(OWN), list(OTHER))
                .of("id", waiting(OWN).getFirst(), waiting(OTHER).getFirst())
                .of("discardQuarantinedFact.id", misfiled())
                .of("absenceId", "absence-of-" + OWN, "absence-of-" + OTHER, "absence-of-somebody")
                .of("dayType", "regular", "early")
                .of("period", "1", "2", "day")
                .of("triggerPeriod", "1")
                .of("code", "T", "A", "A", "E")
                .of("zone", "America/New_York")
                .of("buildings", "B-" + OWN, "B-" + OTHER);

        var statuses = Fuzz.send("attendance-ingest", OWN, known, SECRET);

        assertThat(statuses).containsKeys(200, 401, 403, 404, 422);
    }

    /** With something that is its own in every place that can be read. */
    private static void school(String school, String text) {
        String address = "/v1/schools/" + school;
        Api.roster()
                .body("{\"name\":\"%s\",\"buildings\":[\"B-%s\"]}".formatted(text, text))
                .put(address)
                .then()
                .statusCode(200);
        Api.roster()
                .body("""
                {"effectiveFrom":"2026-09-01","periods":[{"period":"1","start":"07:10","end":"07:50"},{"period":"%s","start":"08:00","end":"08:41"}]}""".formatted(text))
                .put(address + "/bell-schedules/regular")
                .then()
                .statusCode(200);
        Api.roster()
                .body("{\"codes\":[{\"code\":\"%s\",\"category\":\"TARDY\"}]}".formatted(text))
                .put(address + "/attendance-codes")
                .then()
                .statusCode(200);
        Api.roster()
                .body("{\"dayType\":null,\"note\":\"%s\"}".formatted(text))
                .put(address + "/calendar/2026-10-14")
                .then()
                .statusCode(200);
        Api.sis()
                .body("""
                        {"studentId":"%s","schoolId":"%s","reason":"trip","from":"2026-10-14","to":"2026-10-16","detail":"%s"}""".formatted(text, school, text))
                .put("/v1/known-absences/absence-of-" + school)
                .then()
                .statusCode(200);
        Api.sis()
                .body(Marks.json(text, school, "unmapped-" + text))
                .post("/v1/absence-marks")
                .then()
                .statusCode(200);
    }

    /** A list of a student of the school, whose id it answers with. */
    private static String list(String school) {
        String student = school.equals(OWN) ? "ana" : "zoe";
        RosterClient.done(RosterZip.delta("1.1").school(school).student(student, school));
        return Api.as(TestTokens.person("fuzz-lead-of-" + school, "attendance-lead", school))
                .body("""
                        {"schoolDay":"2026-10-14","rows":[{"studentId":"%s","period":"1","code":"A"}]}""".formatted(student))
                .post("/v1/schools/{s}/absence-lists", school)
                .then()
                .statusCode(200)
                .extract()
                .path("listId");
    }

    /** Marks of a school that will never be set up: no other can be given up. */
    private static String[] misfiled() {
        for (int i = 0; i < 20; i++) {
            Api.sis()
                    .body(Marks.json("misfiled-" + i, NEVER, "T"))
                    .post("/v1/absence-marks")
                    .then()
                    .statusCode(200);
        }
        return waiting(NEVER).toArray(String[]::new);
    }

    private static List<String> waiting(String school) {
        return Api.sis().get("/v1/quarantine?school=" + school).then().extract().path("items.id");
    }
}
