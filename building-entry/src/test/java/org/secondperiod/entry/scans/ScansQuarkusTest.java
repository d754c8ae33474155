package org.secondperiod.entry.scans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.secondperiod.entry.EntryApi.as;
import static org.secondperiod.entry.EntryApi.doors;
import static org.secondperiod.entry.EntryApi.id;
import static org.secondperiod.entry.EntryApi.postScan;
import static org.secondperiod.entry.EntryApi.putBadge;
import static org.secondperiod.entry.EntryApi.putReader;
import static org.secondperiod.entry.EntryApi.reader;
import static org.secondperiod.entry.EntryApi.scan;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.secondperiod.entry.EntryTopics;
import org.secondperiod.events.ReaderChanged;
import org.secondperiod.events.ReaderChanged.Kind;
import org.secondperiod.events.Scan;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TestTokens;

@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class ScansQuarkusTest {

    @Inject
    EntryTopics topics;

    @Test
    void aScanOfAKnownBadgeIsOnTheTopicWhenItIsAnswered() {
        // Given a reader and a badge
        String readerId = reader();
        String badge = badgeOf("S1");

        // When its scan comes
        postScan(scan(readerId, badge))
                .statusCode(200)
                .body("outcome", equalTo("accepted"))
                .body("warning", nullValue());

        // Then it is on the topic, as the student's, at the reader's building
        Scan scan = topics.scans(readerId).getFirst();
        assertThat(scan.studentId()).isEqualTo("S1");
        assertThat(scan.buildingId()).isEqualTo("B-" + readerId);
        assertThat(scan.scannedAt()).isEqualTo(Instant.parse("2026-10-14T12:00:00Z"));
        assertThat(scan.direction()).isEqualTo(Scan.Direction.IN);
    }

    @Test
    @Tag("F1")
    void aScanWithoutIdThatComesTwiceIsTheSameEvent() {
        String readerId = reader();
        String badge = badgeOf("S1");

        postScan(scan(readerId, badge)).statusCode(200);
        postScan(scan(readerId, badge)).statusCode(200);

        assertThat(topics.scans(readerId)).extracting(Scan::eventId).hasSizeBetween(1, 2);
        assertThat(topics.scans(readerId).stream().map(Scan::eventId).distinct())
                .hasSize(1);
    }

    @Test
    void aScanWithAnIdIsToldOnceAndNeverChanged() {
        // Given a scan with an id
        String readerId = reader();
        String scanId = id("scan");
        postScan(withId(scanId, readerId, "S1")).statusCode(200).body("scanId", equalTo(scanId));

        // When it comes again, unchanged and changed
        postScan(withId(scanId, readerId, "S1")).statusCode(200).body("outcome", equalTo("accepted"));
        postScan(withId(scanId, readerId, "S2"))
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("https://secondperiod.org/problems/scan-conflicts"))
                .body("detail", not(containsString("S2")));

        // Then it was told once, and another credential may use the same id for a scan of its own
        assertThat(topics.scans(readerId)).extracting(Scan::studentId).containsExactly("S1");
        as(TestTokens.system("other-doors", "scans:write", "*"))
                .contentType(ContentType.JSON)
                .body(withId(scanId, readerId, "S2"))
                .post("/v1/scans")
                .then()
                .statusCode(200);
        assertThat(topics.scans(readerId))
                .extracting(Scan::eventId)
                .doesNotHaveDuplicates()
                .hasSize(2);
    }

    @Test
    void aScanOfAnUnknownBadgeWaitsAndMeanwhileTheReaderIsHeard() {
        // Given a scan of a badge that is nobody's
        String readerId = reader();
        String badge = id("B");
        postScan(scan(readerId, badge))
                .statusCode(202)
                .body("outcome", equalTo("unresolved"))
                .body("reason", containsString("badge is nobody's at that moment"));
        doors().get("/v1/scans/unresolved").then().statusCode(200).body("items.badge", hasItem(badge));
        assertThat(topics.scans(readerId)).isEmpty();
        ReaderChanged heard = topics.awaitNews(readerId, 2).stream()
                .filter(event -> event.kind() == Kind.HEARD)
                .findFirst()
                .orElseThrow();
        assertThat(heard.at()).isEqualTo(Instant.parse("2026-10-14T12:00:00Z"));

        // When the badge becomes somebody's for that moment
        putBadge(badge, "{\"studentId\":\"S7\",\"validFrom\":\"2026-10-14T00:00:00-04:00\"}")
                .statusCode(200);

        // Then the scan is told, as it was, and waits no longer
        Scan scan = topics.awaitScans(readerId, scans -> !scans.isEmpty()).getFirst();
        assertThat(scan.studentId()).isEqualTo("S7");
        assertThat(scan.recordedAt()).isEqualTo(Instant.parse("2026-10-14T12:00:00Z"));
        doors().get("/v1/scans/unresolved").then().body("items.badge", not(hasItem(badge)));
    }

    @Test
    void aBadgeThatIsSomebodysOnlyLaterDoesNotResolveAScanOfBefore() {
        String readerId = reader();
        String badge = id("B");
        postScan(scan(readerId, badge)).statusCode(202);

        putBadge(badge, "{\"studentId\":\"S7\",\"validFrom\":\"2026-10-14T08:00:01-04:00\"}")
                .statusCode(200);
        postScan(scan(readerId, badge, "2026-10-14T08:00:01-04:00")).statusCode(200);

        assertThat(topics.scans(readerId))
                .extracting(Scan::scannedAt)
                .containsExactly(Instant.parse("2026-10-14T12:00:01Z"));
        doors().get("/v1/scans/unresolved").then().body("items.badge", hasItem(badge));
    }

    @Test
    void aScanOfAReaderThatIsNotRegisteredIsKeptUntilItIs() {
        // Given scans of a reader that nobody registered, one of them of an unknown badge
        String readerId = id("R");
        String unknown = id("B");
        postScan(withId(id("scan"), readerId, "S1")).statusCode(202).body("outcome", equalTo("quarantined"));
        postScan(scan(readerId, unknown))
                .statusCode(202)
                .body("outcome", equalTo("quarantined"))
                .body("reason", containsString("readerId is not registered"));
        doors().get("/v1/scans/quarantined").then().statusCode(200).body("items.readerId", hasItem(readerId));

        // When it is registered
        putReader(readerId, "{\"buildingId\":\"B-EAST\",\"name\":\"Side door\"}")
                .statusCode(200);

        // Then the one is told and the other waits for its badge; the reader was heard
        assertThat(topics.awaitScans(readerId, scans -> !scans.isEmpty()))
                .extracting(scan -> scan.studentId() + " " + scan.buildingId())
                .containsExactly("S1 B-EAST");
        assertThat(topics.awaitNews(readerId, 2))
                .extracting(ReaderChanged::kind)
                .containsExactly(Kind.SETTINGS, Kind.HEARD);
        doors().get("/v1/scans/quarantined").then().body("items.readerId", not(hasItem(readerId)));
        doors().get("/v1/scans/unresolved").then().body("items.badge", hasItem(unknown));
    }

    @Test
    void aReaderOutOfServiceKeepsItsScans() {
        String readerId = id("R");
        putReader(readerId, "{\"buildingId\":\"B-EAST\",\"name\":\"Side door\",\"inService\":false}")
                .statusCode(200);

        postScan(withId(id("scan"), readerId, "S1")).statusCode(200);

        assertThat(topics.scans(readerId)).extracting(Scan::studentId).containsExactly("S1");
    }

    @Test
    @Tag("F18")
    void aScanMayBeThirtyDaysLateAndNotMore() {
        String readerId = reader();
        String badge = badgeOf("S1");

        postScan(scan(readerId, badge, "2026-09-15T08:00:00-04:00")).statusCode(200);
        postScan(scan(readerId, badge, "2026-09-13T08:00:00-04:00"))
                .statusCode(422)
                .body("violations.field", contains("scannedAt"))
                .body("violations.message", contains("The scan is older than 30 days and is not taken"));

        assertThat(topics.scans(readerId))
                .extracting(Scan::scannedAt)
                .containsExactly(Instant.parse("2026-09-15T12:00:00Z"));
    }

    @Test
    @Tag("F18")
    void aScanOfAClockThatIsAheadIsKeptAndFlagged() {
        String readerId = reader();

        postScan(scan(readerId, badgeOf("S1"), "2026-10-14T08:05:01-04:00"))
                .statusCode(200)
                .body("outcome", equalTo("accepted"))
                .body("warning", containsString("more than 5 minutes ahead of our clock"));

        assertThat(topics.scans(readerId)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"badge\":\"B1\",\"scannedAt\":\"2026-10-14T08:00:00-04:00\"}|422|readerId",
                "{\"readerId\":\"R\",\"badge\":\"B1\",\"scannedAt\":\"2026-10-14 08:00\"}|422|scannedAt",
                "{\"readerId\":\"R\",\"badge\":\"B1\",\"studentId\":\"S\",\"scannedAt\":\"2026-10-14T08:00:00-04:00\"}|422|badge",
                "{\"readerId\":\"R\",\"badge\":\"B1\",\"scannedAt\":\"2026-10-14T08:00:00-04:00\",\"colour\":1}|422|colour",
                "[]|400|",
                "{\"readerId\":|400|"
            })
    void aBodyThatIsNoScanNamesWhatIsWrong(String json, int status, String field) {
        var answer = postScan(json).statusCode(status).contentType("application/problem+json");
        if (field != null) {
            answer.body("violations.field", contains(field));
        }
    }

    @Test
    void anEmptyBodyAndAnotherTypeAreRefused() {
        doors().contentType(ContentType.JSON).post("/v1/scans").then().statusCode(400);
        doors().contentType("application/xml")
                .body("<scan/>")
                .post("/v1/scans")
                .then()
                .statusCode(415);
    }

    @Test
    void nobodyGetsInWithoutTheScope() {
        String json = scan("R", "B");
        RestAssured.given()
                .contentType(ContentType.JSON)
                .body(json)
                .post("/v1/scans")
                .then()
                .statusCode(401);
        for (String token : List.of(
                TestTokens.system("sis", "marks:write roster:write", "*"),
                TestTokens.person("rivera", "caller", "S1"))) {
            as(token)
                    .contentType(ContentType.JSON)
                    .body(json)
                    .post("/v1/scans")
                    .then()
                    .statusCode(403);
            as(token)
                    .contentType("text/csv")
                    .body("x")
                    .post("/v1/scans/batch")
                    .then()
                    .statusCode(403);
            as(token)
                    .contentType(ContentType.JSON)
                    .body("{\"buildingId\":\"B\",\"name\":\"x\"}")
                    .put("/v1/readers/R")
                    .then()
                    .statusCode(403);
            as(token)
                    .contentType(ContentType.JSON)
                    .body("{\"at\":\"2026-10-14T08:00:00Z\",\"queued\":0}")
                    .post("/v1/readers/R/heartbeat")
                    .then()
                    .statusCode(403);
            as(token).get("/v1/readers").then().statusCode(403);
            as(token).get("/v1/scans/quarantined").then().statusCode(403);
        }
        as(TestTokens.person("rivera", "caller", "S1"))
                .get("/v1/badges/conflicts")
                .then()
                .statusCode(403);
        as(TestTokens.person("rivera", "caller", "S1"))
                .get("/v1/scans/unresolved")
                .then()
                .statusCode(403);
        as(TestTokens.system("sis", "roster:write", "*"))
                .get("/v1/badges/conflicts")
                .then()
                .statusCode(200);
        reader();
        as(TestTokens.person("ada", "admin", "*"))
                .get("/v1/readers")
                .then()
                .statusCode(200)
                .body("items", not(empty()));
    }

    private static String badgeOf(String student) {
        String badge = id("B");
        putBadge(badge, "{\"studentId\":\"" + student + "\"}").statusCode(200);
        return badge;
    }

    private static String withId(String scanId, String readerId, String student) {
        return "{\"scanId\":\"%s\",\"readerId\":\"%s\",\"studentId\":\"%s\",\"scannedAt\":\"2026-10-14T08:00:00-04:00\"}"
                .formatted(scanId, readerId, student);
    }
}
