package org.secondperiod.reporting.earlier;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.secondperiod.reporting.intake.Told.fresh;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.secondperiod.events.Topics;
import org.secondperiod.kit.database.AsSystem;
import org.secondperiod.kit.delivery.Received;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TestClock;
import org.secondperiod.kit.testing.TestDatabase;
import org.secondperiod.kit.testing.TestTokens;
import org.secondperiod.reporting.intake.Told;
import org.secondperiod.reporting.intake.kafka.ReportingConsumer;
import org.secondperiod.reporting.outreach.kafka.OutreachConsumer;

/** Mornings that were drawn, told in any order, from the topics to the report. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class CallingEarlierQuarkusTest {

    private static final List<LocalDate> DAYS = List.copyOf(Told.weekdays("2026-09-08", "2026-10-30"));

    @Inject
    Jdbi jdbi;

    @Inject
    ReportingConsumer attendance;

    @Inject
    OutreachConsumer outreach;

    @Inject
    TestClock clock;

    private final String school = fresh("S");
    private final String lead = TestTokens.person(fresh("lead"), "attendance-lead", school);

    @BeforeEach
    void aSchoolOfEightPeriods() {
        clock.set(Instant.parse("2026-10-31T16:00:00Z"));
        AsSystem.run(() -> jdbi.useTransaction(tx -> attendance.handle(
                tx,
                List.of(Told.received(
                        Topics.SCHOOLS, Told.school(school, 1, true, Told.weekdays("2026-09-07", "2027-06-11")))))));
    }

    /** In batches, in any order, some of them twice. */
    private void tell(List<Received> records, Random random) {
        List<Received> left = new ArrayList<>(records);
        Collections.shuffle(left, random);
        while (!left.isEmpty()) {
            List<Received> batch = List.copyOf(left.subList(0, Math.min(left.size(), 1 + random.nextInt(200))));
            for (int times = random.nextInt(4) == 0 ? 2 : 1; times > 0; times--) {
                AsSystem.run(() -> jdbi.useTransaction(tx -> outreach.handle(tx, batch)));
            }
            left.subList(0, batch.size()).clear();
        }
        await().atMost(Duration.ofSeconds(60))
                .until(() -> TestDatabase.asOwner()
                                .withHandle(handle -> handle.createQuery(
                                                "SELECT (SELECT count(*) FROM outreach_due) + (SELECT count(*) FROM refresh)")
                                        .mapTo(Integer.class)
                                        .one())
                        == 0);
    }

    private ValidatableResponse ask(String from, String to) {
        return given().auth()
                .oauth2(lead)
                .get("/v1/calling-earlier?from=%s&to=%s&school=%s".formatted(from, to, school))
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({"1, 0.4, true", "2, 0.4, true", "3, 0.0, false", "5, 0.0, false"})
    void aKnownEffectIsFoundAndNoneWhereThereIsNone(int seed, double effect, boolean found) {
        Random random = new Random(seed);
        DrawnMornings mornings = new DrawnMornings(school, DAYS, effect, random);

        tell(mornings.records(), random);

        Draws draws = mornings.draws();
        Estimate estimate = Estimate.of(draws).orElseThrow();
        ask("2026-09-08", "2026-10-30")
                .body("state", equalTo("ESTIMATED"))
                .body("sample.students", equalTo((int) draws.students()))
                .body("sample.compared", equalTo((int) (2 * draws.half())))
                .body("sample.draws", equalTo((int) draws.draws()))
                .body("sample.schoolDays", equalTo(DAYS.size()))
                .body("sample.schools", equalTo(1))
                .body("early.students", equalTo((int) draws.half()))
                .body("early.called", equalTo((int) draws.early().called()))
                .body("early.averageMinutesToCall", equalTo((int)
                        (draws.early().minutes() / draws.early().called())))
                .body("early.came", equalTo((int) draws.early().came()))
                .body("late.called", equalTo((int) draws.late().called()))
                .body("late.averageMinutesToCall", equalTo((int)
                        (draws.late().minutes() / draws.late().called())))
                .body("late.came", equalTo((int) draws.late().came()))
                .body("effect.points", equalTo(points(estimate.difference())))
                .body("effect.low", equalTo(points(estimate.low())))
                .body("effect.high", equalTo(points(estimate.high())))
                .body("effect.beyondChance", equalTo(found))
                .body("doesNotShow", startsWith("This is what being drawn early rather than late"));
        given().auth()
                .oauth2(lead)
                .accept("text/csv")
                .get("/v1/calling-earlier?from=2026-09-08&to=2026-10-30&school=" + school)
                .then()
                .statusCode(200)
                .body(startsWith("from,to,state,"))
                .body(containsString("2026-09-08,2026-10-30,ESTIMATED," + draws.students()))
                .body(containsString("It does not show what a call changes against no call"));
    }

    private static float points(double share) {
        return BigDecimal.valueOf(share * 100).setScale(1, RoundingMode.HALF_UP).floatValue();
    }

    @Test
    void withoutADrawNothingIsSaidAndOfFewNothingEither() {
        ask("2026-09-08", "2026-10-30")
                .body("state", equalTo("NOT_DRAWN"))
                .body("effect", nullValue())
                .body("says", containsString("had not approved"));
        Random random = new Random(7);
        tell(new DrawnMornings(school, DAYS.subList(0, 4), 0.4, random).records(), random);

        ask("2026-09-08", "2026-10-30")
                .body("state", equalTo("TOO_FEW"))
                .body("effect", nullValue())
                .body("sample.students", greaterThan(0));
    }

    @Test
    void aDayThatIsNotOverDoesNotCount() {
        Random random = new Random(9);
        LocalDate today = DAYS.getLast();
        clock.set(Instant.parse("2026-10-30T16:00:00Z"));
        tell(new DrawnMornings(school, List.of(today), 0.4, random).records(), random);

        ask("2026-10-01", "2026-10-30").body("to", equalTo("2026-10-29")).body("state", equalTo("NOT_DRAWN"));
    }
}
