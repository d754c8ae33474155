package org.secondperiod.reporting.years;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.secondperiod.reporting.intake.Told.fresh;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.secondperiod.events.AttendanceCategory;
import org.secondperiod.events.Topics;
import org.secondperiod.kit.database.AsSystem;
import org.secondperiod.kit.delivery.Received;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TestClock;
import org.secondperiod.kit.testing.TestDatabase;
import org.secondperiod.reporting.arithmetic.StatusRule;
import org.secondperiod.reporting.intake.Told;
import org.secondperiod.reporting.intake.kafka.ReportingConsumer;
import org.secondperiod.reporting.years.db.PolicyStore;

/** What somebody needs to know who counts anew: by which rules, and what erased students were in what is kept up. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class WrittenDownQuarkusTest {

    private static final Instant NOW = Instant.parse("2026-10-14T16:00:00Z");

    private final Jdbi owner = TestDatabase.asOwner();

    @Inject
    Jdbi jdbi;

    @Inject
    ReportingConsumer consumer;

    @Inject
    PolicyStore policies;

    @Inject
    PolicyService policy;

    @Inject
    TestClock clock;

    private void keep(Policy one) {
        AsSystem.run(() -> jdbi.useTransaction(tx -> policies.keep(tx, one, NOW)));
    }

    private List<String> policies() {
        return owner.withHandle(
                handle -> handle.createQuery("""
                        SELECT concat_ws(' ', minimum_days, usual_rule, array_to_string(half_of_periods, '+'), year_ends, zone)
                        FROM counting_policy ORDER BY policy_id""").mapTo(String.class).list());
    }

    @Test
    void theRulesAreWrittenDownOnceAndAgainWhenTheyAreOthers() {
        Policy other = new Policy(
                15,
                StatusRule.TRIGGER_PERIOD,
                Map.of("S2", StatusRule.HALF_OF_PERIODS, "S1", StatusRule.HALF_OF_PERIODS),
                MonthDay.of(6, 30),
                ZoneId.of("America/Chicago"));
        keep(policy.policy());
        int before = policies().size();

        keep(policy.policy());
        keep(other);
        keep(other);

        assertThat(policies()).hasSize(before + 1).endsWith("15 TRIGGER_PERIOD S1+S2 06-30 America/Chicago");
        owner.useHandle(handle -> handle.execute("DELETE FROM counting_policy WHERE minimum_days = 15"));
    }

    /** Ana was absent on one of ten days, Ben on none; both are in the choir. */
    @Test
    void whatAnErasedStudentWasInTalliesIsAddedUpAndNamesNobody() {
        clock.set(NOW);
        String school = fresh("S");
        String ana = fresh("ana");
        String ben = fresh("ben");
        List<Received> told = new ArrayList<>();
        told.add(
                Told.received(Topics.SCHOOLS, Told.school(school, 1, true, Told.weekdays("2026-09-07", "2027-06-11"))));
        for (String student : List.of(ana, ben)) {
            told.add(Told.received(Topics.ENROLMENTS, Told.roster(student, 1, Told.at(school, "2026-09-07", null))));
        }
        Told.weekdays("2026-09-07", "2026-09-18")
                .forEach(day -> told.add(Told.received(Topics.TAKEN, Told.taken(school, day, "day", null, 1, false))));
        told.add(Told.received(
                Topics.MARKS,
                Told.mark(ana, school, LocalDate.of(2026, 9, 8), "day", AttendanceCategory.UNEXCUSED_ABSENCE, 1)));
        AsSystem.run(() -> jdbi.useTransaction(tx -> consumer.handle(tx, told)));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> owner.withHandle(handle -> handle.createQuery("SELECT count(*) FROM refresh")
                                .mapTo(Integer.class)
                                .one())
                        == 0);
        List<String> tallied = sums("tally", school);

        owner.useHandle(handle -> handle.execute("DELETE FROM student_year WHERE student_id = ?", ana));

        assertThat(sums("tally", school)).as("tallies stay").isEqualTo(tallied);
        assertThat(sums("tally_erased", school))
                .containsExactly(
                        "GRADE 9 1 10 2 0 1",
                        "GROUP choir 1 10 2 0 1",
                        "HOMEROOM 9-A 1 10 2 0 1",
                        "SCHOOL  1 10 2 0 1");
        owner.useHandle(handle -> handle.execute("DELETE FROM student_year WHERE student_id = ?", ben));
        assertThat(sums("tally_erased", school)).as("both are all there was").isEqualTo(tallied);
    }

    private List<String> sums(String table, String school) {
        return owner.withHandle(handle -> handle.createQuery("""
                        SELECT concat_ws(' ', kind, value, sum(enrolled), sum(counted), sum(absent), sum(satisfactory), sum(chronic))
                        FROM %s WHERE school_id = ? GROUP BY kind, value HAVING sum(enrolled) <> 0 ORDER BY kind, value""".formatted(table))
                .bind(0, school)
                .mapTo(String.class)
                .list());
    }
}
