package org.secondperiod.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.secondperiod.events.EnrolmentsChanged;
import org.secondperiod.events.Topic;
import org.secondperiod.local.stack.Part;
import org.secondperiod.system.histories.Told;

/**
 * attendance-ingest and building-entry die and are asked to end while they take in a morning, alone and in bulk. Whatever they
 * have acknowledged is there, once, and outreach says what the oracle says.
 */
class IngestFaultsIT extends OnOneStand {

    @TempDir
    static Path watched;

    private static Replica ingest;
    private static Replica otherIngest;
    private static Replica entry;
    private static PatientClient client;

    @BeforeAll
    static void startThem() {
        stand.set("secondperiod.rosters.watched-folder", watched.toString());
        stand.set("secondperiod.rosters.watch-every", "1s");
        stand.set("secondperiod.rosters.look-every", "1s");
        stand.set("secondperiod.rosters.lease", "4s");
        stand.set("secondperiod.rosters.chunk", "10");
        ingest = new Replica(stand, Part.INGEST);
        otherIngest = new Replica(stand, Part.INGEST);
        entry = new Replica(stand, Part.ENTRY);
        client = new PatientClient(List.of(ingest, otherIngest, entry));
        Stream.of(ingest, otherIngest, entry).forEach(each -> each.process().awaitReady());
    }

    @AfterAll
    static void endThem() {
        Stream.of(client, ingest, otherIngest, entry).forEach(IngestFaultsIT::close);
    }

    private static void close(AutoCloseable each) {
        try (each) {
            // that is all
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    @Tag("F9")
    @Tag("F24")
    void killedAndAskedToEndUnderLoadTheyLoseNothingThatTheyAcknowledged() {
        var morning = play.makeUp(91, STUDENTS * 2);
        var sources = new Sources(91, client, Rosters.uploaded(client, morning.day()));
        play.play(
                morning,
                sources,
                Map.of(
                        "period 1",
                        Fault.meanwhile(() -> {
                            // the broker has the events, and the ids that were taken for them are not committed
                            killed(
                                    Breakpoint.atCommitAfter(stand.jdbcUrl(Part.INGEST), "INSERT", "taken_own_id"),
                                    false);
                            // the ids are committed, and nobody has been told
                            killed(
                                    Breakpoint.atCommitAfter(stand.jdbcUrl(Part.ENTRY), "INSERT", "scan_identity"),
                                    true);
                        }),
                        "late arrivals and corrections",
                        sources.underLoad(() -> {
                            for (var each : List.of(ingest, otherIngest, entry)) {
                                each.process().kill();
                                each.startAgain();
                                each.process().awaitReady();
                            }
                        }),
                        "more of them",
                        sources.underLoad(() -> {
                            for (var each : List.of(ingest, entry)) {
                                assertThat(each.process().terminate(Duration.ofSeconds(20)))
                                        .isLessThan(Duration.ofSeconds(10));
                                each.startAgain();
                                each.process().awaitReady();
                            }
                        })));

        assertThat(client.turnedAway())
                .as("requests met a service that was gone")
                .isPositive();
        new Arrivals(broker, morning).assertAllOnce(sources.acknowledged());
        assertThat(broker.readAll(Topic.deadLetters("building-entry"))).isEmpty();
    }

    /** Whoever gets to the step dies there, and another takes its place. */
    private static void killed(Breakpoint step, boolean theStepSucceeds) {
        replica(step.awaitHit()).killAt(step, theStepSucceeds);
    }

    private static Replica replica(String name) {
        return Stream.of(ingest, otherIngest, entry)
                .filter(each -> each.process().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @Tag("F9")
    void aWatchedRosterWhoseReplicaDiesIsTakenOnceByAnother() throws Exception {
        // Given a roster that has landed in the folder, and is read and stored
        var morning = play.makeUp(92, STUDENTS);
        stand.setClock(morning.phases().getFirst().at());
        var roster = morning.told()
                .map(Told::fact)
                .filter(EnrolmentsChanged.class::isInstance)
                .map(EnrolmentsChanged.class::cast)
                .toList();
        var name = morning.day() + ".allow-shrink.zip";
        var step = Breakpoint.on(stand.jdbcUrl(Part.INGEST), "INSERT", "roster_student");

        // When the replica that imports it dies before anybody is told
        Fault.meanwhile(() -> killed(step, false))
                .strike(() -> Rosters.landed(watched, name, morning.day()).accept(roster));

        // Then another takes the import up, and each student is told of once
        play.awaitQuiet();
        new Arrivals(broker, morning).assertEnrolledOnce();
        assertThat(stand.select(Part.INGEST, "SELECT state FROM roster_import WHERE file = '" + name + "'"))
                .containsExactly("DONE");
    }
}
