package org.secondperiod.entry.scans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.secondperiod.entry.EntryApi.id;
import static org.secondperiod.entry.EntryApi.postBatch;
import static org.secondperiod.entry.EntryApi.postScan;
import static org.secondperiod.entry.EntryApi.reader;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.secondperiod.entry.EntryApi;
import org.secondperiod.entry.EntryTopics;
import org.secondperiod.events.Scan;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TestTokens;

/** In an application of its own, since its broker goes away. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
@TestProfile(BrokerDownQuarkusTest.Alone.class)
class BrokerDownQuarkusTest {

    /** Another profile is another application; this one soon notices that the broker has gone. */
    public static class Alone implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("secondperiod.delivery.acknowledged-within", "PT4S");
        }
    }

    @Inject
    EntryTopics topics;

    @Inject
    Jdbi jdbi;

    @Test
    @Tag("F12")
    void whatIsNotAcknowledgedIsNotRememberedAndGoesThroughWhenItIsSentAgain() {
        // Given a broker that has gone
        String readerId = reader();
        String scanId = id("scan");
        String scan =
                "{\"scanId\":\"%s\",\"readerId\":\"%s\",\"studentId\":\"S1\",\"scannedAt\":\"2026-10-14T08:00:00-04:00\"}"
                        .formatted(scanId, readerId);
        topics.awaitNews(readerId, 1);
        StackTestResource.kafka().stop();

        // When scans come, then they are refused for now and nothing is remembered
        postScan(scan).statusCode(503).header("Retry-After", equalTo("5")).contentType("application/problem+json");
        postBatch("application/x-ndjson", scan).statusCode(503).header("Retry-After", equalTo("5"));
        assertThat(identities(scanId)).isZero();
        EntryApi.as(TestTokens.person("ada", "admin", "*"))
                .get("/v1/dead-letters")
                .then()
                .statusCode(503)
                .header("Retry-After", equalTo("5"));

        // When it is back and the same is sent again, then it takes effect as one event
        StackTestResource.kafka().restart();
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .untilAsserted(() -> postScan(scan).statusCode(200));
        assertThat(topics.scans(readerId))
                .extracting(Scan::eventId)
                .isNotEmpty()
                .containsOnly(topics.scans(readerId).getFirst().eventId());
        assertThat(identities(scanId)).isEqualTo(1);
    }

    private int identities(String scanId) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT count(*) FROM scan_identity WHERE scan_id = ?")
                .bind(0, scanId)
                .mapTo(Integer.class)
                .one());
    }
}
