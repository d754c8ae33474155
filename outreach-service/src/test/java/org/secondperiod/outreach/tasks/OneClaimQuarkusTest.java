package org.secondperiod.outreach.tasks;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.secondperiod.outreach.join.Told.at;
import static org.secondperiod.outreach.join.Told.fresh;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TestClock;
import org.secondperiod.kit.testing.TestTokens;
import org.secondperiod.outreach.join.Concluded;
import org.secondperiod.outreach.join.Told;

/** No caller holds two families. Four are to be called at one school, one at another; it is 08:50. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class OneClaimQuarkusTest {

    @Inject
    Told told;

    @Inject
    Concluded concluded;

    @Inject
    TestClock clock;

    private final String school = fresh("school");
    private final String other = fresh("school");
    private final String name = fresh("caller");
    private final List<String> students =
            Stream.generate(() -> fresh("student")).limit(4).toList();
    private final String elsewhere = fresh("student");

    @BeforeEach
    void fiveToBeCalled() {
        clock.set(at("08:50"));
        toBeCalled(school, students);
        toBeCalled(other, List.of(elsewhere));
    }

    private void toBeCalled(String at, List<String> missing) {
        told.schoolHeardAt(at, "08:50");
        missing.forEach(student -> told.enrolled(student, at));
        missing.forEach(student -> told.person(student, "Ana", "Peña"));
        missing.forEach(student -> told.absent(student, at));
        missing.forEach(student -> concluded.awaitTask(student, at, "OPEN"));
    }

    private RequestSpecification caller(String... schools) {
        return given().auth().oauth2(TestTokens.person(name, "caller", schools)).contentType("application/json");
    }

    private long claims() {
        return concluded.count(
                "SELECT count(*) FROM call_task WHERE state = 'CLAIMED' AND claimed_by = '" + name + "'");
    }

    @Test
    void manyRequestsOfOneCallerAtOnceGetOneFamily() throws Exception {
        // given
        Callable<Response> request = () -> caller(school, other).body(Map.of()).post("/v1/call-tasks/next");

        // when
        List<String> handed;
        try (var pool = Executors.newFixedThreadPool(8)) {
            handed = pool.invokeAll(Collections.nCopies(8, request)).stream()
                    .map(OneClaimQuarkusTest::get)
                    .map(response -> response.then().statusCode(200).extract().<String>path("taskId"))
                    .toList();
        }

        // then
        assertThat(handed).containsOnly(handed.getFirst());
        assertThat(claims()).isOne();
    }

    @Test
    void manyCardsPickedAtOnceGiveOneFamily() throws Exception {
        // given
        List<String> tasks = caller(school).get("/v1/call-tasks?day=2026-10-14").path("items.taskId");
        List<Callable<Response>> picks = tasks.stream()
                .<Callable<Response>>map(task -> () -> caller(school).post("/v1/call-tasks/{id}/claim", task))
                .toList();

        // when
        List<Integer> answers;
        try (var pool = Executors.newFixedThreadPool(picks.size())) {
            answers = pool.invokeAll(picks).stream()
                    .map(OneClaimQuarkusTest::get)
                    .map(Response::statusCode)
                    .toList();
        }

        // then
        assertThat(answers).containsExactlyInAnyOrder(200, 409, 409, 409);
        assertThat(claims()).isOne();
    }

    private static Response get(Future<Response> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whoAsksForAnotherSchoolKeepsWhatTheyHave() {
        // given
        String task = next(Map.of("schools", List.of(school)), school, other).path("taskId");

        // when
        Response answer = next(Map.of("schools", List.of(other)), school, other);

        // then
        answer.then().statusCode(200).body("taskId", equalTo(task));
    }

    @Test
    void anotherCardIsRefusedUntilTheFirstIsGivenBack() {
        // given
        String first = next(Map.of(), school).path("taskId");
        List<String> tasks = caller(school).get("/v1/call-tasks?day=2026-10-14").path("items.taskId");
        String second =
                tasks.stream().filter(task -> !task.equals(first)).findFirst().orElseThrow();

        // when
        Response refused = caller(school).post("/v1/call-tasks/{id}/claim", second);
        caller(school).delete("/v1/call-tasks/{id}/claim", first).then().statusCode(200);
        Response given = caller(school).post("/v1/call-tasks/{id}/claim", second);

        // then
        refused.then()
                .statusCode(409)
                .body("type", containsString("another-task-claimed"))
                .body("taskId", equalTo(first));
        given.then().statusCode(200);
        assertThat(claims()).isOne();
    }

    @Test
    void aFamilyAtASchoolThatTheTokenNoLongerNamesGoesBackIntoTheQueue() {
        // given
        String before = next(Map.of("schools", List.of(other)), school, other).path("studentId");

        // when
        Response answer = next(Map.of(), school);

        // then
        assertThat(before).isEqualTo(elsewhere);
        answer.then().statusCode(200).body("schoolId", equalTo(school));
        assertThat(concluded.task(elsewhere, other).orElseThrow()).containsEntry("state", "OPEN");
        assertThat(claims()).isOne();
    }

    @Test
    void whoseTimeHasRunOutGetsOneFamilyAgain() {
        // given
        next(Map.of(), school).then().statusCode(200);
        clock.set(at("09:05"));

        // when
        Response answer = next(Map.of(), school);

        // then
        answer.then().statusCode(200).body("state", equalTo("CLAIMED"));
        assertThat(claims()).isOne();
    }

    @Test
    void anIdempotencyKeyIsForOneBody() {
        // given
        String key = fresh("key");
        Response first = withKey(key, Map.of());

        // when
        Response again = withKey(key, Map.of());
        Response otherBody = withKey(key, Map.of("schools", List.of(school)));

        // then
        again.then().statusCode(200).body("taskId", equalTo(first.path("taskId")));
        otherBody.then().statusCode(422).body("type", containsString("idempotency-key-reused"));
    }

    @Test
    void aFamilyThatIsLeftToOthersIsNotHandedOutAgain() {
        // given
        String left = next(Map.of("schools", List.of(school)), school).path("taskId");
        caller(school).delete("/v1/call-tasks/{id}/claim", left).then().statusCode(200);

        // when
        Response other = next(Map.of("schools", List.of(school), "except", List.of(left)), school);

        // then
        other.then().statusCode(200).body("taskId", not(equalTo(left)));
        next(Map.of("except", Collections.nCopies(201, left)), school)
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("except"));
    }

    @Test
    void theFirstLineOfAFinishedTaskSaysThatNobodyIsToBeCalled() {
        // given
        String task = next(Map.of("schools", List.of(other)), school, other).path("taskId");
        String building = fresh("building");
        told.school(other, building).withoutSignal().send();

        // when
        told.scan(elsewhere, building, "08:50");
        concluded.awaitTask(elsewhere, other, "ARRIVED");

        // then
        caller(other)
                .get("/v1/call-tasks/{id}", task)
                .then()
                .statusCode(200)
                .body("firstLine", equalTo("Nobody is to be called. Ana came through the door at 08:50."));
    }

    private Response next(Map<String, Object> body, String... schools) {
        return caller(schools).body(body).post("/v1/call-tasks/next");
    }

    private Response withKey(String key, Map<String, Object> body) {
        return caller(school).header("Idempotency-Key", key).body(body).post("/v1/call-tasks/next");
    }
}
