package org.secondperiod.ingest.absencelists;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.secondperiod.events.AbsenceMark;
import org.secondperiod.events.AttendanceCategory;
import org.secondperiod.events.AttendanceTaken;
import org.secondperiod.events.Topics;
import org.secondperiod.ingest.rosters.RosterClient;
import org.secondperiod.ingest.rosters.oneroster.RosterZip;
import org.secondperiod.ingest.testing.Api;
import org.secondperiod.ingest.testing.Marks;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TestTokens;
import org.secondperiod.kit.testing.TestTopics;

/** Who leads a school's callers tells who is absent; nobody else does, and of nobody else's students. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class AbsenceListsQuarkusTest {

    @Inject
    TestTopics topics;

    private String school;
    private String ana;
    private String luis;

    @BeforeEach
    void aSchoolWithTwoStudents() {
        school = Api.school();
        ana = Api.fresh("ana");
        luis = Api.fresh("luis");
        enrol(school, ana, luis);
    }

    private static void enrol(String school, String... students) {
        var zip = RosterZip.delta("1.1").school(school);
        List.of(students).forEach(each -> zip.student(each, school));
        RosterClient.done(zip);
    }

    @Test
    void rowsBecomeMarksByHandOnce() {
        var body = list("", row(ana, "1", "A"), row(luis, "1", "T"));

        post("lead", body, "key-" + school).statusCode(200).body("marks", equalTo(2));
        post("lead", body, "key-" + school).statusCode(200).body("marks", equalTo(2));

        var marks = marks(2);
        assertThat(marks).extracting(AbsenceMark::source).containsOnly("by-hand:lead");
        assertThat(marks)
                .extracting(AbsenceMark::category)
                .containsExactlyInAnyOrder(AttendanceCategory.UNEXCUSED_ABSENCE, AttendanceCategory.TARDY);
        assertThat(marks).extracting(AbsenceMark::version).containsOnly(0L);
    }

    @Test
    void aCompleteListSaysThatAttendanceWasTaken() {
        post("lead", list("\"complete\":true,", row(ana, "1", "A")), null).statusCode(200);

        await().atMost(ofSeconds(10))
                .untilAsserted(() -> assertThat(topics.readAll(Topics.TAKEN))
                        .filteredOn(taken -> taken.schoolId().equals(school))
                        .singleElement()
                        .satisfies(taken -> assertThat(taken.period()).isEqualTo("1"))
                        .satisfies(taken -> assertThat(taken.classId()).isNull()));
    }

    @Test
    void thatNobodyIsAbsentIsToldOfAPeriodAndTakenBack() {
        var nobody = told("lead", list("\"complete\":true,\"periods\":[\"1\",\"1\"],"));
        takeBack("lead", nobody).statusCode(200).body("marks", equalTo(0));

        await().atMost(ofSeconds(10))
                .untilAsserted(() -> assertThat(topics.readAll(Topics.TAKEN))
                        .filteredOn(taken -> taken.schoolId().equals(school))
                        .extracting(AttendanceTaken::deleted)
                        .containsExactly(false, true));
        assertThat(Marks.of(topics, school)).isEmpty();
    }

    @Test
    void aListWithoutRowsOrWithPeriodsThatAreNoneIsRefused() {
        post("lead", list(""), null).statusCode(422).body("violations.field", equalTo(List.of("rows")));
        post("lead", list("\"complete\":true,"), null)
                .statusCode(422)
                .body("violations.field", equalTo(List.of("rows")));
        post("lead", list("\"periods\":[\"1\"],", row(ana, "1", "A")), null)
                .statusCode(422)
                .body("violations.field", equalTo(List.of("periods")));
        post("lead", list("\"complete\":true,\"periods\":[\"9\"],"), null)
                .statusCode(422)
                .body("violations.field", equalTo(List.of("periods[0]")));
    }

    @Test
    void whoTakesAListBackTakesBackNoMore() {
        told("lead", list("", row(ana, "1", "A"), row(luis, "1", "A")));
        var second = told("lead", list("\"complete\":true,", row(ana, "1", "T")));

        takeBack("other-lead", second).statusCode(200).body("withdrawnBy", equalTo("other-lead"));
        takeBack("other-lead", second).statusCode(200);

        var marks = marks(4);
        assertThat(last(marks, ana).code()).isEqualTo("A");
        assertThat(last(marks, ana).deleted()).isFalse();
        assertThat(last(marks, luis).code()).isEqualTo("A");
        assertThat(marks)
                .filteredOn(mark -> mark.studentId().equals(ana))
                .extracting(AbsenceMark::takenAt)
                .doesNotHaveDuplicates();
        await().atMost(ofSeconds(10))
                .untilAsserted(() -> assertThat(topics.readAll(Topics.TAKEN))
                        .filteredOn(taken -> taken.schoolId().equals(school))
                        .extracting(AttendanceTaken::deleted)
                        .containsExactly(false, true));
    }

    @Test
    void theOnlyListThatIsTakenBackLeavesNoMark() {
        var only = told("lead", list("", row(ana, "1", "A")));

        takeBack("lead", only).statusCode(200);

        var mark = last(marks(2), ana);
        assertThat(mark.deleted()).isTrue();
        assertThat(mark.source()).isEqualTo("by-hand:lead");
    }

    @Test
    void theListsOfADayAreSeenWithWhoToldThemAndWithoutStudents() {
        var first = told("lead", list("", row(ana, "1", "A")));
        var second = told("other-lead", list("\"complete\":true,", row(luis, "1", "A")));
        takeBack("lead", first).statusCode(200);

        var answer = as("lead")
                .get("/v1/schools/{s}/absence-lists?day=2026-10-14", school)
                .then()
                .statusCode(200)
                .body("items.listId", equalTo(List.of(second, first)))
                .body("items.toldBy", equalTo(List.of("other-lead", "lead")))
                .body("items[0].complete", equalTo(true))
                .body("items[1].withdrawnBy", equalTo("lead"));

        assertThat(answer.extract().asString()).doesNotContain(ana, luis);
        as("lead")
                .get("/v1/schools/{s}/absence-lists?day=2026-10-13", school)
                .then()
                .body("items.size()", equalTo(0));
    }

    @Test
    void aListOfAnotherSchoolIsNoList() {
        var other = told("lead", list("", row(ana, "1", "A")));
        var elsewhere = Api.school();

        Api.as(TestTokens.person("lead-of-both", "attendance-lead", school, elsewhere))
                .post("/v1/schools/{s}/absence-lists/{l}/withdraw", elsewhere, other)
                .then()
                .statusCode(404);

        assertThat(marks(1)).extracting(AbsenceMark::deleted).containsExactly(false);
    }

    @Test
    void oneWrongRowStopsAllOfThem() {
        var other = Api.fresh("other");
        var elsewhere = Api.school();
        enrol(elsewhere, other);

        post(
                        "lead",
                        list("", row(ana, "1", "A"), row(other, "1", "A"), row(luis, "9", "A"), row(luis, "1", "??")),
                        null)
                .statusCode(422)
                .body("violations.field", hasItems("rows[1].studentId", "rows[2].period", "rows[3].code"))
                .body("violations.size()", equalTo(3));

        assertThat(Marks.of(topics, school)).isEmpty();
    }

    @Test
    void rowsOfOneStudentDoNotContradictEachOther() {
        post("lead", list("", row(ana, "1", "A"), row(ana, "1", "T")), null)
                .statusCode(422)
                .body("violations.field", equalTo(List.of("rows[1].code")));
    }

    @Test
    void onlyTodayAndYesterdayAreTold() {
        var body = list("", row(ana, "1", "A")).replace("2026-10-14", "2026-10-12");

        post("lead", body, null).statusCode(422).body("violations.field", equalTo(List.of("schoolDay")));
    }

    @Test
    void nobodyTellsOfAnotherSchool() {
        var elsewhere = Api.school();

        Api.as(TestTokens.person("lead-of-another", "attendance-lead", elsewhere))
                .body(list("", row(ana, "1", "A")))
                .post("/v1/schools/{s}/absence-lists", school)
                .then()
                .statusCode(403);
    }

    private RequestSpecification as(String lead) {
        return Api.as(TestTokens.person(lead, "attendance-lead", school));
    }

    private ValidatableResponse post(String lead, String body, @Nullable String key) {
        var request = as(lead).body(body);
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        return request.post("/v1/schools/{s}/absence-lists", school).then();
    }

    private String told(String lead, String body) {
        return post(lead, body, null).statusCode(200).extract().path("listId");
    }

    private ValidatableResponse takeBack(String lead, String listId) {
        return as(lead).post("/v1/schools/{s}/absence-lists/{l}/withdraw", school, listId)
                .then();
    }

    private static AbsenceMark last(List<AbsenceMark> marks, String student) {
        return marks.stream()
                .filter(mark -> mark.studentId().equals(student))
                .max(Comparator.comparing(AbsenceMark::takenAt))
                .orElseThrow();
    }

    private List<AbsenceMark> marks(int count) {
        await().atMost(ofSeconds(10))
                .untilAsserted(() -> assertThat(Marks.of(topics, school)).hasSize(count));
        return Marks.of(topics, school);
    }

    private static String list(String more, String... rows) {
        return "{\"schoolDay\":\"2026-10-14\",%s\"rows\":[%s]}".formatted(more, String.join(",", rows));
    }

    private static String row(String student, String period, String code) {
        return "{\"studentId\":\"%s\",\"period\":\"%s\",\"code\":\"%s\"}".formatted(student, period, code);
    }
}
