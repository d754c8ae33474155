package org.secondperiod.outreach.keys;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.secondperiod.outreach.join.Told.at;
import static org.secondperiod.outreach.join.Told.fresh;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.secondperiod.events.EventJson;
import org.secondperiod.kit.cipher.SealedText;
import org.secondperiod.kit.keys.Resealing;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TestClock;
import org.secondperiod.kit.testing.TestDatabase;
import org.secondperiod.kit.testing.TestTokens;
import org.secondperiod.kit.testing.TwoKeys;
import org.secondperiod.outreach.join.Concluded;
import org.secondperiod.outreach.join.Told;

/** What people write lies sealed, each under the current key sooner or later, and is read as it was written. */
@QuarkusTest
@TestProfile(TwoKeys.class)
@QuarkusTestResource(StackTestResource.class)
class SealedTextsQuarkusTest {

    private static final String WORDS = "seen with her brother Quentin";

    @Inject
    Told told;

    @Inject
    Concluded concluded;

    @Inject
    TestClock clock;

    @Inject
    Resealing resealing;

    private final Jdbi owner = TestDatabase.asOwner();
    private final String school = fresh("school");
    private final String ana = fresh("ana");

    @BeforeEach
    void anaIsHeld() {
        clock.set(at("08:50"));
        told.schoolHeardAt(school, "07:30");
        told.enrolled(ana, school);
        told.absent(ana, school);
        concluded.awaitState(ana, school, "HELD:DOOR_FEED_SILENT");
    }

    private RequestSpecification lead() {
        return given().auth().oauth2(TestTokens.person("okafor", "attendance-lead", school));
    }

    private String sighting() {
        return lead().contentType("application/json")
                .body(Map.of("studentId", ana, "schoolId", school, "seen", "not-in", "note", WORDS))
                .post("/v1/sightings")
                .then()
                .statusCode(201)
                .extract()
                .path("sightingId");
    }

    private void decide() {
        lead().contentType("application/json")
                .body(Map.of(
                        "schoolId",
                        school,
                        "schoolDay",
                        "2026-10-14",
                        "reason",
                        "DOOR_FEED_SILENT",
                        "decision",
                        "keep",
                        "why",
                        WORDS))
                .post("/v1/holds/release")
                .then()
                .statusCode(200);
    }

    private String grant() {
        return lead().contentType("application/json")
                .header("Idempotency-Key", fresh("key"))
                .body(Map.of(
                        "subject", fresh("rivera"), "role", "caller", "schools", new String[] {school}, "why", WORDS))
                .post("/v1/grants")
                .then()
                .statusCode(201)
                .body("why", equalTo(WORDS))
                .extract()
                .path("grantId");
    }

    private ValidatableResponse timeline() {
        return lead().get("/v1/students/{id}/timeline?day=2026-10-14", ana)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse holds() {
        return lead().get("/v1/holds?day=2026-10-14&school=" + school).then().statusCode(200);
    }

    /** All rows of the tables in which people write, as text. */
    private String everythingWritten() {
        return owner.withHandle(handle ->
                String.join("\n", handle.createQuery("""
                                SELECT t::text FROM sighting t UNION ALL SELECT t::text FROM hold_decision t
                                UNION ALL SELECT t::text FROM staff_grant t UNION ALL SELECT t::text FROM staff_grant_change t
                                UNION ALL SELECT t::text FROM idempotency_key t""").mapTo(String.class).list()));
    }

    private void change(String statement, Object... values) {
        owner.useHandle(handle -> handle.execute(statement, values));
    }

    private String key(String table) {
        return owner.withHandle(handle -> handle.createQuery("SELECT string_agg(DISTINCT sealed ->> 'keyId', ',')"
                        + " || ' ' || count(plain) FROM (SELECT * FROM (SELECT "
                        + (table.equals("sighting") ? "note_sealed, note FROM " : "why_sealed, why FROM ") + table
                        + ") AS t(sealed, plain)) AS u")
                .mapTo(String.class)
                .one());
    }

    @Test
    void theDatabaseHoldsNoWordOfWhatPeopleWrite() {
        // when
        sighting();
        decide();
        String grant = grant();

        // then
        assertThat(everythingWritten()).doesNotContain("Quentin").contains("ciphertext");
        timeline().body(containsString(WORDS));
        holds().body("items[0].why", equalTo(WORDS));
        lead().get("/v1/grants/{id}", grant).then().body("why", equalTo(WORDS));
        lead().get("/v1/grants/{id}/history", grant).then().body("items[0].why", equalTo(WORDS));
    }

    @Test
    void theSameDecisionAgainIsStillKnownToBeTheSame() {
        decide();

        decide();

        int decisions =
                owner.withHandle(handle -> handle.createQuery("SELECT count(*) FROM hold_decision WHERE school_id = ?")
                        .bind(0, school)
                        .mapTo(Integer.class)
                        .one());
        assertThat(decisions).isOne();
    }

    @Test
    void aNoteThatWasMovedToAnotherRowDoesNotOpen() {
        // given
        String of = sighting();
        String elsewhere = fresh("sighting");
        change("""
                INSERT INTO sighting SELECT ?, student_id, school_id, school_day, seen, at, seen_by, NULL, entered_by, recorded_at,
                    false, note_sealed FROM sighting WHERE sighting_id = ?""", elsewhere, of);

        // when
        change("UPDATE sighting SET note_sealed = NULL WHERE sighting_id = ?", of);

        // then
        timeline().body(containsString(SealedText.UNREADABLE)).body(not(containsString("Quentin")));
    }

    @Test
    void whatLiesInTheClearIsSealed() {
        // given: written before anything was sealed
        sighting();
        decide();
        String grant = grant();
        change("UPDATE sighting SET note = ?, note_sealed = NULL WHERE student_id = ?", WORDS, ana);
        change("UPDATE hold_decision SET why = ?, why_sealed = NULL WHERE school_id = ?", WORDS, school);
        change("UPDATE staff_grant SET why = ?, why_sealed = NULL WHERE grant_id = ?", WORDS, grant);
        change("ALTER TABLE staff_grant_change DISABLE TRIGGER USER");
        change("UPDATE staff_grant_change SET why = ?, why_sealed = NULL WHERE grant_id = ?", WORDS, grant);
        change("ALTER TABLE staff_grant_change ENABLE TRIGGER USER");
        timeline().body(containsString(WORDS));

        // when
        resealing.run();

        // then
        assertThat(everythingWritten()).doesNotContain("Quentin");
        timeline().body(containsString(WORDS));
        holds().body("items[0].why", equalTo(WORDS));
        lead().get("/v1/grants/{id}", grant).then().body("why", equalTo(WORDS));
        lead().get("/v1/grants/{id}/history", grant).then().body("items[0].why", equalTo(WORDS));
    }

    @Test
    void oneRunSealsAllHoweverMany() {
        // given: more than fit into two transactions
        change("""
                INSERT INTO hold_decision (school_id, school_day, reason, verdict, why, decided_by, decided_at)
                SELECT ?, '2026-10-14', 'DOOR_FEED_SILENT', 'KEEP', 'because of Quentin ' || n, 'okafor', now()
                FROM generate_series(1, 450) AS n""", school);

        // when
        resealing.run();

        // then
        assertThat(everythingWritten()).doesNotContain("Quentin");
        holds().body("items[0].why", equalTo("because of Quentin 450"));
    }

    @Test
    void whatLiesUnderAnOldKeyIsSealedUnderTheCurrentOne() {
        // given
        String sighting = sighting();
        String sealed = new String(
                EventJson.write(
                        TwoKeys.yesterday().encrypt("sighting|" + sighting, WORDS.getBytes(StandardCharsets.UTF_8))),
                StandardCharsets.UTF_8);
        change("UPDATE sighting SET note_sealed = CAST(? AS jsonb) WHERE sighting_id = ?", sealed, sighting);
        timeline().body(containsString(WORDS));

        // when
        resealing.run();

        // then
        assertThat(key("sighting")).isEqualTo("k1 0");
        timeline().body(containsString(WORDS));
    }
}
