package org.secondperiod.entry.scans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.secondperiod.entry.EntryApi.doors;
import static org.secondperiod.entry.EntryApi.id;
import static org.secondperiod.entry.EntryApi.postScan;
import static org.secondperiod.entry.EntryApi.putBadge;
import static org.secondperiod.entry.EntryApi.reader;
import static org.secondperiod.entry.EntryApi.scan;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.secondperiod.kit.records.PurgeSweep;
import org.secondperiod.kit.records.RecordClasses;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TestClock;

/** Nothing about a scan is dropped silently, also not what waited in vain. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class ExpiredScansQuarkusTest {

    @Inject
    TestClock clock;

    @Inject
    WaitingScanSweep sweep;

    @Inject
    PurgeSweep purges;

    @Inject
    RecordClasses records;

    @AfterEach
    void backToTheTestsDay() {
        clock.set(TestClock.START);
    }

    @Test
    void aScanThatWaitsForThirtyDaysIsListedAsExpired() {
        // Given a scan of a badge that is nobody's, and one that came later
        String old = id("B");
        String younger = id("B");
        postScan(scan(reader(), old, "2026-10-14T07:00:00-04:00")).statusCode(202);
        postScan(scan(reader(), younger, "2026-10-14T07:59:00-04:00")).statusCode(202);

        // When thirty days are over for the first
        clock.advance(Duration.ofDays(30).minusMinutes(30));
        sweep.expire();

        // Then it is listed as expired, and the other still waits
        doors().get("/v1/scans/expired").then().statusCode(200).body("items.badge", hasItem(old));
        doors().get("/v1/scans/expired").then().body("items.badge", not(hasItem(younger)));
        doors().get("/v1/scans/unresolved").then().body("items.badge", hasItem(younger));
        doors().get("/v1/scans/unresolved").then().body("items.badge", not(hasItem(old)));
        expirations(1);
    }

    @Test
    void aScanOfTheFarFutureIsFlaggedAndWaitsNoLongerThanOthers() {
        // Given a scan of an unknown badge by a clock that is far ahead
        String badge = id("B");
        postScan(scan(reader(), badge, "2199-10-14T07:00:00-04:00"))
                .statusCode(202)
                .body("warning", containsString("ahead of our clock"));

        // When thirty days are over since it came
        clock.advance(Duration.ofDays(30).plusSeconds(1));
        sweep.expire();

        // Then it is listed as expired
        doors().get("/v1/scans/expired").then().body("items.badge", hasItem(badge));
        doors().get("/v1/scans/unresolved").then().body("items.badge", not(hasItem(badge)));
    }

    @Test
    void anExpiredScanStaysExpiredWhenItsBadgeBecomesKnown() {
        String badge = id("B");
        postScan(scan(reader(), badge)).statusCode(202);
        clock.advance(Duration.ofDays(31));
        sweep.expire();

        putBadge(badge, "{\"studentId\":\"S1\"}").statusCode(200);
        sweep.sweep();

        doors().get("/v1/scans/expired").then().body("items.badge", hasItem(badge));
    }

    @Test
    void expiredScansAreForgottenAfterAnotherThirtyDays() {
        String badge = id("B");
        postScan(scan(reader(), badge)).statusCode(202);
        clock.advance(Duration.ofDays(31));
        sweep.expire();

        clock.advance(Duration.ofDays(31));
        purges.purge(records.all().getFirst());

        doors().get("/v1/scans/expired").then().statusCode(200).body("items.badge", not(hasItem(badge)));
    }

    /** The counter is there for whoever watches the service. */
    private static void expirations(int atLeast) {
        String metrics = RestAssured.get("/q/metrics").asString();
        double counted = metrics.lines()
                .filter(line -> line.startsWith("secondperiod_scans_expired_total"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
        assertThat(counted).isGreaterThanOrEqualTo(atLeast);
    }
}
