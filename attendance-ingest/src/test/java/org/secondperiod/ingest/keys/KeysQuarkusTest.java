package org.secondperiod.ingest.keys;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.secondperiod.events.Encrypted;
import org.secondperiod.events.EventJson;
import org.secondperiod.events.KnownAbsence;
import org.secondperiod.events.Topics;
import org.secondperiod.ingest.rosters.RosterClient;
import org.secondperiod.ingest.rosters.RosterTopics;
import org.secondperiod.ingest.rosters.oneroster.RosterZip;
import org.secondperiod.ingest.testing.Api;
import org.secondperiod.ingest.testing.Marks;
import org.secondperiod.kit.cipher.DistrictCipher;
import org.secondperiod.kit.delivery.OutgoingEvent;
import org.secondperiod.kit.delivery.Received;
import org.secondperiod.kit.keys.Resealing;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TestDatabase;
import org.secondperiod.kit.testing.TestTokens;
import org.secondperiod.kit.testing.TestTopics;
import org.secondperiod.kit.testing.TwoKeys;

/** Another key is current than the one under which everything was written: nothing is lost, nothing seems changed, nothing stays. */
@QuarkusTest
@TestProfile(TwoKeys.class)
@QuarkusTestResource(StackTestResource.class)
class KeysQuarkusTest {

    private static final String PEOPLE = Topics.PEOPLE.name();

    @Inject
    RosterTopics told;

    @Inject
    TestTopics topics;

    @Inject
    DistrictCipher cipher;

    @Inject
    Resealing resealing;

    @Inject
    PeopleAgain people;

    private final Jdbi owner = TestDatabase.asOwner();
    private final String school = Api.fresh("key-school");
    private final String ana = Api.fresh("key-ana");
    private final String ben = Api.fresh("key-ben");

    @BeforeEach
    void aRosterOfYesterday() {
        RosterClient.done(roster(ana, ben));
        yesterday("roster_user", "user_id", "roster_user|");
        yesterday("roster_contact_setting", "student_id || '|' || guardian_id", "roster_contact_setting|");
        toldYesterday(ana);
        toldYesterday(ben);
    }

    private RosterZip roster(String... students) {
        RosterZip zip = RosterZip.bulk("1.1").school(school);
        for (String student : students) {
            zip.student(student, school, "agentSourcedIds", student + "-p")
                    .parent(student + "-p", "familyName", "Diaz", "phone", "7185550142")
                    .row(
                            "secondperiod_contacts.csv",
                            "studentSourcedId",
                            student,
                            "guardianSourcedId",
                            student + "-p",
                            "relation",
                            "mother");
        }
        return zip;
    }

    /** Puts the values of both, and of their parents, under the key of yesterday. */
    private void yesterday(String table, String key, String context) {
        Map<String, String> values = owner.withHandle(handle -> handle.createQuery(
                        "SELECT %1$s AS k, details FROM %2$s WHERE %1$s LIKE :ana OR %1$s LIKE :ben"
                                .formatted(key, table))
                .bind("ana", ana + "%")
                .bind("ben", ben + "%")
                .reduceRows(new HashMap<String, String>(), (map, row) -> {
                    map.put(row.getColumn("k", String.class), row.getColumn("details", String.class));
                    return map;
                }));
        values.forEach((k, details) -> {
            byte[] plain = cipher.decrypt(context + k, EventJson.read(details.getBytes(UTF_8), Encrypted.class));
            String old = new String(EventJson.write(TwoKeys.yesterday().encrypt(context + k, plain)), UTF_8);
            owner.useHandle(
                    handle -> handle.execute("UPDATE " + table + " SET details = ? WHERE " + key + " = ?", old, k));
        });
    }

    /** As if the last that was told of a student had been told yesterday. */
    private void toldYesterday(String student) {
        Encrypted last = EventJson.read(lastOf(student).value(), Encrypted.class);
        byte[] plain = cipher.decrypt(PEOPLE + "|" + student, last);
        long version = last.version() == null ? 0 : last.version();
        Encrypted old =
                TwoKeys.yesterday().encrypt(PEOPLE + "|" + student, plain).withVersion(version);
        topics.send(new OutgoingEvent(PEOPLE, student, EventJson.write(old), Map.of()));
        owner.useHandle(
                handle -> handle.execute("UPDATE roster_student SET person_key = 'k0' WHERE student_id = ?", student));
    }

    private List<Received> allOf(String student) {
        return told.rawPeople().stream()
                .filter(record -> record.key().equals(student))
                .toList();
    }

    private Received lastOf(String student) {
        return allOf(student).getLast();
    }

    private static String keyOf(Received record) {
        return EventJson.read(record.value(), Encrypted.class).keyId();
    }

    private static JsonPath report() {
        return given().auth()
                .oauth2(TestTokens.anybody(StackTestResource.FIRST_ADMIN))
                .get("/v1/keys")
                .then()
                .statusCode(200)
                .body("current", equalTo("k1"))
                .body("keys", equalTo(List.of("k0", "k1")))
                .extract()
                .jsonPath();
    }

    private static long under(String key, String where) {
        return report().<Map<String, Object>>getList("values").stream()
                .filter(count ->
                        count.get("where").equals(where) && count.get("keyId").equals(key))
                .mapToLong(count -> ((Number) count.get("values")).longValue())
                .sum();
    }

    @Test
    void theRosterIsSealedAgainAndNothingSeemsChanged() {
        // given
        assertThat(under("k0", "roster_user.details")).isPositive();
        assertThat(under("k0", "roster_contact_setting.details")).isPositive();

        // when
        resealing.run();

        // then
        assertThat(under("k0", "roster_user.details")).isZero();
        assertThat(under("k0", "roster_contact_setting.details")).isZero();
        assertThat(under("k1", "roster_user.details")).isPositive();
        long before = allOf(ana).size();
        JsonPath again = RosterClient.done(roster(ana, ben));
        assertThat(again.getInt("counts.studentsChanged")).isZero();
        assertThat(allOf(ana)).hasSize((int) before);
    }

    @Test
    void aRosterUnderBothKeysIsComparedAsOne() {
        JsonPath again = RosterClient.done(roster(ana, ben));

        assertThat(again.getInt("counts.studentsChanged")).isZero();
    }

    @Test
    void peopleAreToldAgainOnceAsTheyWereToldLast() {
        // when
        people.run();
        people.run();

        // then
        assertThat(keyOf(lastOf(ana))).isEqualTo("k1");
        assertThat(told.person(ana).version()).isEqualTo(2);
        assertThat(told.person(ana).contacts()).hasSize(1);
        assertThat(allOf(ana)).hasSize(3);
    }

    @Test
    void aStudentWhoLeftIsToldAgainToo() {
        // given
        RosterClient.done(roster(ana), "allowShrink");
        assertThat(allOf(ben)).hasSize(2);

        // when
        people.run();

        // then
        assertThat(keyOf(lastOf(ben))).isEqualTo("k1");
        assertThat(told.enrolments().get(ben).enrolments()).isEmpty();
    }

    @Test
    void whatWasSupersededIsNotToldAgain() {
        // given: Ana's mother has another number since, and was told under the current key
        RosterClient.done(RosterZip.delta("1.1").parent(ana + "-p", "familyName", "Diaz", "phone", "7185550199"));
        int before = allOf(ana).size();

        // when
        people.run();

        // then
        assertThat(allOf(ana)).hasSize(before);
        assertThat(told.person(ana).contacts().getFirst().phones().getFirst().e164())
                .isEqualTo("+17185550199");
    }

    @Test
    void theTopicIsCountedWithWhatIsNotCompactedYet() {
        people.run();
        told.rawPeople();
        people.run();

        JsonPath report = report();
        assertThat(report.getBoolean("counted")).isTrue();
        assertThat(under("k0", PEOPLE)).isPositive();
        assertThat(report.getList("unused")).isEmpty();
    }

    @Test
    void aKnownAbsenceIsToldAgainAsItWas() {
        // given
        String id = Api.fresh("KA");
        Api.sis()
                .body(
                        "{\"studentId\":\"%s\",\"reason\":\"medical\",\"from\":\"2026-10-14\",\"to\":\"2026-10-16\",\"detail\":\"surgery\"}"
                                .formatted(ana))
                .put("/v1/known-absences/{id}", id)
                .then()
                .statusCode(200);
        String context = "attendance.known-absences.v1|" + ana;
        String old =
                new String(EventJson.write(TwoKeys.yesterday().encrypt(context, "surgery".getBytes(UTF_8))), UTF_8);
        owner.useHandle(handle ->
                handle.execute("UPDATE known_absence SET detail = CAST(? AS jsonb) WHERE absence_id = ?", old, id));

        // when
        resealing.run();

        // then
        assertThat(under("k0", "known_absence.detail")).isZero();
        told.rawPeople();
        List<KnownAbsence> events = topics.readAll(Topics.KNOWN_ABSENCES).stream()
                .filter(event -> event.absenceId().equals(id))
                .toList();
        assertThat(events).hasSize(2);
        assertThat(events.getLast())
                .usingRecursiveComparison()
                .ignoringFields("detail")
                .isEqualTo(events.getFirst());
        assertThat(cipher.decrypt(context, events.getLast().detail())).isEqualTo("surgery".getBytes(UTF_8));
        assertThat(events.getLast().detail().keyId()).isEqualTo("k1");
    }

    @Test
    void linesThatWaitedBeforeTheyWereSealedAreSealedAndShownAsTheyCame() {
        // given: one of the version before, and one under the key of yesterday
        String plain = waiting("raw = ?, raw_sealed = NULL", id -> "as it came");
        String old = waiting(
                "raw = NULL, raw_sealed = CAST(? AS jsonb)",
                id -> new String(
                        EventJson.write(TwoKeys.yesterday().encrypt("quarantine|" + id, "as it came".getBytes(UTF_8))),
                        UTF_8));
        assertThat(under("none", "quarantine.raw_sealed")).isPositive();
        assertThat(under("k0", "quarantine.raw_sealed")).isPositive();
        assertThat(List.of(lineOf(plain), lineOf(old))).containsOnly("as it came");

        // when, perhaps twice: whatever just then is tried again is left out
        await().untilAsserted(() -> {
            resealing.run();
            assertThat(under("none", "quarantine.raw_sealed")).isZero();
            assertThat(under("k0", "quarantine.raw_sealed")).isZero();
        });

        // then
        assertThat(under("k1", "quarantine.raw_sealed")).isPositive();
        assertThat(List.of(lineOf(plain), lineOf(old))).containsOnly("as it came");
    }

    /** A mark that waits, with its line as it lay yesterday; says of which school it is. */
    private String waiting(String assignment, UnaryOperator<String> line) {
        String of = Api.school();
        Api.sis()
                .body(Marks.json(ana, of, Api.fresh("Q")))
                .post("/v1/absence-marks")
                .then()
                .statusCode(200);
        owner.useHandle(handle -> {
            String id = handle.createQuery("SELECT event_id FROM quarantine WHERE school_id = ?")
                    .bind(0, of)
                    .mapTo(String.class)
                    .one();
            handle.execute("UPDATE quarantine SET " + assignment + " WHERE event_id = ?", line.apply(id), id);
        });
        return of;
    }

    private static String lineOf(String of) {
        return Api.as(TestTokens.person(Api.fresh("okafor"), "attendance-lead", of))
                .get("/v1/quarantine?school=" + of)
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].raw");
    }

    @Test
    void onlyAnAdministratorOfTheDistrictIsTold() {
        given().auth()
                .oauth2(TestTokens.person(Api.fresh("okafor"), "attendance-lead", "*"))
                .get("/v1/keys")
                .then()
                .statusCode(403);
    }
}
