package org.secondperiod.ingest.rosters;

import static java.util.stream.Collectors.toMap;
import static org.awaitility.Awaitility.await;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.secondperiod.events.Encrypted;
import org.secondperiod.events.EnrolmentsChanged;
import org.secondperiod.events.EventJson;
import org.secondperiod.events.PersonChanged;
import org.secondperiod.events.Topic;
import org.secondperiod.events.Topics;
import org.secondperiod.kit.cipher.PeopleCipher;
import org.secondperiod.kit.delivery.Received;
import org.secondperiod.kit.testing.TestDatabase;
import org.secondperiod.kit.testing.TestTopics;

/** What the rest of the system was told, once everything was sent. */
@Singleton
public class RosterTopics {

    private final TestTopics topics;
    private final PeopleCipher people;
    private final Jdbi jdbi = TestDatabase.asOwner();

    RosterTopics(TestTopics topics, PeopleCipher people) {
        this.topics = topics;
        this.people = people;
    }

    /** The latest of each student. */
    public Map<String, EnrolmentsChanged> enrolments() {
        awaitSent();
        return topics.readAll(Topics.ENROLMENTS).stream()
                .collect(toMap(EnrolmentsChanged::studentId, event -> event, RosterTopics::later));
    }

    /** Every value ever sent about a student. */
    public List<EnrolmentsChanged> enrolmentsOf(String studentId) {
        awaitSent();
        return topics.readAll(Topics.ENROLMENTS).stream()
                .filter(event -> event.studentId().equals(studentId))
                .toList();
    }

    public List<Received> rawPeople() {
        awaitSent();
        return topics.readAll(Topics.PEOPLE.name()).stream()
                .filter(record -> !record.isTombstone())
                .toList();
    }

    public PersonChanged person(String studentId) {
        return rawPeople().stream()
                .filter(record -> record.key().equals(studentId))
                .map(record -> people.read(studentId, EventJson.read(record.value(), Encrypted.class)))
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    /** Whether the last that was sent of a student is that there is none. */
    public boolean isTombstone(Topic<?> topic, String studentId) {
        awaitSent();
        return topics.readAll(topic.name()).stream()
                .filter(record -> record.key().equals(studentId))
                .reduce((first, second) -> second)
                .orElseThrow()
                .isTombstone();
    }

    /** Every row of every roster table, staging and uploads included, as text. */
    public String everythingStored() {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT table_name FROM information_schema.tables
                        WHERE table_name LIKE 'roster%' OR table_name LIKE 'staged%'""")
                .mapTo(String.class)
                .map(table -> handle.createQuery("SELECT coalesce(string_agg(t::text, ' '), '') FROM " + table + " t")
                        .mapTo(String.class)
                        .one())
                .collect(java.util.stream.Collectors.joining("\n")));
    }

    private void awaitSent() {
        await().atMost(Duration.ofSeconds(30)).until(() -> unsent() == 0);
    }

    private long unsent() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT count(*) FROM outbox")
                .mapTo(Long.class)
                .one());
    }

    private static EnrolmentsChanged later(EnrolmentsChanged first, EnrolmentsChanged second) {
        return first.version() > second.version() ? first : second;
    }
}
