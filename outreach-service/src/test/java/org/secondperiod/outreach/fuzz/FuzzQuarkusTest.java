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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.secondperiod.events.AttendanceCategory;
import org.secondperiod.events.PersonChanged.Contact;
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
    private static final int UNCALLED = 12;
    private static final int SEVERAL = 8;
    private static final int PRESENT = 60;
    private static final String CALLER = "fuzz-caller-OWN_SCHOOL";

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
        present(own);
        var uncalled = uncalled(own, UNCALLED);
        held(own);

        var known = Known.here()
                .of("schoolId", own, own, own, other)
                .of("studentId", ana, ana, ben)
                .of("taskId", task(own, ana), task(own, ana), task(other, ben))
                .of("taskId", uncalled.toArray(String[]::new))
                .of("acknowledgeEscalation.escalationId", escalated(own))
                .of("contactId", guardian(ana), guardian(ana), guardian(ben))
                .of("grantId", grant(own, "helps"), grant(other, SECRET))
                .of("reason", "CODE_UNKNOWN")
                .of("decideHold.reason", "CODE_UNKNOWN", "CODE_UNKNOWN", "MASS_ABSENCE")
                .of("findStudents.name", "Ana", "pena", "x")
                .of("number", "(718) 555-0142", "+1" + NUMBER)
                .of("callId", "28401732")
                .of("giveGrant.subject", "fuzz-helper")
                .of("owner", CALLER, "fuzz-attendance-lead-OWN_SCHOOL")
                .of("caller", CALLER)
                .of("calledBy", CALLER)
                .of("assign.caller", CALLER)
                .of("proposeAssignments.subject", CALLER)
                .of("takeOver.from", CALLER)
                .of("takeOver.to", "fuzz-attendance-lead-OWN_SCHOOL")
                .of("putScript.kind", "VOICEMAIL", "ABSENT")
                .of("language", "es", "tl")
                .of("putStaffLanguages.subject", CALLER)
                .of("text", "Call {school}.", "A late bus")
                .of("whose", "an aunt")
                .of("what", "a MetroCard")
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
            told.person(
                    student,
                    text,
                    text,
                    List.of(new Phone(NUMBER, "+1" + NUMBER, null, null)),
                    List.of(parent(student, text)));
        }
        told.absent(toCall, school);
        told.mark(held, school, "1", text, AttendanceCategory.UNKNOWN, "08:20", 1, false);
        concluded.awaitTask(toCall, school, "OPEN");
        concluded.awaitState(held, school, "HELD:CODE_UNKNOWN");
        write("/v1/sightings", school, """
                {"studentId":"%s","schoolId":"%s","seen":"not-in","note":"%s"}""".formatted(toCall, school, text));
        write("/v1/call-tasks/" + task(school, toCall) + "/attempts", school, """
                {"outcome":"REACHED_GUARDIAN","result":"SAYS_LEFT_FOR_SCHOOL","flags":["WHEREABOUTS_NOT_KNOWN"],"note":"%1$s",
                "promises":[{"what":"%1$s","dueAt":"2026-10-15T15:00:00-04:00"}]}""".formatted(text));
        write("/v1/follow-ups", school, """
                {"studentId":"%s","schoolId":"%s","what":"%s","dueAt":"2026-10-15T12:00:00-04:00"}""".formatted(toCall, school, text));
        write("/v1/group-notes", school, """
                {"schoolId":"%s","schoolDay":"2026-10-14","reason":"TRANSPORT","text":"%s","taskIds":["%s"]}""".formatted(school, text, task(school, toCall)));
        write("/v1/students/" + toCall + "/numbers", school, """
                {"schoolId":"%s","number":"(718) 555-0177","whose":"%s"}""".formatted(school, text));
    }

    private static String guardian(String student) {
        return "guardian-of-" + student;
    }

    private static Contact parent(String student, String name) {
        return new Contact(
                guardian(student), name, name, "parent", 1, null, false, null, true, null, List.of(phone("0155")));
    }

    private static Phone phone(String lastDigits) {
        return new Phone("718555" + lastDigits, "+1718555" + lastDigits, null, null);
    }

    /** Enough of them that those who are absent are no mass. */
    private void present(String school) {
        Stream.generate(() -> fresh("present")).limit(PRESENT).forEach(student -> told.enrolled(student, school));
    }

    /** Tasks of students whom nobody has called: what can be done only before a call is done as well. */
    private List<String> uncalled(String school, int count) {
        var students = Stream.generate(() -> fresh("uncalled")).limit(count).toList();
        students.forEach(student -> {
            told.enrolled(student, school);
            told.absent(student, school);
        });
        students.forEach(student -> concluded.awaitTask(student, school, "OPEN"));
        return students.stream().map(student -> task(school, student)).toList();
    }

    /** More who are held, as somebody may be seen before a lead decides. */
    private void held(String school) {
        var students = Stream.generate(() -> fresh("held")).limit(SEVERAL).toList();
        students.forEach(student -> {
            told.enrolled(student, school);
            told.mark(student, school, "1", "?", AttendanceCategory.UNKNOWN, "08:20", 1, false);
        });
        students.forEach(student -> concluded.awaitState(student, school, "HELD:CODE_UNKNOWN"));
    }

    /** Escalations of that school, as some are over before somebody has them in hand. */
    private String[] escalated(String school) {
        uncalled(school, SEVERAL).forEach(task -> write("/v1/call-tasks/" + task + "/attempts", school, """
                {"outcome":"REACHED_GUARDIAN","result":"SAYS_LEFT_FOR_SCHOOL","flags":["WHEREABOUTS_NOT_KNOWN"]}"""));
        List<String> ids = given().auth()
                .oauth2(TestTokens.person("okafor", "attendance-lead", school))
                .get("/v1/escalations?school=" + school)
                .then()
                .statusCode(200)
                .extract()
                .path("items.escalationId");
        assertThat(ids).hasSizeGreaterThanOrEqualTo(SEVERAL);
        return ids.toArray(String[]::new);
    }

    private static void write(String path, String school, String body) {
        given().auth()
                .oauth2(TestTokens.person("okafor", "attendance-lead", school))
                .contentType("application/json")
                .body(body)
                .post(path)
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
