package org.secondperiod.outreach.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.secondperiod.outreach.join.Told.at;
import static org.secondperiod.outreach.join.Told.fresh;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.secondperiod.events.AttendanceCategory;
import org.secondperiod.events.EnrolmentsChanged.Enrolment;
import org.secondperiod.events.Scan;
import org.secondperiod.events.Topics;
import org.secondperiod.kit.records.PurgeSweep;
import org.secondperiod.kit.records.RecordClass;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TestClock;
import org.secondperiod.kit.testing.TestDatabase;
import org.secondperiod.kit.testing.TestTopics;
import org.secondperiod.outreach.join.Concluded;
import org.secondperiod.outreach.join.Told;

/** What is too old goes, decides nothing by being gone, and does not come back. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class RetentionQuarkusTest {

    private static final String SCANS_OF = "SELECT facts -> 'scans' FROM student_day WHERE student_id = ?";

    @Inject
    Told told;

    @Inject
    Concluded concluded;

    @Inject
    TestClock clock;

    @Inject
    TestTopics topics;

    @Inject
    OutreachRecords records;

    @Inject
    PurgeSweep purges;

    private final Jdbi owner = TestDatabase.asOwner();
    private final String school = fresh("school");
    private final String ana = fresh("ana");
    private String building;
    private Scan scan;

    @BeforeEach
    void anaCameLate() {
        owner.useHandle(handle -> handle.execute("TRUNCATE purge"));
        clock.set(at("08:50"));
        building = told.schoolHeardAt(school, "08:50");
        told.enrolled(ana, school);
        told.absent(ana, school);
        concluded.awaitTask(ana, school, "OPEN");
        scan = told.scan(ana, building, "08:49");
        concluded.awaitState(ana, school, "ARRIVED");
    }

    @AfterEach
    void backToTheTestsDay() {
        clock.set(TestClock.START);
    }

    private void daysLater(int days) {
        clock.set(at("08:50").plus(Duration.ofDays(days)));
    }

    private void purge(String name) {
        records.all().stream()
                .filter(each -> each.name().equals(name))
                .forEach((RecordClass each) -> purges.purge(each));
    }

    private List<String> rows(String sql) {
        return owner.withHandle(handle ->
                handle.createQuery(sql).bind(0, ana).mapTo(String.class).list());
    }

    private void awaitTaken() {
        concluded.awaitQuiet();
    }

    @Test
    void scansGoAfterThirtyDaysAndNothingElse() {
        daysLater(30);
        purge("scans");
        assertThat(rows(SCANS_OF)).singleElement().asString().contains(scan.eventId());

        daysLater(31);
        purge("scans");

        assertThat(rows(SCANS_OF)).containsExactly("[]");
        assertThat(rows("SELECT facts -> 'marks' -> 0 ->> 'code' FROM student_day WHERE student_id = ?"))
                .containsExactly("A");
        assertThat(concluded.state(ana, school, Told.DAY)).contains("ARRIVED");
    }

    @Test
    void aScanThatIsToldAgainDoesNotComeBack() {
        daysLater(31);
        purge("scans");

        topics.send(Topics.SCANS, scan);
        awaitTaken();

        assertThat(rows(SCANS_OF)).containsExactly("[]");
    }

    @Test
    void aDayWithoutItsScansIsDecidedNoMore() {
        daysLater(31);
        purge("scans");
        int steps = rows("SELECT version FROM whereabouts_step WHERE student_id = ?")
                .size();

        told.mark(ana, school, "1", "U", AttendanceCategory.UNEXCUSED_ABSENCE, "09:30", 2, false);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(rows("SELECT code FROM mark_version WHERE student_id = ?"))
                        .contains("U"));
        told.enrolments(ana, List.of(new Enrolment(school, null, null, "10", "904", null, List.of())));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(rows("SELECT grade FROM enrolment WHERE student_id = ?"))
                        .containsExactly("10"));
        awaitTaken();

        assertThat(rows("SELECT facts -> 'marks' -> 0 ->> 'code' FROM student_day WHERE student_id = ?"))
                .as("what the school corrects is kept")
                .containsExactly("U");
        assertThat(concluded.state(ana, school, Told.DAY)).contains("ARRIVED");
        assertThat(rows("SELECT version FROM whereabouts_step WHERE student_id = ?"))
                .hasSize(steps);
    }

    @Test
    void theRestIsKeptToTheEndOfTheFollowingSchoolYearAndDoesNotComeBackEither() {
        clock.set(Instant.parse("2028-07-31T16:00:00Z"));
        records.all().stream().filter(each -> each.usual() != null).forEach(purges::purge);
        assertThat(everything()).hasSize(5);

        clock.set(Instant.parse("2028-08-01T16:00:00Z"));
        records.all().stream().filter(each -> each.usual() != null).forEach(purges::purge);
        assertThat(everything()).isEmpty();
        assertThat(rows("SELECT count(*) FROM call_task_step s WHERE NOT EXISTS"
                        + " (SELECT FROM call_task t WHERE t.task_id = s.task_id) AND ? <> ''"))
                .containsExactly("0");

        owner.useHandle(handle -> handle.execute("UPDATE school_day SET closed_at = NULL WHERE school_id = ?", school));
        told.absent(ana, school);
        topics.send(Topics.SCANS, scan);
        told.enrolments(ana, List.of(new Enrolment(school, null, null, "11", "904", null, List.of())));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(rows("SELECT grade FROM enrolment WHERE student_id = ?"))
                        .containsExactly("11"));
        awaitTaken();

        assertThat(everything()).isEmpty();
    }

    /** In which tables there is something of that day. */
    private List<String> everything() {
        return Stream.of("student_day", "mark_version", "whereabouts", "whereabouts_step", "call_task")
                .filter(table -> !rows("SELECT DISTINCT school_day FROM " + table
                                + " WHERE student_id = ? AND school_day = '2026-10-14'")
                        .isEmpty())
                .toList();
    }
}
