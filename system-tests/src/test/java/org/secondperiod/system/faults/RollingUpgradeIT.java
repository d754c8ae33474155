package org.secondperiod.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.secondperiod.embedded.LocalPostgres;
import org.secondperiod.events.Topics;
import org.secondperiod.local.reports.CountingPolicy;
import org.secondperiod.local.reports.KeptAndCounted;
import org.secondperiod.local.stack.Part;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Each service is upgraded from the version before, rolled back and upgraded again, one replica after the other, while everybody goes
 * on sending: two replicas of each, old and new side by side on the same topics and databases.
 */
class RollingUpgradeIT {

    private static final Logger LOG = LoggerFactory.getLogger(RollingUpgradeIT.class);
    private static final LocalDate DAY = LocalDate.of(2026, 9, 8);
    private static final int STUDENTS = 80;
    private static final Duration MUST_END_WITHIN = Duration.ofSeconds(30);
    /** In the order of the chart's waves: whoever feeds before whoever is fed. */
    private static final List<Part> ORDER = PreviousVersion.SERVICES;

    private static PreviousVersion previous;
    private static AllServices all;

    @BeforeAll
    static void startTheVersionBefore() {
        previous = PreviousVersion.built();
        all = new AllServices(
                "rolling-upgrade",
                DAY,
                LocalPostgres.temporary(),
                ORDER.stream().flatMap(service -> Stream.of(service, service)).toList(),
                previous::jar);
    }

    @AfterAll
    static void end() {
        if (all != null) {
            all.close();
        }
    }

    @Test
    @Tag("F26")
    @Tag("F27")
    void upgradedRolledBackAndUpgradedAgainUnderLoadNothingIsLostOrTwice() {
        // Given two replicas of the version before of each service, and a morning that comes through the APIs
        var morning = all.play.makeUp(27, STUDENTS);
        var sources = new Sources(27, all.client, Rosters.uploaded(all.client, morning.day()));
        var before = migrated();
        assertThat(before).as("migrations of the version before").isEqualTo(known(previous::migrations));
        assertThat(known(PreviousVersion::migrationsNow).size())
                .as("this version migrates")
                .isGreaterThan(before.size());

        // When one replica of each is of this version, and then the other too; all go back, and forward again
        all.play.play(
                morning,
                sources,
                Map.of(
                        "period 1",
                                sources.underLoad(() -> {
                                    roll(0, ServiceProcess::jar);
                                    assertThat(migrated()).isEqualTo(known(PreviousVersion::migrationsNow));
                                    bothWork();
                                }),
                        "late arrivals and corrections", sources.underLoad(() -> roll(1, ServiceProcess::jar)),
                        "more of them",
                                sources.underLoad(() -> {
                                    roll(0, previous::jar);
                                    roll(1, previous::jar);
                                }),
                        "the silent door speaks",
                                telling -> {
                                    telling.run();
                                    roll(0, ServiceProcess::jar);
                                    roll(1, ServiceProcess::jar);
                                }));

        // Then nothing is lost, nothing is there twice, nothing was given up, and nobody died
        assertThat(all.startedAgain()).as("processes that ended by themselves").isZero();
        all.assertHealed(morning, sources.acknowledged(), List.of());
        assertThat(migrated()).isEqualTo(known(PreviousVersion::migrationsNow));
        reportsAreAsCountedAnew(morning.day());
    }

    /** One replica of each service, in order. */
    private static void roll(int which, Function<Part, Path> version) {
        for (var service : ORDER) {
            var replica = all.replicas(service).get(which);
            var took = replica.rollTo(version.apply(service), MUST_END_WITHIN);
            LOG.info(
                    "{} is now {}, the one before ended in {} ms",
                    service.label(),
                    version.apply(service),
                    took.toMillis());
        }
    }

    /** Old and new work side by side: both sit at the database, and both have partitions. */
    private static void bothWork() {
        for (var service : ORDER) {
            Awaitility.await()
                    .atMost(Play.HEALS_WITHIN)
                    .untilAsserted(() -> assertThat(
                                    new TreeSet<>(
                                            all.stand.select(
                                                    service,
                                                    "SELECT DISTINCT application_name FROM pg_stat_activity WHERE datname = current_database()")))
                            .containsAll(all.replicas(service).stream()
                                    .map(replica -> replica.process().name())
                                    .toList()));
        }
        Awaitility.await()
                .atMost(Play.HEALS_WITHIN)
                .untilAsserted(
                        () -> assertThat(all.broker.members(Stand.CONSUMER).values())
                                .as("partitions of outreach's members, two loops of each replica")
                                .hasSizeGreaterThanOrEqualTo(4)
                                .allSatisfy(partitions -> assertThat(partitions).isPositive()));
    }

    private static Set<String> known(Function<Part, List<String>> migrations) {
        var known = new HashSet<String>();
        for (var service : ORDER) {
            migrations
                    .apply(service)
                    .forEach(file -> known.add(service.label() + " " + file.substring(1, file.indexOf("__"))));
        }
        return known;
    }

    /** The services' own migrations that have succeeded; the kit's are numbered 0.x. */
    private static Set<String> migrated() {
        var versions = new HashSet<String>();
        for (var service : ORDER) {
            all.stand
                    .select(
                            service,
                            "SELECT version FROM flyway_schema_history WHERE success AND version NOT LIKE '0.%'")
                    .forEach(version -> versions.add(service.label() + " " + version));
        }
        return versions;
    }

    /** What reporting-service keeps up is what independent SQL counts out of what it was told. */
    private static void reportsAreAsCountedAnew(LocalDate day) {
        Awaitility.await()
                .atMost(Play.HEALS_WITHIN)
                .untilAsserted(() -> assertThat(unread(List.of(
                                Topics.MARKS.name(),
                                Topics.TAKEN.name(),
                                Topics.SCHOOLS.name(),
                                Topics.ENROLMENTS.name())))
                        .isEmpty());
        try (var reporting = all.stand.database(Part.REPORTING)) {
            var policy = CountingPolicy.only(reporting);
            var question = new KeptAndCounted.Question(
                    LocalDate.of(2026, 8, 1), LocalDate.of(2027, 7, 31), day, policy.minimum(), policy.half());
            var both = KeptAndCounted.ask(reporting, question, day);
            assertThat(both.counted()).isNotEmpty();
            assertThat(both.differences()).isEmpty();
            assertThat(KeptAndCounted.dailyDifferences(reporting, question, day))
                    .isEmpty();
            assertThat(KeptAndCounted.reasonDifferences(reporting, question, day))
                    .isEmpty();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Partitions that reporting-service has not read to their end. */
    private static Collection<String> unread(List<String> topics) {
        var stands = new HashSet<>(all.stand.select(
                Part.REPORTING, "SELECT concat_ws(' ', topic, partition, next_offset) FROM consumer_offset"));
        var unread = new ArrayList<String>();
        all.broker.ends(topics).forEach((partition, end) -> {
            if (end > 0 && !stands.contains("%s %d %d".formatted(partition.topic(), partition.partition(), end))) {
                unread.add(partition + " to " + end);
            }
        });
        return unread;
    }
}
