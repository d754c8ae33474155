package org.secondperiod.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.secondperiod.embedded.LocalPostgres;
import org.secondperiod.system.histories.Told;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The broker is down for five minutes and the database for ten, four of them together, while everybody goes on sending as the
 * answers tell them to. {@code -Dsecondperiod.outages.minute=SECONDS} makes the minutes shorter.
 */
class OutagesIT {

    private static final Logger LOG = LoggerFactory.getLogger(OutagesIT.class);
    private static final int MINUTE = Integer.getInteger("secondperiod.outages.minute", 60);
    private static final int BROKER_COMES_BACK = 5;
    private static final int DATABASE_GOES = 1;
    private static final int DATABASE_COMES_BACK = 11;
    private static final Duration LOOK_EVERY = Duration.ofSeconds(5);
    private static final int SENDERS = 16;

    private static AllServices all;

    @BeforeAll
    static void start() {
        all = new AllServices("outages", LocalDate.of(2026, 9, 8), LocalPostgres.temporary());
    }

    @AfterAll
    static void end() {
        if (all != null) {
            all.close();
        }
    }

    @Test
    @Tag("F12")
    @Tag("F13")
    void theBrokerIsDownForMinutesAndTheDatabaseForMore() {
        // Given schools whose marks and scans come through the APIs, and others whose are on their topics already
        var throughTheApis = all.play.makeUp(121, 150);
        var onTheTopics = MadeUpMorning.of(122, "other", throughTheApis.day(), 150);
        var sources = new Sources(121, all.client, SENDERS, Rosters.uploaded(all.client, throughTheApis.day()));
        var unwell = new ArrayList<String>();
        var healing = new ArrayList<Instant>();

        // When both are down in the middle of the first period
        all.play.play(
                throughTheApis.together(onTheTopics),
                told -> tellBoth(told, sources),
                Map.of(
                        "period 1",
                        sources.underLoad(() -> {
                            outages(unwell);
                            healing.add(Instant.now());
                        }),
                        "cut-off",
                        telling -> {
                            LOG.info(
                                    "Equal to the oracle {} s after the database was back",
                                    Duration.between(healing.getFirst(), Instant.now())
                                            .toSeconds());
                            telling.run();
                        }));

        // Then nobody had to be started again, senders were told when to come back, and nothing is lost
        assertThat(unwell).as("services that a cluster would have killed").isEmpty();
        assertThat(all.startedAgain()).as("services that gave up").isZero();
        assertThat(all.client.toldWhenToComeBack())
                .as("all who were turned away were told when to come back")
                .isGreaterThan(SENDERS)
                .isEqualTo(all.client.turnedAway());
        all.assertHealed(throughTheApis, sources.acknowledged(), List.of());
    }

    private static void tellBoth(Collection<Told> told, Sources sources) {
        var byWay = told.stream()
                .collect(Collectors.partitioningBy(each -> each.key().startsWith("other")));
        var onTopics = Fault.beside(() -> all.broker.tell(byWay.get(true)));
        sources.tell(byWay.get(false));
        onTopics.join();
    }

    private static void outages(List<String> unwell) {
        var stand = all.stand;
        Outage.BROKER_KILLED.begin(stand);
        for (long second = 0; second < (long) DATABASE_COMES_BACK * MINUTE; second += LOOK_EVERY.toSeconds()) {
            if (isTurn(second, DATABASE_GOES)) {
                Outage.DATABASE_KILLED.begin(stand);
            }
            if (isTurn(second, BROKER_COMES_BACK)) {
                Outage.BROKER_KILLED.end(stand);
            }
            Fault.lasts(LOOK_EVERY);
            lookAfter(unwell);
        }
        Outage.DATABASE_KILLED.end(stand);
    }

    /** Whether this minute begins, as often as one looks. */
    private static boolean isTurn(long second, int minute) {
        long begins = (long) minute * MINUTE;
        return second >= begins && second < begins + LOOK_EVERY.toSeconds();
    }

    /** What is not well is killed by the cluster; what is only not ready is left alone. */
    private static void lookAfter(List<String> unwell) {
        for (var replica : all.replicas()) {
            var process = replica.process();
            try {
                var answer = process.send(HttpRequest.newBuilder(process.uri("/q/health/live")));
                if (answer.statusCode() != 200) {
                    unwell.add("%s %s: %s".formatted(Instant.now(), process.name(), answer.body()));
                }
            } catch (IOException e) {
                unwell.add("%s %s: %s".formatted(Instant.now(), process.name(), e));
            }
        }
    }
}
