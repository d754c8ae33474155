package org.secondperiod.kit.records;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TestClock;
import org.secondperiod.kit.testing.TestDatabase;
import org.secondperiod.kit.testing.TestGrants;
import org.secondperiod.kit.time.MachineClock;

/** What is too old goes, and nothing else. It is Wednesday, 14 October 2026. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class PurgeQuarkusTest {

    @Inject
    PurgeSweep sweep;

    @Inject
    TestClock clock;

    private final Jdbi owner = TestDatabase.asOwner();

    @BeforeEach
    void nothingIsThere() {
        owner.useHandle(handle -> handle.execute("TRUNCATE visit, visit_step, errand, purge, known_hold"));
    }

    @AfterEach
    void backToTheTestsDay() {
        clock.set(TestClock.START);
    }

    private void visit(String id, String day) {
        owner.useHandle(handle -> {
            handle.execute(
                    "INSERT INTO visit VALUES (?, 'ana', 'A', CAST(? AS date), '{\"doors\": [1, 2], \"why\": \"x\"}')",
                    id,
                    day);
            handle.execute("INSERT INTO visit_step VALUES (?, 'came'), (?, 'went')", id, id);
        });
    }

    private void errand(String at) {
        owner.useHandle(handle -> handle.execute("INSERT INTO errand VALUES ('ana', CAST(? AS timestamptz))", at));
    }

    private List<String> texts(String sql) {
        return owner.withHandle(
                handle -> handle.createQuery(sql).mapTo(String.class).list());
    }

    @Test
    void rowsThatAreTooOldGoWithWhatHangsOnThem() {
        visit("old", "2025-07-31");
        visit("kept", "2025-08-01");

        long purged = sweep.purge(TestRecords.VISITS);

        assertThat(purged).isEqualTo(1);
        assertThat(texts("SELECT visit_id FROM visit")).containsExactly("kept");
        assertThat(texts("SELECT DISTINCT visit_id FROM visit_step")).containsExactly("kept");
    }

    @Test
    void ofARowMayGoAPartThatIsKeptForAShorterTime() {
        visit("old", "2026-09-13");
        visit("kept", "2026-09-14");

        long purged = sweep.purge(TestRecords.DOORS);

        assertThat(purged).isEqualTo(1);
        assertThat(texts("SELECT visit_id || ' ' || facts FROM visit ORDER BY day"))
                .containsExactly("old {\"why\": \"x\", \"doors\": []}", "kept {\"why\": \"x\", \"doors\": [1, 2]}");
    }

    @Test
    void aTimeIsOfItsDateInTheDistrictsZone() {
        owner.useHandle(handle -> handle.execute("INSERT INTO errand VALUES"
                + " ('old', '2026-09-13T23:59:59-04:00'), ('kept', '2026-09-14T00:00:00-04:00')"));

        sweep.purge(TestRecords.DOORS);

        assertThat(texts("SELECT student_id FROM errand")).containsExactly("kept");
    }

    @Test
    void moreThanATransactionsWorthGoesInSeveral() {
        owner.useHandle(handle -> handle.execute("INSERT INTO errand"
                + " SELECT 'old', timestamptz '2026-01-01' + n * interval '1 minute' FROM generate_series(1, 2500) n"));

        assertThat(sweep.purge(TestRecords.DOORS)).isEqualTo(2500);
        assertThat(texts("SELECT 1 FROM errand")).isEmpty();
    }

    @Test
    void theScheduleDoesItOnceADayWhoeverOfTheReplicasIsFirst() {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> !texts("SELECT consumer FROM consumer_offset WHERE consumer = 'service-kit-orders'")
                        .isEmpty());
        visit("old", "2020-01-01");
        sweep.sweep();
        assertThat(texts("SELECT visit_id FROM visit")).isEmpty();

        // Another replica, on the same day
        visit("old", "2020-01-01");
        sweep.sweep();
        assertThat(texts("SELECT visit_id FROM visit")).containsExactly("old");

        // The next day
        errand("2026-09-14T12:00:00Z");
        clock.advance(Duration.ofHours(24).plusSeconds(1));
        sweep.sweep();
        assertThat(texts("SELECT student_id FROM errand")).isEmpty();
    }

    @Test
    void whatTurnsUpOfADayThatWasPurgedGoesWithinThirtyDays() {
        sweep.purge(TestRecords.DOORS);
        errand("2026-01-14T12:00:00Z");

        clock.advance(Duration.ofDays(1));
        sweep.purge(TestRecords.DOORS);
        assertThat(texts("SELECT student_id FROM errand")).containsExactly("ana");

        clock.advance(Duration.ofDays(30));
        sweep.purge(TestRecords.DOORS);
        assertThat(texts("SELECT student_id FROM errand")).isEmpty();
    }

    @Test
    void aMachineWhoseClockIsNotTheDatabasesPurgesNothing() {
        assertThat(sweep.isClockWrong(MachineClock.now())).isFalse();
        assertThat(sweep.isClockWrong(MachineClock.now().plus(Duration.ofDays(400))))
                .isTrue();
        assertThat(sweep.isClockWrong(MachineClock.now().minus(Duration.ofHours(2))))
                .isTrue();
    }

    @Test
    void itIsSaidHowLongWhatIsKept() {
        visit("older", "2026-09-20");
        visit("younger", "2026-10-01");
        sweep.purge(TestRecords.DOORS);
        String admin = TestGrants.of("records").as("admin", "*").hold();

        given().auth()
                .oauth2(admin)
                .get("/v1/retention")
                .then()
                .statusCode(200)
                .body("recordClass", contains("doors", "visits", "files", "remarks"))
                .body("[0].keep", equalTo("30"))
                .body("[0].days", equalTo(30))
                .body("[0].firstKept", equalTo("2026-09-14"))
                .body("[0].oldest", equalTo("2026-09-20"))
                .body("[0].lastPurge.at", equalTo("2026-10-14T12:00:00Z"))
                .body("[0].lastPurge.records", equalTo(0))
                .body("[1].keep", equalTo("following-school-year"))
                .body("[1].firstKept", equalTo("2025-08-01"))
                .body("[1].lastPurge", nullValue())
                .body("[2].keep", nullValue())
                .body("[3].keep", equalTo("30"))
                .body("[3].oldest", nullValue())
                .body("[3].lastPurge", nullValue());
    }

    @Test
    void thatIsForAdministratorsOfTheWholeDistrict() {
        String oneSchool = TestGrants.of("records-school").as("admin", "A").hold();

        given().auth().oauth2(oneSchool).get("/v1/retention").then().statusCode(403);
    }
}
