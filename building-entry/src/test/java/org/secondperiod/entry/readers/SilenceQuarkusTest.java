package org.secondperiod.entry.readers;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.secondperiod.entry.EntryApi.doors;
import static org.secondperiod.entry.EntryApi.id;
import static org.secondperiod.entry.EntryApi.putReader;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TestClock;

/** A door that falls silent is seen before anybody is called in error. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class SilenceQuarkusTest {

    @Inject
    TestClock clock;

    @Inject
    SilenceSweep sweep;

    private final String reader = id("R");

    @Test
    void theTimeSinceAReaderWasHeardFromStandsBesideWhatItMayBe() {
        clock.set(TestClock.START);
        putReader(reader, "{\"buildingId\":\"B-EAST\",\"name\":\"Main door\",\"allowedSilenceMinutes\":5}")
                .statusCode(200);
        sweep.look();
        assertThat(metrics()).doesNotContain(series("secondperiod_reader_allowed_silence_seconds"));

        doors().contentType(ContentType.JSON)
                .body("{\"at\":\"" + TestClock.START + "\",\"queued\":3}")
                .post("/v1/readers/" + reader + "/heartbeat")
                .then()
                .statusCode(200);
        clock.set(TestClock.START.plus(Duration.ofMinutes(7)));
        sweep.look();

        assertThat(metrics())
                .contains(series("secondperiod_reader_silence_seconds") + " 420.0")
                .contains(series("secondperiod_reader_allowed_silence_seconds") + " 300.0")
                .contains(series("secondperiod_reader_queued") + " 3.0");
    }

    @Test
    void aReaderOutOfServiceIsNotWaitedFor() {
        putReader(reader, "{\"buildingId\":\"B-EAST\",\"name\":\"Main door\",\"inService\":false}")
                .statusCode(200);

        sweep.look();

        assertThat(metrics()).doesNotContain(reader);
    }

    private String series(String name) {
        return name + "{building=\"B-EAST\",reader=\"" + reader + "\"}";
    }

    private static String metrics() {
        return given().get("/q/metrics").asString();
    }
}
