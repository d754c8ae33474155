package org.secondperiod.outreach.visibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.secondperiod.outreach.join.Told.at;
import static org.secondperiod.outreach.join.Told.fresh;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TestClock;
import org.secondperiod.kit.testing.TestDatabase;
import org.secondperiod.outreach.join.Concluded;
import org.secondperiod.outreach.join.Told;

/** Whoever forgets a WHERE shows no school the rows of another one. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class RowsQuarkusTest {

    /** Filled by what the two students of this test go through; the others are guarded too, and may be empty here. */
    private static final Set<String> FILLED = Set.of(
            "call_task",
            "call_task_rank",
            "call_task_step",
            "enrolment",
            "look_again",
            "mark_version",
            "person",
            "student",
            "student_day",
            "whereabouts",
            "whereabouts_step");

    @Inject
    Jdbi jdbi;

    @Inject
    Told told;

    @Inject
    Concluded concluded;

    @Inject
    TestClock clock;

    private final Jdbi owner = TestDatabase.asOwner();
    private final String schoolA = fresh("school-a");
    private final String schoolB = fresh("school-b");
    private final String ana = fresh("ana");
    private final String ben = fresh("ben");

    @BeforeEach
    void aStudentToCallAtEach() {
        clock.set(at("08:50"));
        toCall(ana, schoolA);
        toCall(ben, schoolB);
    }

    private void toCall(String student, String school) {
        String building = fresh("building");
        told.school(school, building).withoutSignal().send();
        told.enrolled(student, school);
        told.person(student, "Given", "Family");
        told.heartbeat(building, "08:50");
        told.scan(fresh("somebody"), building, "07:30");
        told.absent(student, school);
        concluded.awaitTask(student, school, "OPEN");
    }

    private Set<String> tables(String where) {
        List<String> found = owner.withHandle(handle -> handle.createQuery(
                        "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND "
                                + where)
                .mapTo(String.class)
                .list());
        return new TreeSet<>(found);
    }

    private static List<String> everything(Handle tx, String table) {
        return tx.createQuery("SELECT t::text FROM " + table + " t")
                .mapTo(String.class)
                .list();
    }

    @Test
    void everyTableThatNamesAStudentIsGuardedAlsoAgainstItsOwner() {
        Set<String> naming = tables(
                "EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = pg_class.oid AND a.attname = 'student_id')");

        assertThat(naming).hasSizeGreaterThan(8);
        assertThat(tables("relrowsecurity AND relforcerowsecurity"))
                .containsAll(naming)
                .contains("call_task_step");
    }

    @Test
    void withoutAWhereASchoolGetsItsOwnRowsAndNoneOfAnothers() {
        String task = String.valueOf(concluded.task(ben, schoolB).orElseThrow().get("task_id"));

        for (String table : tables("relforcerowsecurity")) {
            List<String> rows = jdbi.inTransaction(tx -> {
                tx.execute(
                        "SELECT set_config('secondperiod.schools', ?, true), set_config('row_security', 'on', true)",
                        schoolA);
                return everything(tx, table);
            });

            assertThat(rows)
                    .as(table)
                    .noneMatch(row -> row.contains(ben) || row.contains(schoolB) || row.contains(task));
            assertThat(rows.isEmpty()).as(table + " is empty").isEqualTo(!FILLED.contains(table));
        }
    }

    @Test
    void whoNamesNoSchoolGetsNothing() {
        for (String table : tables("relforcerowsecurity")) {
            List<String> rows = jdbi.inTransaction(tx -> {
                tx.execute("SET LOCAL row_security = on");
                return everything(tx, table);
            });

            assertThat(rows).as(table).isEmpty();
            assertThatThrownBy(() -> jdbi.inTransaction(tx -> everything(tx, table)))
                    .as("nor does anybody take it for an answer")
                    .hasMessageContaining("would be affected by row-level security");
        }
    }
}
