package org.secondperiod.outreach.cards;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.secondperiod.outreach.join.Told.at;
import static org.secondperiod.outreach.join.Told.fresh;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.secondperiod.events.PersonChanged.Contact;
import org.secondperiod.events.PersonChanged.Phone;
import org.secondperiod.events.StandingChanged;
import org.secondperiod.events.Topics;
import org.secondperiod.kit.cipher.BlindIndex;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TestClock;
import org.secondperiod.kit.testing.TestDatabase;
import org.secondperiod.kit.testing.TestTokens;
import org.secondperiod.kit.testing.TestTopics;
import org.secondperiod.outreach.join.Concluded;
import org.secondperiod.outreach.join.Told;

/** Ana and Ben are brother and sister, at two schools of the district, and have a mother who may be called and a father who must not. It is 08:50. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class CardQuarkusTest {

    private static final AtomicInteger NUMBERS = new AtomicInteger(5_551_000);

    @Inject
    Told told;

    @Inject
    TestTopics topics;

    @Inject
    Concluded concluded;

    @Inject
    TestClock clock;

    @Inject
    BlindIndex index;

    private final Jdbi owner = TestDatabase.asOwner();
    private final String school = fresh("school");
    private final String other = fresh("school");
    private final String ana = fresh("ana");
    private final String ben = fresh("ben");
    private final String rosa = fresh("rosa");
    private final String mothers = number();
    private final String work = number();
    private final String fathers = number();

    @BeforeEach
    void aHousehold() {
        clock.set(at("08:50"));
        told.schoolHeardAt(school, "08:50");
        told.schoolHeardAt(other, "08:50");
        told.enrolled(ana, school);
        told.enrolled(ben, other);
        told.person(ana, "Ana", "Peña", List.of(), List.of(mother(), father()));
        told.person(ben, "Ben", "Peña", List.of(), List.of(mother()));
        await().until(() -> contactsOf(ana) + contactsOf(ben) == 2);
        told.absent(ana, school);
        concluded.awaitTask(ana, school, "OPEN");
    }

    private static String number() {
        return "718" + NUMBERS.incrementAndGet();
    }

    private static Phone phone(String number, @Nullable String type) {
        return new Phone(number, "+1" + number, type, null);
    }

    private Contact mother() {
        return new Contact(
                rosa,
                "Rosa",
                "Peña",
                "mother",
                1,
                "es",
                true,
                null,
                true,
                null,
                List.of(
                        phone(mothers, "mobile"),
                        new Phone("555-01", null, "home", "5 digits: not a possible number"),
                        phone(work, "work"),
                        phone(number(), "fax")));
    }

    private Contact father() {
        return new Contact(
                fresh("luis"),
                "Luis",
                "Peña",
                "father",
                2,
                null,
                false,
                "court order: no contact",
                false,
                null,
                List.of(phone(fathers, "mobile")));
    }

    private int contactsOf(String student) {
        return owner.withHandle(
                handle -> handle.createQuery("SELECT count(*) FROM student_contact WHERE student_id = ?")
                        .bind(0, student)
                        .mapTo(Integer.class)
                        .one());
    }

    private String task(String student, String at) {
        return String.valueOf(concluded.task(student, at).orElseThrow().get("task_id"));
    }

    private ValidatableResponse card() {
        return card(TestTokens.person("rivera", "caller", school, other));
    }

    private ValidatableResponse card(String token) {
        return given().auth()
                .oauth2(token)
                .get("/v1/call-tasks/{id}/card", task(ana, school))
                .then();
    }

    private Response next(String caller, String... schools) {
        return given().auth()
                .oauth2(TestTokens.person(caller, "caller", schools))
                .contentType("application/json")
                .body(Map.of())
                .post("/v1/call-tasks/next");
    }

    /** A call as it lies in the log. */
    private void logged(String student, String at, String number, String outcome, String by, Instant when) {
        owner.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO call_attempt (attempt_id, call_id, task_id, student_id, school_id, school_day, channel, outcome,
                            contact_id, number_entry, number_under, called_by, logged_by, started_at, recorded_at, changed_at, version)
                        VALUES (:id, :id, :task, :student, :school, CAST(:day AS date), 'OUTGOING_CALL', :outcome, :contact,
                            :entry, :under, :by, :by, CAST(:at AS timestamptz), CAST(:at AS timestamptz), CAST(:at AS timestamptz), 1)
                        """)
                .bind("id", fresh("attempt"))
                .bind("task", task(student, at))
                .bind("student", student)
                .bind("school", at)
                .bind("day", Told.DAY.toString())
                .bind("outcome", outcome)
                .bind("contact", rosa)
                .bind("entry", index.entry("+1" + number))
                .bind("under", index.madeWith())
                .bind("by", by)
                .bind("at", when.toString())
                .execute());
    }

    private void standing(String student, String lastTwenty, int inARow) {
        topics.send(
                Topics.STANDING,
                new StandingChanged(
                        fresh("ev"),
                        student,
                        school,
                        Told.DAY.minusDays(1),
                        48,
                        9,
                        StandingChanged.Band.AT_RISK,
                        15,
                        true,
                        inARow,
                        lastTwenty,
                        Told.nextVersion(),
                        at("08:00")));
    }

    @Test
    void theCardSaysWhoWhyWhomByWhichNumberAndInWhichWords() {
        standing(ana, "PPPPPPAPPPPPPPPPPPPP", 0);
        await().untilAsserted(() -> card().body("task.band", equalTo(2)));

        card().statusCode(200)
                .header("ETag", notNullValue())
                .body("task.student.givenName", equalTo("Ana"))
                .body("task.student.grade", equalTo("9"))
                .body("task.student.homeroom", equalTo("904"))
                .body("task.why", containsString("Marked absent in period 1 at 08:20"))
                .body("task.bandReason", equalTo("Out of character: 1 absence in the last 20 school days."))
                .body("task.bandReasonInCodes.code", equalTo("OUT_OF_CHARACTER"))
                .body("task.bandReasonInCodes.absences", equalTo(1))
                .body("task.bandReasonInCodes.days", equalTo(20))
                .body("task.whyInCodes.state", equalTo("UNACCOUNTED"))
                .body("task.whyInCodes.evidence.mark.kind", equalTo("ABSENT"))
                .body("task.whyInCodes.evidence.mark.period", equalTo("1"))
                .body("task.whyInCodes.evidence.doorsLastHeard", notNullValue())
                .body("goodThing.code", equalTo("CAME_EVERY_DAY"))
                .body("goodThing.of", equalTo(13))
                .body("goodThing.inEnglish", equalTo("Came on each of the last 13 school days."))
                .body("attendance.daysMissed", equalTo(4.5f))
                .body("attendance.daysLeft", equalTo(7.5f))
                .body("attendance.lastTwentyDays", equalTo("PPPPPPAPPPPPPPPPPPPP"))
                .body("restrictions", contains("Luis Peña (father) must not be called: court order: no contact."))
                .body("callees.name", contains("Rosa Peña", "Luis Peña"))
                .body("callees[0].languageName", equalTo("Spanish"))
                .body("callees[0].interpreter", equalTo(true))
                .body(
                        "callees[0].numbers.whyNot",
                        contains(nullValue(), equalTo("NO_NUMBER"), nullValue(), equalTo("FAX")))
                .body("callees[0].numbers[0].tel", equalTo("tel:+1" + mothers))
                .body("callees[0].numbers[0].shown", containsString("(718) 555-"))
                .body("callees[0].numbers[0].health", equalTo("UNKNOWN"))
                .body("callees[0].numbers[0].next", equalTo(true))
                .body("callees[0].numbers[1].shown", equalTo("555-01"))
                .body("callees[0].numbers[1].tel", nullValue())
                .body("callees[0].say.spoken", containsString("Hoy hemos echado de menos a Ana"))
                .body("callees[0].say.spokenInEnglish", containsString("We missed Ana today"))
                .body("callees[0].say.voicemail", not(containsString("Ana")))
                .body("callees[0].say.voicemailInEnglish", containsString("Please call the school"))
                .body("callees[1].mayBeCalled", equalTo(false))
                .body("callees[1].whyNot", equalTo("CONTACT_BARRED"))
                .body("callees[1].numbers[0].whyNot", equalTo("CONTACT_BARRED"))
                .body("callees[1].numbers[0].tel", nullValue())
                .body("callees[1].say", nullValue())
                .body("permittedHours.now", equalTo(true));
    }

    @Test
    void everyCallFeedsTheHealthOfItsNumberAndTheNextNumberIsTheNextOfTheFamily() {
        logged(ana, school, mothers, "WRONG_NUMBER", "rivera", at("08:46"));

        card().body("callees[0].numbers[0].health", equalTo("WRONG"))
                .body("callees[0].numbers[0].whyNotInWords", containsString("wrong number"))
                .body("callees[0].numbers[0].next", equalTo(false))
                .body("callees[0].numbers[0].lastOutcome", equalTo("WRONG_NUMBER"))
                .body("callees[0].numbers[2].next", equalTo(true))
                .body("saidBefore.outcome", contains("WRONG_NUMBER"))
                .body("saidBefore[0].by", equalTo("rivera"));

        logged(ana, school, work, "ASKED_NOT_TO_BE_CALLED", "rivera", at("08:47"));

        card().body("callees[0].mayBeCalled", equalTo(false))
                .body("callees[0].numbers[2].whyNot", equalTo("ASKED_NOT_TO_BE_CALLED"))
                .body("restrictions", hasItem("Rosa Peña (mother) asked not to be called."));
    }

    @Test
    void aBrotherAtAnotherSchoolIsReachedByTheSameCallAndNobodyElseIsGivenHim() {
        // given
        told.absent(ben, other);
        concluded.awaitTask(ben, other, "OPEN");

        // then
        card().body("household.studentId", contains(ben)).body("household[0].student.givenName", equalTo("Ben"));
        card(TestTokens.person("okafor", "caller", school)).body("household", empty());

        // when
        Response mine = next("rivera", school);
        Response theirs = next("chen", other);

        // then
        mine.then().statusCode(200).body("studentId", equalTo(ana));
        theirs.then().statusCode(204);
    }

    @Test
    void nobodyIsCalledTooEarlyOrTooLate() {
        clock.set(at("07:30"));

        card().body("permittedHours.now", equalTo(false))
                .body("callees[0].numbers[0].whyNot", equalTo("OUTSIDE_HOURS"))
                .body("callees[0].numbers[0].tel", nullValue())
                .body("callees[0].numbers[0].number", equalTo("+1" + mothers));
        next("rivera", school)
                .then()
                .statusCode(409)
                .body("from", equalTo("08:00"))
                .body("until", equalTo("21:00"));
    }

    @Test
    void familiesComeByBandsAndFirstToWhoKnowsThem() {
        // given: two more, one of them known to chen
        String cem = fresh("cem");
        String dia = fresh("dia");
        for (String student : List.of(cem, dia)) {
            told.enrolled(student, school);
            told.person(student, "Given-" + student, "Family");
            told.absent(student, school);
            concluded.awaitTask(student, school, "OPEN");
        }
        logged(dia, school, number(), "REACHED_GUARDIAN", "chen", at("08:45").minusSeconds(40 * 86_400));
        standing(cem, "PPPPPPPPPPPPPPPPPPAA", 2);
        await().untilAsserted(() -> assertThat(bands()).contains("3"));

        // when
        List<String> forChen = order("chen");
        List<String> forRivera = order("rivera");

        // then: safety aside, the band comes before who knows whom
        assertThat(forChen).containsExactly(cem, dia, ana);
        assertThat(forRivera).containsExactly(cem, ana, dia);
    }

    @Test
    void aFlagMovesACallIntoTheFirstBand() {
        String token = TestTokens.person("rivera", "caller", school);

        given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(Map.of(
                        "outcome",
                        "REACHED_OTHER",
                        "result",
                        "UNDETERMINED",
                        "flags",
                        List.of("WHEREABOUTS_NOT_KNOWN"),
                        "number",
                        mothers))
                .post("/v1/call-tasks/{id}/attempts", task(ana, school))
                .then()
                .statusCode(201);

        card().body("task.band", equalTo(1))
                .body("task.bandReason", equalTo("Nobody knows where the student is."))
                .body("callees[0].numbers[0].health", equalTo("GOOD"))
                .body("saidBefore.flags", contains(List.of("WHEREABOUTS_NOT_KNOWN")));
    }

    private List<String> bands() {
        return owner.withHandle(
                handle -> handle.createQuery("SELECT CAST(band AS text) FROM call_task_rank WHERE school_id = ?")
                        .bind(0, school)
                        .mapTo(String.class)
                        .list());
    }

    private List<String> order(String caller) {
        return given().auth()
                .oauth2(TestTokens.person(caller, "caller", school))
                .get("/v1/call-tasks?day=2026-10-14&school=" + school)
                .then()
                .statusCode(200)
                .extract()
                .path("items.studentId");
    }

    @Test
    void whoHasNoNumberThatWorksIsListedUntilSomebodyFindsOne() {
        // given
        logged(ana, school, mothers, "WRONG_NUMBER", "rivera", at("08:46"));
        logged(ana, school, work, "NOT_IN_SERVICE", "rivera", at("08:47"));
        String token = TestTokens.person("rivera", "caller", school);
        given().auth()
                .oauth2(token)
                .get("/v1/find-a-number?school=" + school)
                .then()
                .statusCode(200)
                .body("items.studentId", contains(ana))
                .body("items[0].toCorrect", hasItem(containsString("Contact 1 (mother), mobile: A wrong number")))
                .body("items[0].toCorrect.toString()", not(containsString(mothers)))
                .body("items[0].toCorrectInCodes[0].code", equalTo("OF_NO_USE"))
                .body("items[0].toCorrectInCodes[0].contact", equalTo(1))
                .body("items[0].toCorrectInCodes[0].whyNot", equalTo("WRONG_NUMBER"))
                .body("items[0].found", empty());

        // when
        String aunts = number();
        Response entered = given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(Map.of("schoolId", school, "number", aunts, "whose", "Aunt Inés", "language", "es"))
                .post("/v1/students/{id}/numbers", ana);

        // then
        entered.then().statusCode(201);
        given().auth()
                .oauth2(token)
                .get("/v1/find-a-number?school=" + school)
                .then()
                .body("items", empty());
        card().body("callees[2].kind", equalTo("FOUND"))
                .body("callees[2].name", equalTo("Aunt Inés"))
                .body("callees[2].numbers[0].next", equalTo(true))
                .body("callees[2].numbers[0].foundId", equalTo(entered.path("numberId")));
        String stored =
                owner.withHandle(handle -> handle.createQuery("SELECT string_agg(t::text, ' ') FROM found_number t")
                        .mapTo(String.class)
                        .one());
        assertThat(stored).doesNotContain(aunts).doesNotContain("Inés");

        // and when
        given().auth()
                .oauth2(token)
                .delete("/v1/students/{id}/numbers/{number}", ana, entered.<String>path("numberId"))
                .then()
                .statusCode(204);

        // then
        card().body("callees.kind", not(hasItem("FOUND")));
    }

    @Test
    void whoTakesOutANumberThatSomebodyElseHasTakenOutIsToldSo() {
        // given: what was found is of no use either
        String aunts = number();
        String token = TestTokens.person("rivera", "caller", school);
        String found = given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(Map.of("schoolId", school, "number", aunts, "whose", "Aunt"))
                .post("/v1/students/{id}/numbers", ana)
                .path("numberId");
        logged(ana, school, mothers, "WRONG_NUMBER", "rivera", at("08:46"));
        logged(ana, school, work, "NOT_IN_SERVICE", "rivera", at("08:47"));
        logged(ana, school, aunts, "NOT_IN_SERVICE", "rivera", at("08:48"));
        var listed = given().auth()
                .oauth2(token)
                .get("/v1/find-a-number?school=" + school)
                .then()
                .body("items[0].found.numberId", contains(found))
                .extract();
        int version = listed.<Integer>path("items[0].found[0].version");

        // when
        int before = takenOut(token, found, version + 1);
        int asListed = takenOut(token, found, version);
        int again = takenOut(token, found, version);

        // then
        assertThat(List.of(before, asListed, again)).containsExactly(412, 204, 412);
        given().auth()
                .oauth2(token)
                .get("/v1/find-a-number?school=" + school)
                .then()
                .body("items[0].found", empty());
    }

    private int takenOut(String token, String numberId, int version) {
        return given().auth()
                .oauth2(token)
                .header("If-Match", "\"" + version + "\"")
                .delete("/v1/students/{id}/numbers/{number}", ana, numberId)
                .statusCode();
    }

    @Test
    void aNumberThatWasFoundTellsWhoseFamilyCalls() {
        String aunts = number();
        String token = TestTokens.person("rivera", "caller", school);
        given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(Map.of("schoolId", school, "number", aunts, "whose", "Aunt"))
                .post("/v1/students/{id}/numbers", ana)
                .then()
                .statusCode(201);

        given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(Map.of("number", aunts))
                .post("/v1/students/by-number")
                .then()
                .statusCode(200)
                .body("items.studentId", contains(ana))
                .body("items[0].mayBeTold", equalTo(true));
    }

    @Test
    void aNoteForManyStandsOnTheCardOfEach() {
        String token = TestTokens.person("okafor", "attendance-lead", school);
        Map<String, Object> note = Map.of(
                "schoolId",
                school,
                "schoolDay",
                "2026-10-14",
                "reason",
                "TRANSPORT",
                "text",
                "Bus 14 is stuck",
                "taskIds",
                List.of(task(ana, school)));

        String id = given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(note)
                .post("/v1/group-notes")
                .then()
                .statusCode(201)
                .extract()
                .path("noteId");

        card().body("groupNotes.text", contains("Bus 14 is stuck")).body("groupNotes.students", contains(1));
        var takeBack = given().auth().oauth2(token).header("If-Match", "\"2\"");
        takeBack.delete("/v1/group-notes/{id}", id).then().statusCode(412);
        card().body("groupNotes.text", contains("Bus 14 is stuck"));
        for (int again = 0; again < 2; again++) {
            given().auth()
                    .oauth2(token)
                    .header("If-Match", "\"1\"")
                    .delete("/v1/group-notes/{id}", id)
                    .then()
                    .statusCode(204);
        }
        card().body("groupNotes", empty());
    }

    @Test
    void theDistrictSaysItInItsOwnWords() {
        String admin = TestTokens.anybody(StackTestResource.FIRST_ADMIN);
        Response changed = given().auth()
                .oauth2(admin)
                .contentType("application/json")
                .body(Map.of("text", "Llame a {school}, por favor."))
                .put("/v1/scripts/es/VOICEMAIL");
        changed.then().statusCode(200).body("usual", equalTo(false));

        card().body("callees[0].say.voicemail", equalTo("Llame a School " + school + ", por favor."));

        given().auth()
                .oauth2(admin)
                .contentType("application/json")
                .body(Map.of("text", "{student} no está."))
                .put("/v1/scripts/es/VOICEMAIL")
                .then()
                .statusCode(422);
        given().auth()
                .oauth2(admin)
                .contentType("application/json")
                .header("If-Match", changed.header("ETag"))
                .body("{}")
                .put("/v1/scripts/es/VOICEMAIL")
                .then()
                .statusCode(200)
                .body("usual", equalTo(true));
    }

    @Test
    void whatIsNotKnownIsNotSaid() {
        card().body("goodThing", nullValue()).body("task.bandReasonInCodes.code", equalTo("NOTHING_KNOWN"));
    }

    @Test
    void whoCameInAfterTheLastCallIsToldSo() {
        // given: a call of two days ago, after which the student came in
        owner.useHandle(handle -> {
            handle.execute("""
                    INSERT INTO call_task (task_id, student_id, school_id, school_day, state, weak_evidence, attempted, opened_at,
                        arrived_at, version)
                    VALUES (?, ?, ?, '2026-10-12', 'DONE', false, true, '2026-10-12T12:44:00Z', '2026-10-12T14:05:00Z', 3)""", fresh("task"), ana, school);
            handle.execute("""
                    INSERT INTO call_attempt (attempt_id, call_id, student_id, school_id, school_day, channel, outcome, called_by,
                        logged_by, started_at, recorded_at, changed_at, version)
                    SELECT n, n, ?, ?, '2026-10-12', 'OUTGOING_CALL', 'REACHED_GUARDIAN', 'rivera', 'rivera', at, at, at, 1
                    FROM (SELECT CAST(? AS text) AS n, timestamptz '2026-10-12T12:50:00Z' AS at) AS one""", ana, school, fresh("attempt"));
        });

        // then
        card().body("goodThing.code", equalTo("CAME_AFTER_THE_CALL"))
                .body("goodThing.day", equalTo("2026-10-12"))
                .body("goodThing.at", equalTo("2026-10-12T14:05:00Z"));
    }

    @Test
    void theCardIsForWhoCallsAtTheSchool() {
        card(TestTokens.person(fresh("x"), "caller", other)).statusCode(404);
        card(TestTokens.person(fresh("x"), "district-analyst", "*")).statusCode(403);
        card(TestTokens.system("front", "outreach:read", "*")).statusCode(403);
    }
}
