package org.secondperiod.entry.readers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.secondperiod.entry.EntryApi.doors;
import static org.secondperiod.entry.EntryApi.id;
import static org.secondperiod.entry.EntryApi.postBatch;
import static org.secondperiod.entry.EntryApi.postScan;
import static org.secondperiod.entry.EntryApi.putReader;
import static org.secondperiod.entry.EntryApi.reader;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.secondperiod.entry.EntryTopics;
import org.secondperiod.events.ReaderChanged;
import org.secondperiod.events.ReaderChanged.Kind;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TestClock;

@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class ReadersQuarkusTest {

    @Inject
    EntryTopics topics;

    @Inject
    TestClock clock;

    @BeforeEach
    void theClockStands() {
        clock.set(TestClock.START);
    }

    @Test
    void eachChangeOfSettingsIsToldOnce() {
        // Given a reader, registered with defaults
        String readerId = id("R");
        putReader(readerId, "{\"buildingId\":\"B-EAST\",\"name\":\"Main door\"}")
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("inService", equalTo(true))
                .body("allowedSilenceMinutes", equalTo(10));

        // When it is put again unchanged, and then changed
        putReader(readerId, "{\"buildingId\":\"B-EAST\",\"name\":\"Main door\",\"inService\":true}")
                .header("ETag", "\"1\"");
        putReader(
                        readerId,
                        "{\"buildingId\":\"B-EAST\",\"name\":\"Main door\",\"inService\":false,\"allowedSilenceMinutes\":25}")
                .header("ETag", "\"2\"");

        // Then the two states are told, in order
        List<ReaderChanged> news = topics.awaitNews(readerId, 2);
        assertThat(news).extracting(ReaderChanged::kind).containsExactly(Kind.SETTINGS, Kind.SETTINGS);
        assertThat(news).extracting(ReaderChanged::version).containsExactly(1L, 2L);
        assertThat(news).extracting(ReaderChanged::inService).containsExactly(true, false);
        assertThat(news.getLast().allowedSilenceMinutes()).isEqualTo(25);
        doors().get("/v1/readers").then().statusCode(200).body("items.readerId", hasItem(readerId));
    }

    @Test
    void sinceWhenAReaderIsInServiceOutlastsOtherNamesAndIsToldWithEachEvent() {
        // Given a reader that has been in service in the past
        String readerId = id("R");
        clock.set(Instant.parse("2026-10-14T11:00:00Z"));
        putReader(readerId, "{\"buildingId\":\"B-EAST\",\"name\":\"Main door\"}")
                .body("inServiceSince", equalTo("2026-10-14T11:00:00Z"));

        // When it is renamed, goes out of service and comes back, moves and sends a heartbeat
        clock.set(Instant.parse("2026-10-14T11:30:00Z"));
        putReader(readerId, "{\"buildingId\":\"B-EAST\",\"name\":\"Front door\"}");
        putReader(readerId, "{\"buildingId\":\"B-EAST\",\"name\":\"Front door\",\"inService\":false}")
                .body("inServiceSince", nullValue());
        clock.set(Instant.parse("2026-10-14T11:40:00Z"));
        putReader(readerId, "{\"buildingId\":\"B-EAST\",\"name\":\"Front door\"}");
        clock.set(Instant.parse("2026-10-14T11:50:00Z"));
        putReader(readerId, "{\"buildingId\":\"B-WEST\",\"name\":\"Front door\"}");
        clock.set(Instant.parse("2026-10-14T12:00:00Z"));
        beat(readerId, "{\"at\":\"2026-10-14T08:00:00-04:00\",\"queued\":0}").statusCode(200);

        // Then each event says since when
        assertThat(topics.awaitNews(readerId, 6))
                .extracting(event -> event.inServiceSince() == null
                        ? ""
                        : event.inServiceSince().toString())
                .containsExactly(
                        "2026-10-14T11:00:00Z",
                        "2026-10-14T11:00:00Z",
                        "",
                        "2026-10-14T11:40:00Z",
                        "2026-10-14T11:50:00Z",
                        "2026-10-14T11:50:00Z");
    }

    @Test
    void aChangeDecidedOnAnOldVersionIsRefused() {
        String readerId = reader();
        doors().contentType(ContentType.JSON)
                .header("If-Match", "\"1\"")
                .body("{\"buildingId\":\"B-WEST\",\"name\":\"Main door\"}")
                .put("/v1/readers/" + readerId)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"");

        doors().contentType(ContentType.JSON)
                .header("If-Match", "\"1\"")
                .body("{\"buildingId\":\"B-NORTH\",\"name\":\"Main door\"}")
                .put("/v1/readers/" + readerId)
                .then()
                .statusCode(412)
                .contentType("application/problem+json")
                .body("type", equalTo("https://secondperiod.org/problems/reader-changed-meanwhile"));
    }

    @Test
    void aHeartbeatIsToldAndShown() {
        // Given a registered reader
        String readerId = reader();

        // When its heartbeat comes, twice
        beat(readerId, "{\"at\":\"2026-10-14T07:59:58.5-04:00\",\"queued\":3,\"lastSequence\":17}")
                .statusCode(200)
                .body("queued", equalTo(3))
                .body("lastSequence", equalTo(17))
                .body("heartbeatAt", equalTo("2026-10-14T11:59:58.500Z"))
                .body("lastHeard", equalTo("2026-10-14T12:00:00Z"));
        beat(readerId, "{\"at\":\"2026-10-14T07:59:58.5-04:00\",\"queued\":3,\"lastSequence\":17}")
                .statusCode(200);

        // Then both are the same event, with the settings
        List<ReaderChanged> news = topics.awaitNews(readerId, 3).stream()
                .filter(event -> event.kind() == Kind.HEARTBEAT)
                .toList();
        assertThat(news)
                .extracting(ReaderChanged::eventId)
                .hasSize(2)
                .containsOnly(news.getFirst().eventId());
        assertThat(news.getFirst().at()).isEqualTo(Instant.parse("2026-10-14T11:59:58.500Z"));
        assertThat(news.getFirst().queued()).isEqualTo(3);
        assertThat(news.getFirst().buildingId()).isEqualTo("B-" + readerId);
    }

    @Test
    void anOlderHeartbeatThatComesLateDoesNotHideTheNewerOne() {
        String readerId = reader();
        beat(readerId, "{\"at\":\"2026-10-14T08:00:00-04:00\",\"queued\":0}").statusCode(200);

        beat(readerId, "{\"at\":\"2026-10-14T07:00:00-04:00\",\"queued\":40}")
                .statusCode(200)
                .body("queued", equalTo(0))
                .body("heartbeatAt", equalTo("2026-10-14T12:00:00Z"));
    }

    @Test
    void aHeartbeatAheadOfOurClockIsKeptAndToldAndHidesNoLaterOne() {
        // Given a reader whose clock is an hour ahead
        String readerId = reader();
        beat(readerId, "{\"at\":\"2026-10-14T09:00:00-04:00\",\"queued\":7,\"lastSequence\":40}")
                .statusCode(200)
                .body("queued", equalTo(7))
                .body("warning", containsString("clock is more than 5 minutes ahead"))
                .body("warningCode", equalTo("CLOCK_AHEAD"));

        // When its clock is set, and the next one comes
        ValidatableResponse next =
                beat(readerId, "{\"at\":\"2026-10-14T08:00:00-04:00\",\"queued\":0,\"lastSequence\":41}");

        // Then that one counts
        next.statusCode(200)
                .body("queued", equalTo(0))
                .body("lastSequence", equalTo(41))
                .body("heartbeatAt", equalTo("2026-10-14T12:00:00Z"))
                .body("warning", nullValue())
                .body("warningCode", nullValue());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-09-14T08:00:01-04:00, 200",
        "2026-10-15T08:00:00-04:00, 200",
        "2026-09-14T07:59:59-04:00, 422",
        "2026-10-15T08:00:01-04:00, 422",
        "2030-01-01T00:00:00Z, 422",
        "1970-01-01T00:00:00Z, 422",
        "-999999999-01-01T00:00:00Z, 422"
    })
    void aHeartbeatByAClockThatCannotBeRightIsRefused(String at, int status) {
        String readerId = reader();

        ValidatableResponse answer = beat(readerId, "{\"at\":\"%s\",\"queued\":0}".formatted(at));

        answer.statusCode(status);
        if (status == 422) {
            answer.body("violations[0].field", equalTo("at"));
            doors().get("/v1/readers/" + readerId).then().body("heartbeatAt", nullValue());
        }
    }

    @Test
    void aHeartbeatOfAReaderThatIsNotRegisteredSaysHowToRegisterIt() {
        String readerId = id("R");
        beat(readerId, "{\"at\":\"2026-10-14T08:00:00-04:00\",\"queued\":0}")
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("https://secondperiod.org/problems/reader-not-registered"))
                .body("detail", containsString("PUT /entry/v1/readers/" + readerId));
        doors().get("/v1/readers/" + readerId).then().statusCode(404);
    }

    @Test
    void gapsInAReadersNumbersAreShownUntilTheyAreFilled() {
        // Given scans 1, 2, 5 and 9 of a reader that says that 11 was its latest
        String readerId = reader();
        postBatch("text/csv", numbered(readerId, 1, 2, 5, 9)).statusCode(200).body("accepted", equalTo(4));

        // Then the missing ones are shown
        beat(readerId, "{\"at\":\"2026-10-14T08:00:00-04:00\",\"queued\":0,\"lastSequence\":11}")
                .body("lastSequence", equalTo(11))
                .body("gap.missing", equalTo(7))
                .body("gap.ranges.from", equalTo(List.of(3, 6, 10)))
                .body("gap.ranges.to", equalTo(List.of(4, 8, 11)));

        // When they come, in another order and some twice
        postBatch("text/csv", numbered(readerId, 11, 10, 8, 7, 6, 4, 3, 3, 2)).statusCode(200);

        // Then there is no gap
        doors().get("/v1/readers/" + readerId)
                .then()
                .body("gap.missing", equalTo(0))
                .body("gap.ranges", hasSize(0));
    }

    @Test
    void aReaderThatCountsAnewShowsNoGapButThatItDid() {
        // Given a reader that has counted to 5001
        String readerId = reader();
        postBatch(
                        "text/csv",
                        "readerId,studentId,scannedAt,sequence\n"
                                + readerId + ",S1,2026-10-14T07:30:00-04:00,5000\n"
                                + readerId + ",S2,2026-10-14T07:31:00-04:00,5001\n")
                .statusCode(200);
        beat(readerId, "{\"at\":\"2026-10-14T07:32:00-04:00\",\"queued\":0,\"lastSequence\":5001}")
                .body("restartedAt", nullValue());

        // When it begins at 1 again, and 2 is still on its way
        postBatch(
                        "text/csv",
                        "readerId,studentId,scannedAt,sequence\n"
                                + readerId + ",S3,2026-10-14T07:40:00-04:00,1\n"
                                + readerId + ",S4,2026-10-14T07:42:00-04:00,3\n")
                .statusCode(200);

        // Then it waits for 2 and for nothing else
        doors().get("/v1/readers/" + readerId)
                .then()
                .body("restartedAt", equalTo("2026-10-14T11:40:00Z"))
                .body("lastSequence", equalTo(3))
                .body("gap.missing", equalTo(1))
                .body("gap.ranges.from", equalTo(List.of(2)));
    }

    @Test
    void aHeartbeatTellsThatAReaderCountsAnew() {
        String readerId = reader();
        postBatch(
                        "text/csv",
                        "readerId,studentId,scannedAt,sequence\n" + readerId + ",S1,2026-10-14T07:30:00-04:00,5000\n")
                .statusCode(200);

        beat(readerId, "{\"at\":\"2026-10-14T07:45:00-04:00\",\"queued\":0,\"lastSequence\":2}")
                .body("restartedAt", equalTo("2026-10-14T11:45:00Z"))
                .body("lastSequence", equalTo(2))
                .body("gap.missing", equalTo(0));
    }

    @Test
    void aLateScanGetsTheBuildingWhereTheReaderStoodThen() {
        // Given a reader that was moved
        String readerId = id("R");
        putReader(readerId, "{\"buildingId\":\"B-OLD\",\"name\":\"Side door\"}").statusCode(200);
        putReader(readerId, "{\"buildingId\":\"B-NEW\",\"name\":\"Side door\"}").statusCode(200);

        // When scans of before and after come
        postScan("{\"readerId\":\"%s\",\"studentId\":\"S1\",\"scannedAt\":\"2026-10-13T08:00:00-04:00\"}"
                        .formatted(readerId))
                .statusCode(200);
        postScan("{\"readerId\":\"%s\",\"studentId\":\"S2\",\"scannedAt\":\"2026-10-14T08:00:00-04:00\"}"
                        .formatted(readerId))
                .statusCode(200);

        // Then each has its own building
        assertThat(topics.scans(readerId))
                .extracting(scan -> scan.studentId() + " " + scan.buildingId())
                .containsExactlyInAnyOrder("S1 B-OLD", "S2 B-NEW");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\":\"x\"}|buildingId",
                "{\"buildingId\":\"B 1\",\"name\":\"x\"}|buildingId",
                "{\"buildingId\":\"B1\",\"name\":\" \"}|name",
                "{\"buildingId\":\"B1\",\"name\":\"x\",\"allowedSilenceMinutes\":0}|allowedSilenceMinutes",
                "{\"buildingId\":\"B1\",\"name\":\"x\",\"inservice\":true}|inservice",
                "{\"buildingId\":\"B1\",\"name\":\"x\",\"inService\":\"maybe\"}|inService"
            })
    void settingsThatAreWrongNameTheField(String json, String field) {
        putReader(id("R"), json)
                .statusCode(422)
                .contentType("application/problem+json")
                .body("violations.field", hasItem(containsString(field)));
    }

    @Test
    void anIdThatIsNoneAndABodyThatIsNoJsonAreRefused() {
        putReader("R%201", "{\"buildingId\":\"B1\",\"name\":\"x\"}")
                .statusCode(422)
                .body("violations.field", hasItem("readerId"));
        putReader(id("R"), "{\"buildingId\":").statusCode(400).contentType("application/problem+json");
        beat(reader(), "{\"at\":\"08:00\",\"queued\":0}").statusCode(422).body("violations.field", hasItem("at"));
        beat(reader(), "{\"at\":\"2026-10-14T08:00:00-04:00\",\"queued\":-1}").statusCode(422);
    }

    private static ValidatableResponse beat(String readerId, String json) {
        return doors().contentType(ContentType.JSON)
                .body(json)
                .post("/v1/readers/" + readerId + "/heartbeat")
                .then();
    }

    private static String numbered(String readerId, int... sequences) {
        StringBuilder csv = new StringBuilder("readerId,studentId,scannedAt,sequence\n");
        for (int sequence : sequences) {
            csv.append("%s,S%d,2026-10-14T07:50:%02d-04:00,%d\n".formatted(readerId, sequence, sequence, sequence));
        }
        return csv.toString();
    }
}
