package org.secondperiod.entry.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.secondperiod.entry.EntryApi.as;
import static org.secondperiod.entry.EntryApi.doors;
import static org.secondperiod.entry.EntryApi.putReader;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.secondperiod.entry.buildings.SchoolBuildings;
import org.secondperiod.entry.buildings.db.SchoolBuildingStore;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TestTokens;
import org.secondperiod.kit.testing.fuzz.Fuzz;
import org.secondperiod.kit.testing.fuzz.Known;
import org.secondperiod.kit.testing.hostile.OwnApplication;

/** Random requests of those who belong to one school, where there is another. That a door is there is nobody's secret. */
@QuarkusTest
@TestProfile(OwnApplication.class)
@QuarkusTestResource(StackTestResource.class)
class FuzzQuarkusTest {

    private static final String OWN = "FUZZ-OWN";
    private static final String OTHER = "FUZZ-OTHER";
    private static final String SECRET = "Zq9secret";

    @Inject
    Jdbi jdbi;

    @Inject
    SchoolBuildingStore buildings;

    @Test
    void everyAnswerIsOneOfTheDocumentsAndTellsOfNoOtherSchool() throws Exception {
        door(OWN, "R-fuzz", "plain");
        door(OTHER, "R-fuzz-other", SECRET);

        var known = Known.here()
                .of("schoolId", OWN, OWN, OTHER)
                .of("readerId", "R-fuzz", "R-fuzz", "R-fuzz-2", "R-fuzz-other")
                .of("buildingId", "B-" + OWN, "B-" + OWN, "B-" + OTHER)
                .of("studentId", "ana", "ben")
                .of("badge", "badge-1", "badge-2")
                .of("topic", "roster.enrolments.v1");

        var statuses = Fuzz.send("building-entry", OWN, known, SECRET);

        assertThat(statuses).containsKeys(200, 401, 403, 404, 422);
    }

    private void door(String school, String reader, String text) {
        jdbi.useTransaction(tx -> buildings.put(tx, new SchoolBuildings(school, 1, List.of("B-" + school))));
        putReader(reader, "{\"buildingId\":\"B-%s\",\"name\":\"Main door\"}".formatted(school))
                .statusCode(200);
        doors().contentType("application/json").post("/v1/readers/%s/keys".formatted(reader));
        as(TestTokens.system("somebody", "scans:write", "*"))
                .contentType("application/json")
                .body("""
                        {"readerId":"%s","badge":"badge-%s","scannedAt":"2026-10-14T07:50:00-04:00"}""".formatted(reader, text))
                .post("/v1/scans");
    }
}
