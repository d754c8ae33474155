package org.secondperiod.kit.grants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.secondperiod.events.EventJson;
import org.secondperiod.events.GrantChanged;
import org.secondperiod.events.Topics;
import org.secondperiod.kit.delivery.OutgoingEvent;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TestTopics;

/** Grants come through the topic. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class GrantsConsumerQuarkusTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    TestTopics topics;

    @Inject
    Granted granted;

    @Inject
    Jdbi jdbi;

    @Inject
    GrantStore store;

    private final String subject = "rivera-" + UUID.randomUUID();
    private final String grantId = "grant-" + UUID.randomUUID();

    private void tell(String school, boolean revoked, @Nullable Instant end, long version) {
        topics.send(Topics.GRANTS, event(school, revoked, end, version));
    }

    private GrantChanged event(String school, boolean revoked, @Nullable Instant end, long version) {
        return new GrantChanged(
                "g-" + version,
                grantId,
                subject,
                "caller",
                List.of(school),
                List.of(Grant.RESTRICTED_NOTES),
                end,
                revoked,
                version,
                Instant.parse("2026-10-14T12:00:00Z"));
    }

    private Schools calls() {
        return granted.of(subject).as(List.of("caller"));
    }

    private void awaitCalls(Schools schools) {
        await().atMost(PATIENCE).until(() -> calls().equals(schools));
    }

    @Test
    void aGrantIsInForceOnceItIsReadAndNoMoreOnceItIsRevoked() {
        tell("A", false, Instant.now().plusSeconds(3600), 1);
        awaitCalls(Schools.of(List.of("A")));
        assertThat(granted.of(subject)
                        .with(Grant.RESTRICTED_NOTES, List.of("caller"))
                        .holds("A"))
                .isTrue();

        tell("A", true, Instant.now().plusSeconds(3600), 2);
        awaitCalls(Schools.NONE);
    }

    @Test
    void theLatestVersionHoldsInWhateverOrderAndHoweverOftenTheyCome() {
        tell("B", false, null, 3);
        tell("A", false, null, 2);
        tell("B", false, null, 3);
        tell("C", true, null, 1);
        awaitCalls(Schools.of(List.of("B")));

        // What comes later than all of them shows that the others were read
        tell("D", false, null, 4);
        awaitCalls(Schools.of(List.of("D")));
    }

    @Test
    void aGrantThatIsGoneFromTheTopicIsForgotten() {
        tell("A", false, null, 1);
        awaitCalls(Schools.of(List.of("A")));

        topics.send(new OutgoingEvent(Topics.GRANTS.name(), grantId, null, Map.of()));

        awaitCalls(Schools.NONE);
    }

    @Test
    void whatIsNoGrantGoesToTheDeadLettersAndTheNextOneHolds() {
        topics.send(new OutgoingEvent(Topics.GRANTS.name(), grantId, "{\"grantId\":\"x\"}".getBytes(), Map.of()));
        tell("A", false, null, 1);

        awaitCalls(Schools.of(List.of("A")));
        assertThat(topics.readAll("service-kit-grants.dead-letters.v1"))
                .anyMatch(letter -> letter.key().equals(grantId));
    }

    @Test
    void theExamplesOfTheContractAreRead() throws Exception {
        for (String example : List.of("caller-for-a-term", "minimal", "principal-who-reads-restricted-notes")) {
            try (var in = Topics.class.getResourceAsStream("/examples/access.grants.v1/" + example + ".json")) {
                var event = EventJson.read(in.readAllBytes(), GrantChanged.class);

                topics.send(Topics.GRANTS, event);

                await().atMost(PATIENCE)
                        .until(() -> known(event.subject()).stream()
                                .anyMatch(grant -> grant.grantId().equals(event.grantId())
                                        && grant.schools().names().containsAll(event.schools())));
            }
        }
    }

    private List<Grant> known(String of) {
        return jdbi.withHandle(handle -> store.of(handle, of));
    }
}
