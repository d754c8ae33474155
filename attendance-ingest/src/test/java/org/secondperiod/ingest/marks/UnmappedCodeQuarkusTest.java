package org.secondperiod.ingest.marks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.secondperiod.events.AbsenceMark;
import org.secondperiod.events.AttendanceCategory;
import org.secondperiod.ingest.testing.Api;
import org.secondperiod.ingest.testing.Marks;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TestDatabase;
import org.secondperiod.kit.testing.TestTopics;

/** A code that nobody has mapped hides no student: its mark is told at once, and again when somebody has said what it means. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class UnmappedCodeQuarkusTest {

    private static final String MIGRATION = "/db/migration/V14__marks_that_waited_for_a_code_are_told_of.sql";

    @Inject
    TestTopics topics;

    private final Jdbi jdbi = TestDatabase.asOwner();

    @Test
    void itsMarkIsToldAtOnceAndOnceMoreUnderItsOwnIdWhenItIsMapped() {
        var school = Api.school();
        var code = Api.fresh("Q");

        var eventId = send(Marks.json("ana", school, code))
                .body("outcome", equalTo("QUARANTINED"))
                .extract()
                .<String>path("eventId");

        var question = Marks.of(topics, school).getFirst();
        assertThat(question.category()).isEqualTo(AttendanceCategory.UNKNOWN);
        assertThat(question.code()).isEqualTo(code);
        assertThat(question.deleted()).isFalse();
        assertThat(question.eventId()).isNotEqualTo(eventId);

        map(school, code);

        await().untilAsserted(() -> assertThat(Marks.of(topics, school)).hasSize(2));
        var answer = Marks.of(topics, school).getLast();
        assertThat(answer.category()).isEqualTo(AttendanceCategory.TARDY);
        assertThat(answer.eventId()).isEqualTo(eventId);
        assertThat(List.of(answer.version(), answer.takenAt()))
                .isEqualTo(List.of(question.version(), question.takenAt()));
    }

    @Test
    void sentAgainItIsTheSameQuestion() {
        var school = Api.school();
        var mark = Marks.json("ana", school, Api.fresh("Q"));
        var withId = Marks.json("ben", school, Api.fresh("Q"), ",\"markId\":\"%s\"".formatted(Api.fresh("m")));

        Stream.of(mark, mark, withId, withId).forEach(UnmappedCodeQuarkusTest::send);

        assertThat(Marks.of(topics, school).stream().map(AbsenceMark::eventId).distinct())
                .hasSize(2);
        waiting(school).body("items", hasSize(2));
    }

    @Test
    void aWithdrawalNeedsNoMeaning() {
        var school = Api.school();

        send(Marks.json("ana", school, Api.fresh("Q"), ",\"version\":2,\"deleted\":true"))
                .body("outcome", equalTo("ACCEPTED"));

        var mark = Marks.of(topics, school).getFirst();
        assertThat(mark.category()).isEqualTo(AttendanceCategory.UNKNOWN);
        assertThat(mark.deleted()).isTrue();
        waiting(school).body("items", hasSize(0));
    }

    /** Whoever looked at the codes just before may put the mark back into quarantine just after: it goes on once more. */
    @Test
    void aResendThatRacesWithTheMappingEndsMapped() throws InterruptedException {
        var school = Api.school();
        var code = Api.fresh("Q");
        var mark = Marks.json("ana", school, code);
        var eventId = send(mark).extract().<String>path("eventId");

        try (var pool = Executors.newFixedThreadPool(4)) {
            var work = Stream.concat(
                            Stream.<Callable<Object>>of(() -> map(school, code)),
                            IntStream.range(0, 40).<Callable<Object>>mapToObj(i -> () -> send(mark)))
                    .toList();
            pool.invokeAll(work);
        }

        await().untilAsserted(() -> waiting(school).body("items", hasSize(0)));
        await().untilAsserted(() -> assertThat(Marks.of(topics, school))
                .extracting(AbsenceMark::eventId)
                .contains(eventId));
        assertThat(Marks.of(topics, school))
                .allMatch(told -> told.eventId().equals(eventId) == (told.category() == AttendanceCategory.TARDY));
    }

    @Test
    void oneThatWaitedSinceBeforeThisWasSoIsToldOf() throws IOException {
        var school = Api.school();
        send(Marks.json("ana", school, Api.fresh("Q")));

        jdbi.useHandle(handle -> handle.execute(migration()));

        await().untilAsserted(() -> assertThat(Marks.of(topics, school))
                .hasSize(2)
                .extracting(AbsenceMark::category)
                .containsOnly(AttendanceCategory.UNKNOWN));
        waiting(school).body("items[0].kind", equalTo("UNMAPPED_CODE"));
    }

    private static String migration() throws IOException {
        try (var in = UnmappedCodeQuarkusTest.class.getResourceAsStream(MIGRATION)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static ValidatableResponse send(String mark) {
        return Api.sis().body(mark).post("/v1/absence-marks").then().statusCode(200);
    }

    private static ValidatableResponse map(String school, String code) {
        return Api.roster()
                .body("{\"codes\":[{\"code\":\"%s\",\"category\":\"TARDY\"}]}".formatted(code))
                .put("/v1/schools/{s}/attendance-codes", school)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse waiting(String school) {
        return Api.sis().get("/v1/quarantine?school=" + school).then().statusCode(200);
    }
}
