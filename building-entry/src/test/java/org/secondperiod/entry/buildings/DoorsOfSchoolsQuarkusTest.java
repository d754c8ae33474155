package org.secondperiod.entry.buildings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.secondperiod.entry.EntryApi.as;
import static org.secondperiod.entry.EntryApi.id;
import static org.secondperiod.entry.EntryApi.putReader;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.secondperiod.entry.EntryTopics;
import org.secondperiod.entry.buildings.db.SchoolBuildingStore;
import org.secondperiod.events.SchoolChanged;
import org.secondperiod.events.Topics;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TestClock;
import org.secondperiod.kit.testing.TestTokens;
import org.secondperiod.kit.testing.TestTopics;

/** A credential for some schools speaks for the doors of their buildings. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class DoorsOfSchoolsQuarkusTest {

    @Inject
    TestTopics topics;

    @Inject
    EntryTopics told;

    @Inject
    SchoolBuildingStore buildings;

    @Inject
    Jdbi jdbi;

    private final String mine = id("S");
    private final String other = id("S");
    private final String shared = id("B");
    private final String others = id("B");
    private final String nobodys = id("B");
    private final String token = TestTokens.system("doors-of-one", "scans:write", mine);

    @BeforeEach
    void twoSchoolsOfWhichOneSharesABuilding() {
        school(mine, 1, shared);
        school(other, 1, shared, others);
        awaitSchools(others, Set.of(other));
        awaitSchools(shared, Set.of(mine, other));
    }

    @Test
    void itsOwnBuildingsCountAlsoWhereOthersAreToo() {
        String readerId = readerIn(shared);

        scan(readerId).statusCode(200);

        assertThat(told.scans(readerId)).hasSize(1);
    }

    @Test
    void aScanOfAnothersDoorIsRefusedAndNoSignOfLife() {
        String readerId = readerIn(others);

        scan(readerId).statusCode(422).body("violations.field", hasItem("readerId"));

        assertThat(told.scans(readerId)).isEmpty();
        as(token).get("/v1/readers/" + readerId).then().body("lastHeard", equalTo(null));
    }

    @Test
    void aBuildingOfWhichNoSchoolIsKnownIsOpenToAll() {
        scan(readerIn(nobodys)).statusCode(200);
    }

    @Test
    void inABatchOnlyTheLinesOfOthersDoorsAreRefused() {
        String ours = readerIn(shared);
        String theirs = readerIn(others);

        as(token)
                .contentType("text/csv")
                .body("readerId,studentId,scannedAt\n"
                        + ours + ",A1,2026-10-14T07:50:00-04:00\n"
                        + theirs + ",A2,2026-10-14T07:51:00-04:00\n")
                .post("/v1/scans/batch")
                .then()
                .statusCode(200)
                .body("accepted", equalTo(1))
                .body("rejected", equalTo(1))
                .body("errors[0].line", equalTo(3))
                .body("errors[0].field", equalTo("readerId"));
    }

    @Test
    void itsHeartbeatsAndSettingsAreHeldToTheSame() {
        String theirs = readerIn(others);

        as(token)
                .contentType("application/json")
                .body("{\"at\":\"2026-10-14T08:00:00-04:00\",\"queued\":0}")
                .post("/v1/readers/" + theirs + "/heartbeat")
                .then()
                .statusCode(422);
        as(token)
                .contentType("application/json")
                .body("{\"buildingId\":\"%s\",\"name\":\"Mine now\"}".formatted(shared))
                .put("/v1/readers/" + theirs)
                .then()
                .statusCode(422);
    }

    @Test
    void anOlderVersionOfASchoolChangesNothing() {
        school(other, 3, others);
        school(other, 2, nobodys);
        String last = id("B");
        school(id("S"), 1, last);
        await().atMost(Duration.ofSeconds(20)).until(() -> !schools(last).isEmpty());
        awaitSchools(shared, Set.of(mine));

        assertThat(schools(others)).isEqualTo(Set.of(other));
        assertThat(schools(nobodys)).isEmpty();
    }

    private ValidatableResponse scan(String readerId) {
        return as(token)
                .contentType("application/json")
                .body("{\"readerId\":\"%s\",\"studentId\":\"A1\",\"scannedAt\":\"2026-10-14T07:50:00-04:00\"}"
                        .formatted(readerId))
                .post("/v1/scans")
                .then();
    }

    private static String readerIn(String buildingId) {
        String readerId = id("R");
        putReader(readerId, "{\"buildingId\":\"%s\",\"name\":\"Main door\"}".formatted(buildingId))
                .statusCode(200);
        return readerId;
    }

    private void school(String schoolId, long version, String... in) {
        topics.send(
                Topics.SCHOOLS,
                new SchoolChanged(
                        id("ev"),
                        schoolId,
                        "A school",
                        "America/New_York",
                        List.of(in),
                        "1",
                        3,
                        20,
                        true,
                        60,
                        10,
                        List.of(),
                        Map.of(),
                        version,
                        TestClock.START));
    }

    private void awaitSchools(String buildingId, Set<String> wanted) {
        await().atMost(Duration.ofSeconds(20)).until(() -> schools(buildingId).equals(wanted));
    }

    private Set<String> schools(String buildingId) {
        return jdbi.withHandle(handle -> buildings.schoolsIn(handle, Set.of(buildingId)))
                .getOrDefault(buildingId, Set.of());
    }
}
