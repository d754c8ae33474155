package org.secondperiod.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.secondperiod.embedded.LocalPostgres;
import org.secondperiod.events.Topic;
import org.secondperiod.local.stack.Part;

/**
 * attendance-ingest, building-entry and two replicas of outreach-service on a stand of their own, and who sends to them. What ends
 * by itself is started again, as a cluster does; nobody else helps.
 */
final class AllServices implements AutoCloseable {

    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    final Stand stand;
    final Broker broker;
    final Play play;
    final PatientClient client;

    private final List<Replica> replicas;
    private final AtomicInteger startedAgain = new AtomicInteger();
    private final Thread supervisor;
    private volatile boolean supervised = true;

    /** Starts them, and waits until they are ready; the first morning is on this day. */
    AllServices(String name, LocalDate day, LocalPostgres postgres) {
        this(
                name,
                day,
                postgres,
                Stream.of(Part.INGEST, Part.ENTRY, Part.OUTREACH, Part.OUTREACH).toList(),
                ServiceProcess::jar);
    }

    /**
     * The same with other replicas.
     *
     * @param parts one of each, as often as it is named
     * @param version what is run of a service
     */
    AllServices(String name, LocalDate day, LocalPostgres postgres, List<Part> parts, Function<Part, Path> version) {
        stand = new Stand(
                name,
                day.atTime(LocalTime.of(6, 0)).atZone(ZoneId.of(Stand.ZONE)).toInstant(),
                postgres);
        stand.set("secondperiod.rosters.look-every", "1s");
        stand.set("secondperiod.rosters.lease", "4s");
        stand.set("secondperiod.rosters.chunk", "50");
        broker = new Broker(stand.kafka);
        play = new Play(stand, broker, day);
        replicas = parts.stream()
                .map(service -> new Replica(stand, service, version.apply(service)))
                .toList();
        client = new PatientClient(replicas);
        replicas.forEach(replica -> replica.process().awaitReady());
        supervisor = Thread.ofVirtual().name("supervisor").start(this::supervise);
    }

    private void supervise() {
        while (supervised) {
            replicas.stream().filter(Replica::startAgainIfEnded).forEach(each -> startedAgain.incrementAndGet());
            Fault.lasts(LOOK_EVERY);
        }
    }

    /** A morning of a district of so many pairs of schools. */
    Morning district(long seed, int pairs, int studentsPerSchool) {
        var day = play.makeUp(seed, studentsPerSchool);
        for (int pair = 1; pair < pairs; pair++) {
            day = day.together(MadeUpMorning.of(seed + pair, "p" + pair, day.day(), studentsPerSchool));
        }
        return day;
    }

    List<Replica> replicas() {
        return replicas;
    }

    List<Replica> replicas(Part service) {
        return replicas.stream().filter(replica -> replica.service() == service).toList();
    }

    /** How many processes have ended by themselves. */
    int startedAgain() {
        return startedAgain.get();
    }

    /**
     * What must hold after anything: all services are ready, what was acknowledged is there, once, nothing is said twice or left
     * out, and no record but the poison is given up.
     */
    void assertHealed(Morning morning, Collection<String> acknowledged, Collection<String> poison) {
        replicas.forEach(replica -> Awaitility.await()
                .atMost(Play.HEALS_WITHIN)
                .until(() -> replica.process().isReady()));
        play.awaitQuiet();
        play.assertNothingTwiceAndNothingLost();
        new Arrivals(broker, morning).assertAllOnce(acknowledged);
        var deadLetters = broker.deadLetters();
        assertThat(deadLetters).contains(OnOneStand.DEAD_LETTERS, Topic.deadLetters("building-entry"));
        assertThat(deadLetters)
                .allSatisfy(topic -> assertThat(keysOf(topic))
                        .as(topic)
                        .containsExactlyInAnyOrderElementsOf(
                                topic.equals(OnOneStand.DEAD_LETTERS) ? poison : List.of()));
    }

    private List<String> keysOf(String deadLetters) {
        return broker.readAll(deadLetters).stream()
                .map(letter -> letter.key())
                .distinct()
                .toList();
    }

    @Override
    public void close() {
        supervised = false;
        try {
            supervisor.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        client.close();
        replicas.forEach(Replica::close);
        broker.close();
        stand.close();
    }
}
