package org.secondperiod.ingest.rosters;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.secondperiod.events.PersonChanged.Contact;
import org.secondperiod.ingest.rosters.oneroster.RosterZip;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TestDatabase;

/** An import writes what changed, and nothing else: neither a row nor an event. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class RosterRewriteQuarkusTest {

    private static final Map<String, String> KEYS = Map.of(
            "roster_org", "org_id",
            "roster_user", "user_id",
            "roster_agent", "user_id || '>' || agent_id",
            "roster_membership", "membership_id",
            "roster_class", "class_id",
            "roster_seat", "seat_id",
            "roster_contact_setting", "student_id || '>' || guardian_id",
            "roster_badge", "student_id || '>' || badge",
            "roster_student", "student_id");

    private final Jdbi jdbi = TestDatabase.asOwner();

    @Inject
    RosterTopics topics;

    @Test
    void the_same_file_again_writes_no_row_and_tells_nothing() {
        RosterClient.done(roster("W", List.of("W.A1", "W.A2")));
        Map<String, String> before = rows("W.");

        JsonPath again = RosterClient.done(roster("W", List.of("W.A1", "W.A2")));

        assertThat(again.getLong("counts.studentsChanged")).isZero();
        assertThat(again.getLong("counts.students")).isEqualTo(2);
        assertThat(again.getLong("schools[0].unchanged")).isEqualTo(2);
        assertThat(again.getLong("counts.rowsRead")).isGreaterThan(10);
        assertThat(before).hasSizeGreaterThan(15);
        assertThat(rows("W.")).isEqualTo(before);
        assertThat(topics.enrolmentsOf("W.A1")).hasSize(1);
    }

    @Test
    void a_student_who_is_new_at_the_top_of_the_file_moves_nobody_else() {
        RosterClient.done(roster("V", List.of("V.A1", "V.A2")));
        Map<String, String> before = rows("V.");

        JsonPath again = RosterClient.done(roster("V", List.of("V.A0", "V.A1", "V.A2")));

        assertThat(again.getLong("counts.studentsChanged")).isEqualTo(1);
        assertThat(rows("V.")).containsAllEntriesOf(before);
    }

    @Test
    void guardians_who_name_the_student_are_called_in_the_order_of_the_file_also_when_that_changes() {
        RosterClient.done(RosterZip.bulk("1.1")
                .school("U.S")
                .student("U.A", "U.S")
                .parent("U.P", "agentSourcedIds", "U.A")
                .parent("U.Q", "agentSourcedIds", "U.A"));

        RosterClient.done(RosterZip.bulk("1.1")
                .school("U.S")
                .student("U.A", "U.S")
                .parent("U.Q", "agentSourcedIds", "U.A")
                .parent("U.P", "agentSourcedIds", "U.A"));

        assertThat(topics.person("U.A").contacts())
                .extracting(Contact::contactId)
                .containsExactly("U.Q", "U.P");
    }

    private static RosterZip roster(String prefix, List<String> students) {
        String school = prefix + ".S";
        RosterZip zip = RosterZip.bulk("1.1").school(school).schoolClass(prefix + ".C", school, "1");
        for (String student : students) {
            String guardian = student + ".P";
            zip.student(student, school, "agentSourcedIds", guardian)
                    .parent(guardian, "phone", "7185550100")
                    .seat(student + ".E", prefix + ".C", school, student, "student")
                    .row(
                            "secondperiod_contacts.csv",
                            "studentSourcedId",
                            student,
                            "guardianSourcedId",
                            guardian,
                            "order",
                            "1")
                    .row("secondperiod_badges.csv", "badge", student + ".B", "studentSourcedId", student);
        }
        return zip;
    }

    /** Each stored row with its place on disk and the transactions that made or locked it. */
    private Map<String, String> rows(String prefix) {
        Map<String, String> rows = new TreeMap<>();
        jdbi.useHandle(handle -> KEYS.forEach((table, key) -> handle.createQuery(
                        "SELECT %1$s AS key, ctid || ' ' || xmin || ' ' || xmax AS place FROM %2$s WHERE %1$s LIKE :prefix"
                                .formatted(key, table))
                .bind("prefix", prefix + "%")
                .map((row, context) -> Map.entry(table + " " + row.getString("key"), row.getString("place")))
                .forEach(row -> rows.put(row.getKey(), row.getValue()))));
        return rows;
    }
}
