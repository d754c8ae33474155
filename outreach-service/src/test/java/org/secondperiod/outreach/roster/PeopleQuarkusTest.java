package org.secondperiod.outreach.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.secondperiod.outreach.join.Told.fresh;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.secondperiod.events.Encrypted;
import org.secondperiod.events.EventJson;
import org.secondperiod.events.PersonChanged;
import org.secondperiod.events.Topics;
import org.secondperiod.kit.cipher.PeopleCipher;
import org.secondperiod.kit.delivery.Received;
import org.secondperiod.kit.ids.StudentId;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TestDatabase;
import org.secondperiod.outreach.join.kafka.OutreachConsumer;
import org.secondperiod.outreach.roster.db.PersonStore;
import org.secondperiod.outreach.roster.kafka.PersonOpener;

/** A person is what the newest version says, wherever on the topic it lies. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class PeopleQuarkusTest {

    @Inject
    OutreachConsumer consumer;

    @Inject
    PersonStore people;

    @Inject
    PersonOpener opener;

    @Inject
    PeopleCipher cipher;

    private final Jdbi jdbi = TestDatabase.asOwner();

    private final String ana = fresh("ana");

    @Test
    void anOlderVersionThatComesLaterChangesNothing() {
        receive(told(5, "Newer", 10));

        receive(told(4, "Older", 11));

        assertThat(name()).isEqualTo("Newer");
    }

    @Test
    void aNewerVersionCountsThoughTheTopicWasMadeAnew() {
        receive(told(5, "Before", 1_000));

        receive(told(6, "After", 0));

        assertThat(name()).isEqualTo("After");
    }

    @Test
    void withinOneBatchTheVersionDecidesToo() {
        receive(told(8, "Newer", 20), told(7, "Older", 21));

        assertThat(name()).isEqualTo("Newer");
    }

    @Test
    void aValueWithoutVersionIsOlderThanEveryOneWith() {
        receive(told(3, "Versioned", 30));

        receive(unversioned("Unversioned", 31));

        assertThat(name()).isEqualTo("Versioned");
    }

    @Test
    void ofValuesWithoutVersionTheLaterCounts() {
        receive(unversioned("First", 1));

        receive(unversioned("Second", 2));

        assertThat(name()).isEqualTo("Second");
    }

    @Test
    void aTombstoneForgets() {
        receive(told(3, "Known", 1));

        receive(new Received(Topics.PEOPLE.name(), 0, 2, ana, null, Map.of()));

        assertThat(name()).isNull();
    }

    private @Nullable String name() {
        StudentId student = new StudentId(ana);
        return jdbi.withHandle(handle -> people.load(handle, List.of(student)).values().stream()
                .flatMap(one -> opener.open(student, one).stream())
                .map(PersonName::givenName)
                .findFirst()
                .orElse(null));
    }

    private void receive(Received... records) {
        jdbi.useTransaction(tx -> consumer.handle(tx, Arrays.asList(records)));
    }

    private Received told(long version, String name, long offset) {
        return record(encrypted(version, name), offset);
    }

    private Received unversioned(String name, long offset) {
        Encrypted value = encrypted(99, name);
        return record(new Encrypted(value.keyId(), value.iv(), value.ciphertext()), offset);
    }

    private Encrypted encrypted(long version, String name) {
        return cipher.write(new PersonChanged(
                fresh("ev"),
                ana,
                name,
                "Diaz",
                null,
                null,
                null,
                List.of(),
                List.of(),
                null,
                version,
                Instant.parse("2026-10-14T12:00:00Z")));
    }

    private Received record(Encrypted value, long offset) {
        return new Received(Topics.PEOPLE.name(), 0, offset, ana, EventJson.write(value), Map.of());
    }
}
