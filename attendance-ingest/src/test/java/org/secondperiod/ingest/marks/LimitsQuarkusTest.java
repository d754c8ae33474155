package org.secondperiod.ingest.marks;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.secondperiod.ingest.testing.Api;
import org.secondperiod.ingest.testing.Marks;
import org.secondperiod.ingest.testing.TightLimits;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TestTopics;

@QuarkusTest
@TestProfile(TightLimits.class)
@QuarkusTestResource(StackTestResource.class)
class LimitsQuarkusTest {

    @Inject
    TestTopics topics;

    @Test
    void aBodyOverTheLimitIsRefusedWithTheLimit() {
        batch(lines(Api.school(), 600, ""))
                .statusCode(413)
                .body("type", equalTo("https://secondperiod.org/problems/body-too-large"))
                .body("detail", containsString("64 KiB (65536 bytes)"));
    }

    @Test
    @Tag("F12")
    void whileTheBrokerDoesNotAcknowledgeNothingIsSaidToBeSafe() {
        var school = Api.school();
        var marks = lines(school, 120, Api.fresh("m"));
        var one = Marks.json("ana", school, "A", ",\"markId\":\"%s\"".formatted(Api.fresh("m")));
        var unmapped = Marks.json("ben", school, Api.fresh("Q"));
        batch(lines(school, 1, "")).statusCode(200);
        StackTestResource.kafka().stop();
        try {
            single(one).statusCode(503).header("Retry-After", equalTo("5"));
            single(unmapped).statusCode(503);
            waiting(school).body("items", hasSize(0));
            batch(marks).statusCode(503).header("Retry-After", equalTo("5"));
        } finally {
            StackTestResource.kafka().restart();
        }

        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> single(one).statusCode(200));
        // Each partition comes back in its own time; until all have, the same is sent again
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> batch(marks).statusCode(200).body("accepted", equalTo(120)));

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> single(unmapped).statusCode(200));
        waiting(school).body("items", hasSize(1));

        var events = Marks.of(topics, school);
        assertThat(events).extracting("studentId").contains("ana", "ben", "student-0", "student-119");
        assertThat(new HashSet<>(events.stream().map(mark -> mark.eventId()).toList()))
                .hasSize(1 + 1 + 1 + 120);
    }

    private static ValidatableResponse waiting(String school) {
        return Api.sis().get("/v1/quarantine?school=" + school).then();
    }

    private static ValidatableResponse single(String body) {
        return Api.sis().body(body).post("/v1/absence-marks").then();
    }

    private static ValidatableResponse batch(String body) {
        return Api.sis()
                .contentType(Api.NDJSON)
                .body(body)
                .post("/v1/absence-marks/batch")
                .then();
    }

    /** Marks of as many students; with ids of their own where a prefix is given. */
    private static String lines(String school, int count, String prefix) {
        return IntStream.range(0, count)
                .mapToObj(i -> Marks.json(
                        "student-" + i,
                        school,
                        "A",
                        prefix.isEmpty() ? "" : ",\"markId\":\"%s.%d\"".formatted(prefix, i)))
                .collect(joining("\n"));
    }
}
