package org.secondperiod.outreach.live;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.secondperiod.outreach.join.Told.at;
import static org.secondperiod.outreach.join.Told.fresh;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.secondperiod.events.CallLogged;
import org.secondperiod.events.Topics;
import org.secondperiod.kit.audit.AuditRow.Credential;
import org.secondperiod.kit.audit.AuditTrail.Who;
import org.secondperiod.kit.limits.StudentRates;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TestClock;
import org.secondperiod.kit.testing.TestDatabase;
import org.secondperiod.kit.testing.TestGrants;
import org.secondperiod.kit.testing.TestTokens;
import org.secondperiod.kit.testing.TestTopics;
import org.secondperiod.outreach.join.Concluded;
import org.secondperiod.outreach.join.Told;

/** Changes as they happen. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class EventsQuarkusTest {

    @TestHTTPResource("/v1/events")
    URI events;

    @Inject
    Told told;

    @Inject
    Concluded concluded;

    @Inject
    TestClock clock;

    @Inject
    TestTopics topics;

    @Inject
    StudentRates rates;

    private final HttpClient http = HttpClient.newHttpClient();
    private final String school = fresh("school");
    private final String building = fresh("building");
    private final String ana = fresh("ana");

    @AfterEach
    void stopWatching() {
        http.shutdownNow();
    }

    private List<String> watch(String token, String lastEventId) {
        HttpRequest.Builder request = HttpRequest.newBuilder(events).header("Authorization", "Bearer " + token);
        if (!lastEventId.isEmpty()) {
            request.header("Last-Event-ID", lastEventId);
        }
        List<String> lines = new CopyOnWriteArrayList<>();
        HttpResponse<Stream<String>> response = http.sendAsync(request.build(), HttpResponse.BodyHandlers.ofLines())
                .orTimeout(10, TimeUnit.SECONDS)
                .join();
        assertThat(response.statusCode()).isEqualTo(200);
        Thread.ofVirtual().start(() -> readUntilClosed(response, lines));
        await().until(() -> lines.stream().anyMatch(line -> line.matches("event: ?(ready|reset)")));
        return lines;
    }

    private static void readUntilClosed(HttpResponse<Stream<String>> response, List<String> lines) {
        try {
            response.body().forEach(lines::add);
        } catch (UncheckedIOException ignored) {
            // the test has seen enough and closed the connection
        }
    }

    private static String lastId(List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith("id:"))
                .reduce((one, other) -> other)
                .orElseThrow()
                .substring("id:".length())
                .strip();
    }

    private static boolean tells(List<String> lines, String student, String state) {
        return lines.stream().anyMatch(line -> line.contains(student) && line.contains("\"" + state + "\""));
    }

    private CallLogged call(String student) {
        Instant now = at("08:50");
        return new CallLogged(
                fresh("c"),
                fresh("call"),
                fresh("task"),
                student,
                school,
                Told.DAY,
                CallLogged.Outcome.REACHED_GUARDIAN,
                null,
                "overslept",
                "rivera",
                now,
                2,
                now,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                CallLogged.RootCause.AVERSION);
    }

    /** Students of all rows that streams of this person have left, each as often as it stands in one. */
    private static List<String> written(String subject) {
        return TestDatabase.asOwner()
                .withHandle(handle -> handle.createQuery("""
                                SELECT unnest(students) FROM audit
                                WHERE subject = ? AND operation = 'watchEvents' AND outcome = 'DONE' AND address IS NOT NULL""")
                        .bind(0, subject)
                        .mapTo(String.class)
                        .list());
    }

    /** From now on the next student is one too many for this credential. */
    private void seesAsManyAsItMay(Who who) {
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 20_000; i++) {
                        rates.count(who, List.of(who.subject() + "-" + i));
                    }
                })
                .isInstanceOf(HttpProblem.class);
    }

    @Test
    void whoseEventsAStreamSentIsInTheAuditOnceHoweverManyTheyWere() {
        // given
        String subject = fresh("rivera");
        String ben = fresh("ben");
        String cleo = fresh("cleo");
        List<String> lines = watch(TestTokens.person(subject, "caller", school), "");

        // when
        List.of(ana, ben, ana).forEach(student -> topics.send(Topics.CALLS, call(student)));

        // then
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(written(subject)).containsExactlyInAnyOrder(ana, ben));
        assertThat(tells(lines, ben, "overslept")).isTrue();
        given().auth()
                .oauth2(TestTokens.person(fresh("moreau"), "admin", "*"))
                .queryParam("subject", subject)
                .get("/v1/audit/students")
                .then()
                .statusCode(200)
                .body(containsString(ana), containsString(ben));

        // and when
        List.of(ana, cleo).forEach(student -> topics.send(Topics.CALLS, call(student)));

        // then
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(written(subject)).containsExactlyInAnyOrder(ana, ben, cleo));
    }

    @Test
    void aStreamEndsWhereItWouldTellOfMoreStudentsThanItsBearerMaySee() {
        // given
        String subject = fresh("curious");
        HttpResponse<Stream<String>> response = http.sendAsync(
                        HttpRequest.newBuilder(events)
                                .header("Authorization", "Bearer " + TestTokens.person(subject, "caller", school))
                                .build(),
                        HttpResponse.BodyHandlers.ofLines())
                .orTimeout(10, TimeUnit.SECONDS)
                .join();
        List<String> lines = new CopyOnWriteArrayList<>();
        CompletableFuture<Void> read =
                CompletableFuture.runAsync(() -> response.body().forEach(lines::add));
        await().until(() -> lines.stream().anyMatch(line -> line.matches("event: ?ready")));
        seesAsManyAsItMay(new Who(Credential.PERSON, subject));

        // when twenty others are told of: one may be taken for somebody whom it has seen, all of them cannot be
        List<String> others = Stream.generate(() -> fresh("student")).limit(20).toList();
        others.forEach(student -> topics.send(Topics.CALLS, call(student)));

        // then
        read.orTimeout(30, TimeUnit.SECONDS).join();
        assertThat(lines)
                .anyMatch(line -> line.matches("event: ?problem"))
                .anyMatch(line -> line.startsWith("data:") && line.contains("too-many-students"))
                .anyMatch(line -> line.matches("retry: ?[1-9]\\d{5,}"));
        assertThat(others).anyMatch(student -> lines.stream().noneMatch(line -> line.contains(student)));
        await().until(() -> TestDatabase.asOwner()
                        .withHandle(handle -> handle.createQuery(
                                        "SELECT count(*) FROM audit WHERE subject = ? AND outcome = 'REFUSED' AND status = 429")
                                .bind(0, subject)
                                .mapTo(Integer.class)
                                .one())
                == 1);
    }

    @Test
    void whoWatchesASchoolSeesItsChangesAndComesBackWhereTheyWere() {
        // given
        clock.set(at("08:50"));
        List<String> rivera = watch(TestTokens.person("rivera", "caller", school), "");
        List<String> stranger = watch(TestTokens.person("x", "caller", fresh("school")), "");

        // when
        told.school(school, building).withoutSignal().send();
        told.enrolled(ana, school);
        told.heartbeat(building, "08:50");
        told.scan(fresh("somebody"), building, "07:30");
        told.absent(ana, school);

        // then
        await().atMost(Duration.ofSeconds(20))
                .until(() -> tells(rivera, ana, "UNACCOUNTED") && tells(rivera, ana, "OPEN"));

        // and when
        String seenSoFar = lastId(rivera);
        told.scan(ana, building, "08:50");
        concluded.awaitTask(ana, school, "ARRIVED");
        concluded.awaitQuiet();
        List<String> again = watch(TestTokens.person("rivera", "caller", school), seenSoFar);

        // then
        await().atMost(Duration.ofSeconds(20)).until(() -> tells(again, ana, "ARRIVED"));
        assertThat(tells(again, ana, "UNACCOUNTED\",\"rule")).isFalse();
        assertThat(stranger).noneMatch(line -> line.contains(ana));
    }

    @Test
    void aCallIsSeenAndNotWhatIsAtTheRoot() {
        List<String> system = watch(TestTokens.system("front", "outreach:read", school), "");

        topics.send(Topics.CALLS, call(ana));

        await().atMost(Duration.ofSeconds(20)).until(() -> tells(system, ana, "overslept"));
        assertThat(system).noneMatch(line -> line.contains("AVERSION") || line.contains("rootCause"));
    }

    @Test
    void whoComesWithAPositionNobodyKnowsIsToldToReadAnew() {
        // when
        List<String> lines = watch(TestTokens.person("rivera", "caller", school), "gibberish");

        // then
        assertThat(lines).anyMatch(line -> line.matches("event: ?reset"));
    }

    @Test
    void aStreamEndsWithItsTokenAndANewOneGoesOnWhereItEnded() {
        // given a token that was issued long ago and ends soon
        Instant end = Instant.now().plusSeconds(12);
        HttpResponse<Stream<String>> response = http.sendAsync(
                        HttpRequest.newBuilder(events)
                                .header(
                                        "Authorization",
                                        "Bearer " + TestTokens.personUntil(end, "rivera", "caller", school))
                                .build(),
                        HttpResponse.BodyHandlers.ofLines())
                .orTimeout(10, TimeUnit.SECONDS)
                .join();
        assertThat(response.statusCode()).isEqualTo(200);

        // when the stream is read to its end
        List<String> lines = CompletableFuture.supplyAsync(() -> response.body().toList())
                .orTimeout(30, TimeUnit.SECONDS)
                .join();

        // then it came when the token ended, and not before
        assertThat(Instant.now()).isBetween(end.minusSeconds(2), end.plusSeconds(15));
        List<String> again = watch(TestTokens.person("rivera", "caller", school), lastId(lines));
        assertThat(again).anyMatch(line -> line.matches("event: ?ready"));
    }

    @Test
    void aStreamEndsWithinAMinuteOfTheGrantItStandsOn() {
        // given
        String subject = fresh("rivera");
        HttpResponse<Stream<String>> response = http.sendAsync(
                        HttpRequest.newBuilder(events)
                                .header("Authorization", "Bearer " + TestTokens.person(subject, "caller", school))
                                .build(),
                        HttpResponse.BodyHandlers.ofLines())
                .orTimeout(10, TimeUnit.SECONDS)
                .join();
        assertThat(response.statusCode()).isEqualTo(200);
        CompletableFuture<Long> read =
                CompletableFuture.supplyAsync(() -> response.body().count());

        // when the caller is moved to another school
        TestGrants.of(subject).as("caller", fresh("school")).hold();

        // then
        assertThat(read.orTimeout(60, TimeUnit.SECONDS).join()).isPositive();
    }
}
