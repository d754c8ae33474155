package org.secondperiod.system.histories;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.secondperiod.embedded.LocalKafka;
import org.secondperiod.embedded.LocalPostgres;
import org.secondperiod.local.oracle.CaughtUp;
import org.secondperiod.local.oracle.Moment;
import org.secondperiod.local.oracle.Oracle;
import org.secondperiod.local.oracle.Oracle.Answer;
import org.secondperiod.local.oracle.StoredVerdicts;
import org.secondperiod.local.oracle.Verdict;

/**
 * Random mornings through outreach-service as it is run, on a real broker and a real database, all on one Wednesday: the clock
 * stands still at every moment at which something is told or due, and after each the stored conclusions and tasks must become
 * what the oracle says. What staff and leads enter is left out; it has no topic. {@code -Dsecondperiod.service-histories=N}.
 */
class ServiceHistoriesIT {

    private static final Duration AT_MOST = Duration.ofSeconds(Long.getLong("secondperiod.patience", 20));
    private static final Path JAR = Path.of("..", "outreach-service/target/quarkus-app/quarkus-run.jar");
    /** From here on a school day may be over; who is enrolled only then is nobody's concern any more. */
    private static final LocalTime LATE = LocalTime.of(9, 30);

    @TempDir
    Path folder;

    @Test
    void theServiceEqualsTheOracleAtEveryMoment() throws SQLException {
        // Given mornings of one Wednesday, and every moment at which something is told or due
        long count = Long.getLong("secondperiod.service-histories", 12);
        var histories = LongStream.rangeClosed(1, count)
                .mapToObj(Mornings::onTheGrid)
                .map(ServiceHistoriesIT::withoutWhatPeopleEnter)
                .toList();
        var moments = moments(histories);

        try (var postgres = LocalPostgres.temporary();
                var kafka = LocalKafka.temporary();
                var oracleDatabase = connect(postgres.createDatabase("oracle"));
                var producer = producer(kafka)) {
            var answers = answers(new Oracle(oracleDatabase, Mornings.DISTRICT_ZONE), histories, moments);
            var outreach = postgres.createDatabase("outreach");
            var jar = Path.of(System.getProperty("secondperiod.outreach-jar", JAR.toString()))
                    .toAbsolutePath();
            assertThat(Files.exists(jar)).as("%s is built", jar).isTrue();
            try (var service = new OutreachProcess(folder, jar, kafka, outreach, moments.getFirst());
                    var database = connect(outreach)) {
                var caughtUp = new CaughtUp(kafka.bootstrapServers(), outreach);
                int compared = 0;
                for (var moment : moments) {
                    // When the moment comes, and all that is told then is told in any order
                    service.setClock(moment);
                    service.whileItStandsStill(() -> tell(producer, histories, moment));

                    // Then the service takes it all in, and comes to say what the oracle says
                    Awaitility.await("all is taken in and nothing is due at " + moment)
                            .atMost(AT_MOST)
                            .until(() -> caughtUp.at(moment));
                    compared += awaitEqual(database, histories, answers, moment);
                }
                assertThat(compared).isGreaterThan(moments.size());
                assertThat(TwoMinds.read(database))
                        .as("those whom the oracle could not follow to the end are few")
                        .hasSizeLessThan(students(histories) / 10);
            }
        }
    }

    private static History withoutWhatPeopleEnter(History history) {
        return history.with(history.told().stream().filter(Told::isEvent).toList(), history.looks());
    }

    private static List<Instant> moments(List<History> histories) {
        var moments = new TreeSet<Instant>();
        histories.forEach(history -> InMemoryPlay.play(history, Mornings.DISTRICT_ZONE).stream()
                .map(Observed::moment)
                .filter(moment -> moment.at().equals(moment.doorsAt()))
                .forEach(moment -> moments.add(moment.at())));
        return List.copyOf(moments);
    }

    private static Map<Moment, Answer> answers(Oracle oracle, List<History> histories, List<Instant> moments)
            throws SQLException {
        var accepted = histories.stream()
                .flatMap(history -> Stream.concat(history.setUp().stream(), history.told().stream()))
                .map(Told::accepted)
                .toList();
        var asked = histories.stream()
                .flatMap(history -> moments.stream().flatMap(at -> asked(history, at)))
                .toList();
        return oracle.ask(accepted, asked);
    }

    private static Stream<Moment> asked(History history, Instant at) {
        return history.students().stream()
                .flatMap(student ->
                        history.schools().stream().map(school -> new Moment(student, school, history.day(), at, at)));
    }

    private static void tell(KafkaProducer<String, byte[]> producer, List<History> histories, Instant moment) {
        var told = new ArrayList<Told>();
        histories.forEach(history -> Stream.concat(history.setUp().stream(), history.told().stream())
                .filter(each -> each.at().equals(moment))
                .forEach(told::add));
        Collections.shuffle(told, new Random(moment.toEpochMilli()));
        told.forEach(each -> producer.send(new ProducerRecord<>(each.topic(), each.key(), each.json())));
        producer.flush();
    }

    private static int students(List<History> histories) {
        return histories.stream().mapToInt(history -> history.students().size()).sum();
    }

    private int awaitEqual(Connection database, List<History> histories, Map<Moment, Answer> answers, Instant moment) {
        try {
            Awaitility.await()
                    .atMost(AT_MOST)
                    .pollInterval(Duration.ofMillis(200))
                    .until(() ->
                            difference(database, histories, answers, moment).isEmpty());
        } catch (ConditionTimeoutException e) {
            throw new AssertionError(difference(database, histories, answers, moment)
                    .map(found -> Story.of(found, Mornings.DISTRICT_ZONE))
                    .orElse("It became equal only after " + AT_MOST));
        }
        return (int)
                histories.stream().flatMap(history -> asked(history, moment)).count();
    }

    private static Optional<Difference> difference(
            Connection database, List<History> histories, Map<Moment, Answer> answers, Instant at) {
        try {
            var stored = StoredVerdicts.read(database, histories.getFirst().day());
            var ofTwoMinds = TwoMinds.read(database);
            for (var history : histories) {
                for (var moment : asked(history, at).toList()) {
                    var answer = answers.get(moment);
                    var of = new StoredVerdicts.Of(moment.studentId(), moment.schoolId());
                    var said = stored.get(of);
                    if (!ofTwoMinds.contains(of) && !isRight(said, answer, moment)) {
                        return Optional.of(new Difference(
                                concerning(history, moment), moment, answer == null ? null : answer.verdict(), said));
                    }
                }
            }
            return Optional.empty();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Nothing needs to be said of a student before the school's day begins, nor where there is nothing to say. */
    private static boolean isRight(@Nullable Verdict said, Answer answer, Moment moment) {
        if (answer == null || answer.doorsOpen()) {
            return answer != null || said == null;
        }
        if (said != null) {
            return Objects.equals(said, answer.verdict());
        }
        var local = moment.at().atZone(Mornings.DISTRICT_ZONE);
        boolean anotherDay =
                !local.toLocalDate().equals(moment.day()) || local.toLocalTime().isBefore(LocalTime.of(1, 0));
        return answer.verdict().rule() <= 2 || anotherDay || local.toLocalTime().isAfter(LATE);
    }

    /** The part of a history that can have to do with a student. */
    private static History concerning(History history, Moment moment) {
        var others = history.students().stream()
                .filter(student -> !student.equals(moment.studentId()))
                .toList();
        return history.withSetUp(history.setUp().stream()
                        .filter(told -> !others.contains(told.key()))
                        .toList())
                .with(
                        history.told().stream()
                                .filter(told -> !others.contains(told.key())
                                        && !told.at().isAfter(moment.at()))
                                .toList(),
                        List.of());
    }

    private static KafkaProducer<String, byte[]> producer(LocalKafka kafka) {
        var settings = new Properties();
        settings.put("bootstrap.servers", kafka.bootstrapServers());
        settings.put("acks", "all");
        settings.put("enable.idempotence", "false"); // twice is as good as once
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    private static Connection connect(String url) throws SQLException {
        return DriverManager.getConnection(url, LocalPostgres.USER, LocalPostgres.PASSWORD);
    }
}
