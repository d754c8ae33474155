package org.secondperiod.system.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.secondperiod.local.stack.Part;
import org.secondperiod.system.Canaries;
import org.secondperiod.system.observing.TraceCollector;
import org.secondperiod.system.observing.TraceCollector.Collected;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Names, numbers and notes are sent to everything that takes some, and to what takes none, while everything fails that can. In the
 * end none of them is in a log, in metrics, in a trace, in an error, in a key or a header, and in no table in the clear.
 */
class CanariesIT {

    private static final Logger LOG = LoggerFactory.getLogger(CanariesIT.class);
    private static final Duration A_WHILE = Duration.ofSeconds(4);

    /** The rows of these tables are refused for a while, so that the database says which it refused. */
    private static final Map<Part, List<String>> REFUSED = Map.of(
            Part.OUTREACH,
                    List.of(
                            "sighting",
                            "staff_grant",
                            "hold_decision",
                            "disclosure",
                            "legal_hold",
                            "erasure_order",
                            "person"),
            Part.INGEST, List.of("known_absence", "quarantine", "staged_user", "roster_student"));

    /**
     * Where some are in their place. Poison lies where a test has put it, and stays as it was among the dead letters. What a source
     * calls a code or an id is one, and goes wherever those go: the audit has the ids that were asked for. A client's own key of a
     * request is kept as it is.
     */
    private static final List<String> IN_THEIR_PLACE = List.of(
            CanaryPoison.WHAT + " in values of .*",
            "(name|number) in an address in the table audit of .*",
            "word in a header in the table idempotency_key of outreach-service",
            "name instead of a code in values of attendance.marks.v1",
            "name instead of a code in values of outreach.*",
            "name instead of a code in the table (quarantine|outbox) of attendance-ingest",
            "name instead of a code in the table (mark_version|student_day|whereabouts|whereabouts_step|outbox) of outreach-service");

    private static TraceCollector collector;
    private static Stand stand;
    private static Broker broker;
    private static Map<Part, Replica> services;
    private static Canaries canaries;
    private static CanaryAnswers answers;
    private static int round;
    private static String task;

    @BeforeAll
    static void start() {
        stand = new Stand("canaries", Instant.parse("2026-10-14T12:50:00Z"));
        stand.set("secondperiod.rosters.look-every", "1s");
        stand.set("secondperiod.rosters.lease", "4s");
        stand.set("secondperiod.mandated-reporting.notes", "true");
        collector = new TraceCollector();
        stand.set("quarkus.otel.sdk.disabled", "false");
        stand.set("quarkus.otel.exporter.otlp.endpoint", collector.address());
        stand.set("quarkus.otel.exporter.otlp.protocol", "http/protobuf");
        stand.set("quarkus.otel.traces.sampler.arg", "1.0");
        stand.set("quarkus.otel.bsp.schedule.delay", "200ms");
        broker = new Broker(stand.kafka);
        services = Stream.of(Part.INGEST, Part.ENTRY, Part.OUTREACH, Part.REPORTING)
                .collect(toMap(each -> each, each -> new Replica(stand, each)));
        services.values().forEach(each -> each.process().awaitReady());
        canaries = new Canaries();
        answers = new CanaryAnswers(canaries, services);
    }

    @AfterAll
    static void end() {
        answers.close();
        services.values().forEach(Replica::close);
        broker.close();
        stand.close();
        collector.close();
    }

    @Test
    void noNameNumberOrNoteIsWhereItMustNotBeWhateverFails() throws Exception {
        // Given a school and its roster, and somebody who may write about its students
        for (var request : CanaryRequests.before(canaries)) {
            assertThat(answers.send(request)).as(request.toString()).isLessThan(300);
        }
        Awaitility.await()
                .atMost(Play.HEALS_WITHIN)
                .until(() -> answers.send(CanaryRequests.somebodyToCall()), status -> status == 200);
        task = Awaitility.await()
                .atMost(Play.HEALS_WITHIN)
                .until(() -> stand.select(Part.OUTREACH, "SELECT task_id FROM call_task"), tasks -> !tasks.isEmpty())
                .getFirst();

        // When everything is sent while nothing fails, and again while each thing does
        sendWhile("nothing fails", () -> CanaryPoison.send(broker, canaries, round));
        sendWhile("the database dies", () -> outage(Outage.DATABASE_KILLED));
        sendWhile("the broker dies", () -> outage(Outage.BROKER_KILLED));
        sendWhile("the database answers nothing", () -> outage(Outage.DATABASE_ANSWERS_NOTHING));
        sendWhile("the database refuses rows", CanariesIT::rowsAreRefused);
        sendWhile("the disk is full", CanariesIT::diskIsFull);
        sendWhile("processes die", CanariesIT::processesDie);
        sendWhile("nothing fails any more", () -> {});

        Awaitility.await()
                .atMost(Play.HEALS_WITHIN)
                .until(() -> stand.select(Part.INGEST, "SELECT 1 FROM roster_import WHERE state = 'RUNNING'")
                        .isEmpty());

        // Then everything was answered in some way, and they are in their place only
        assertThat(answers.statuses()).containsKeys(0, 200, 201, 202, 400, 401, 404, 409, 413, 415, 422, 500, 503);
        var found = new TreeSet<>(CanarySearch.everywhere(canaries, stand, services.values()));
        found.addAll(answers.found());
        found.addAll(inTraces());
        assertThat(found).as("whoever looks finds").anyMatch(each -> each.startsWith(CanaryPoison.WHAT));
        found.removeIf(each -> IN_THEIR_PLACE.stream().anyMatch(each::matches));
        assertThat(found).isEmpty();
        assertThat(stand.select(Part.INGEST, "SELECT raw FROM quarantine WHERE raw IS NOT NULL"))
                .as("of facts that wait, lines in the clear")
                .isEmpty();
        assertThat(stand.select(Part.INGEST, "SELECT event_id FROM quarantine WHERE raw_sealed IS NOT NULL"))
                .isNotEmpty();
        assertThat(Files.readString(stand.postgres.logFile()))
                .as("what was looked through")
                .contains("violates check constraint", "No space left on device", "database system is ready");
        assertThat(Files.readString(stand.log(Part.OUTREACH)))
                .contains("A request failed by our own fault", "The database did not answer");
    }

    /** What is in any span that was sent to whoever collects them; each service has sent some. */
    private static Set<String> inTraces() {
        var spans = collector.all();
        assertThat(spans)
                .extracting(Collected::service)
                .contains(services.keySet().stream().map(Part::label).toArray(String[]::new));
        var found = new TreeSet<String>();
        for (var span : spans) {
            canaries.in(span.raw().getBytes(UTF_8))
                    .forEach(what -> found.add(what + " in a span of " + span.service()));
        }
        return found;
    }

    private static void sendWhile(String what, Fault.Happening happening) throws Exception {
        round++;
        var before = answers.statuses();
        var sent = Fault.beside(() -> answers.send(CanaryRequests.round(canaries, round, task)));
        happening.happen();
        sent.get();
        services.values()
                .forEach(each -> Awaitility.await()
                        .atMost(Play.HEALS_WITHIN)
                        .until(() -> each.process().isReady()));
        LOG.info("Sent while {}: {}", what, difference(before, answers.statuses()));
    }

    private static Map<Integer, Integer> difference(Map<Integer, Integer> before, Map<Integer, Integer> after) {
        return after.entrySet().stream()
                .filter(each -> !each.getValue().equals(before.get(each.getKey())))
                .collect(toMap(Map.Entry::getKey, each -> each.getValue() - before.getOrDefault(each.getKey(), 0)));
    }

    private static void outage(Outage outage) {
        Fault.lasts(Duration.ofMillis(500));
        outage.begin(stand);
        Fault.lasts(A_WHILE);
        outage.end(stand);
        CanaryPoison.send(broker, canaries, round);
    }

    private static void rowsAreRefused() {
        inAllRefused("ALTER TABLE %s ADD CONSTRAINT refused CHECK (false) NOT VALID");
        Fault.lasts(A_WHILE.multipliedBy(2));
        inAllRefused("ALTER TABLE %s DROP CONSTRAINT refused");
    }

    private static void inAllRefused(String statement) {
        REFUSED.forEach((service, tables) -> {
            try (var database = stand.database(service);
                    var sql = database.createStatement()) {
                for (var table : tables) {
                    sql.execute(statement.formatted(table));
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static void diskIsFull() {
        var troubles = new DatabaseTroubles(stand);
        troubles.diskIsFull("sighting");
        Fault.lasts(A_WHILE);
        troubles.diskHasRoomAgain("sighting");
    }

    private static void processesDie() {
        for (var service : List.of(Part.OUTREACH, Part.INGEST, Part.ENTRY)) {
            Fault.lasts(Duration.ofSeconds(1));
            services.get(service).killAndStartAgain();
        }
    }
}
