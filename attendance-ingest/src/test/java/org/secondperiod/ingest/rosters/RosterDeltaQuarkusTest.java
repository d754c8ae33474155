package org.secondperiod.ingest.rosters;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.secondperiod.events.EnrolmentsChanged;
import org.secondperiod.events.EnrolmentsChanged.Enrolment;
import org.secondperiod.events.EnrolmentsChanged.SchoolClass;
import org.secondperiod.events.PersonChanged.Contact;
import org.secondperiod.events.PersonChanged.Phone;
import org.secondperiod.events.Topics;
import org.secondperiod.ingest.rosters.oneroster.RosterZip;
import org.secondperiod.kit.testing.StackTestResource;

@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class RosterDeltaQuarkusTest {

    @Inject
    RosterTopics topics;

    @Test
    void a_delta_touches_whom_it_names_and_nobody_else() {
        RosterClient.done(RosterZip.bulk("1.1")
                .school("D.S1")
                .student("D.A1", "D.S1")
                .student("D.A2", "D.S1")
                .student("D.A3", "D.S1"));

        JsonPath result = RosterClient.done(RosterZip.delta("1.1")
                .student("D.A2", "D.S1", "grades", "10")
                .student("D.A4", "D.S1")
                .row("users.csv", "sourcedId", "D.A3", "status", "tobedeleted"));

        assertThat(result.getInt("counts.studentsChanged")).isEqualTo(3);
        assertThat(topics.enrolments().get("D.A2").enrolments())
                .extracting(Enrolment::grade)
                .containsExactly("10");
        assertThat(topics.isTombstone(Topics.ENROLMENTS, "D.A3")).isTrue();
        assertThat(topics.isTombstone(Topics.PEOPLE, "D.A3")).isTrue();
        assertThat(topics.enrolments().get("D.A4").enrolments()).hasSize(1);
        assertThat(topics.enrolmentsOf("D.A1")).hasSize(1);
    }

    @Test
    void a_guardians_new_number_reaches_the_children() {
        RosterClient.done(RosterZip.bulk("1.1")
                .school("D.S2")
                .student("D.B1", "D.S2", "agentSourcedIds", "D.P1")
                .parent("D.P1", "phone", "7185550100"));

        RosterClient.done(RosterZip.delta("1.1").parent("D.P1", "phone", "7185550101"));

        assertThat(topics.person("D.B1").contacts())
                .flatExtracting(Contact::phones)
                .extracting(Phone::e164)
                .containsExactly("+17185550101");
    }

    @Test
    void a_class_that_moves_to_another_period_reaches_its_students() {
        RosterClient.done(RosterZip.bulk("1.1")
                .school("D.S3")
                .student("D.C1", "D.S3")
                .schoolClass("D.K1", "D.S3", "1")
                .seat("D.E1", "D.K1", "D.S3", "D.C1", "student"));

        RosterClient.done(RosterZip.delta("1.1").schoolClass("D.K1", "D.S3", "1,3"));

        assertThat(topics.enrolments().get("D.C1").enrolments().getFirst().classes())
                .flatExtracting(SchoolClass::periods)
                .containsExactly("1", "3");
    }

    @Test
    void an_older_change_never_overwrites_a_newer_one() {
        RosterClient.done(RosterZip.delta("1.1")
                .school("D.S4")
                .student("D.D1", "D.S4", "grades", "10", "dateLastModified", "2026-10-05T00:00:00Z"));

        JsonPath late = RosterClient.done(RosterZip.delta("1.1")
                .student("D.D1", "D.S4", "grades", "09", "dateLastModified", "2026-10-04T00:00:00Z"));

        assertThat(topics.enrolments().get("D.D1").enrolments())
                .extracting(Enrolment::grade)
                .containsExactly("10");
        assertThat(RosterClient.errors(late))
                .contains(
                        "users.csv:2 dateLastModified REJECTED is older than the change of D.D1 that is stored already");
    }

    @Test
    void a_guardian_who_comes_later_completes_the_link() {
        JsonPath first = RosterClient.done(
                RosterZip.bulk("1.1").school("D.S5").student("D.F1", "D.S5", "agentSourcedIds", "D.FP"));

        RosterClient.done(RosterZip.delta("1.1").parent("D.FP"));

        assertThat(RosterClient.errors(first))
                .contains("users.csv:2 agentSourcedIds NOTED is linked to D.FP, not in users.csv;"
                        + " the link counts once they are");
        assertThat(topics.person("D.F1").contacts())
                .extracting(Contact::contactId)
                .containsExactly("D.FP");
    }

    @Test
    void a_role_of_1_2_that_is_deleted_ends_the_enrolment() {
        RosterClient.done(RosterZip.bulk("1.2")
                .school("D.S6")
                .row("users.csv", "sourcedId", "D.G1", "givenName", "G", "familyName", "One")
                .row(
                        "roles.csv",
                        "sourcedId",
                        "D.R1",
                        "userSourcedId",
                        "D.G1",
                        "role",
                        "student",
                        "orgSourcedId",
                        "D.S6"));

        RosterClient.done(RosterZip.delta("1.2")
                .row(
                        "roles.csv",
                        "sourcedId",
                        "D.R1",
                        "status",
                        "tobedeleted",
                        "userSourcedId",
                        "",
                        "role",
                        "",
                        "orgSourcedId",
                        ""));

        assertThat(topics.enrolments().get("D.G1").enrolments()).isEmpty();
    }

    @Test
    void a_student_whom_a_bulk_file_no_longer_names_has_left_and_is_not_forgotten() {
        RosterClient.done(
                RosterZip.bulk("1.1").school("D.S7").student("D.H1", "D.S7").student("D.H2", "D.S7"));

        RosterClient.done(RosterZip.bulk("1.1").school("D.S7").student("D.H1", "D.S7"), "allowShrink");

        assertThat(topics.enrolments().get("D.H2").enrolments()).isEmpty();
        assertThat(topics.isTombstone(Topics.ENROLMENTS, "D.H2")).isFalse();
        assertThat(topics.isTombstone(Topics.PEOPLE, "D.H2")).isFalse();
    }

    @Test
    void a_student_who_left_is_forgotten_when_a_delta_deletes_them() {
        RosterClient.done(
                RosterZip.bulk("1.1").school("D.S8").student("D.I1", "D.S8").student("D.I2", "D.S8"));
        RosterClient.done(RosterZip.bulk("1.1").school("D.S8").student("D.I1", "D.S8"), "allowShrink");

        RosterClient.done(deletionOf("D.I2"));

        assertThat(topics.isTombstone(Topics.ENROLMENTS, "D.I2")).isTrue();
        assertThat(topics.isTombstone(Topics.PEOPLE, "D.I2")).isTrue();
    }

    @Test
    void a_deleted_student_who_comes_back_is_told_of_under_a_higher_version() {
        RosterClient.done(RosterZip.bulk("1.1").school("D.S9").student("D.J1", "D.S9"));
        RosterClient.done(deletionOf("D.J1"));

        RosterClient.done(RosterZip.delta("1.1").student("D.J1", "D.S9"));

        assertThat(topics.enrolmentsOf("D.J1"))
                .extracting(EnrolmentsChanged::version)
                .containsExactly(1L, 3L);
        assertThat(topics.person("D.J1").version()).isEqualTo(3);
        assertThat(topics.isTombstone(Topics.PEOPLE, "D.J1")).isFalse();
    }

    @Test
    void an_enrollment_that_is_deleted_takes_the_class_and_leaves_the_student() {
        RosterClient.done(RosterZip.bulk("1.1")
                .school("D.S10")
                .student("D.K1", "D.S10")
                .schoolClass("D.KC", "D.S10", "1")
                .seat("D.KE", "D.KC", "D.S10", "D.K1", "student"));

        RosterClient.done(RosterZip.delta("1.1")
                .row(
                        "enrollments.csv",
                        "sourcedId",
                        "D.KE",
                        "status",
                        "tobedeleted",
                        "classSourcedId",
                        "",
                        "schoolSourcedId",
                        "",
                        "userSourcedId",
                        "",
                        "role",
                        ""));

        assertThat(topics.enrolments().get("D.K1").enrolments())
                .singleElement()
                .satisfies(enrolment -> assertThat(enrolment.classes()).isEmpty());
        assertThat(topics.isTombstone(Topics.ENROLMENTS, "D.K1")).isFalse();
    }

    @Test
    void a_guardian_who_is_deleted_is_no_longer_called() {
        RosterClient.done(RosterZip.bulk("1.1")
                .school("D.S11")
                .student("D.L1", "D.S11", "agentSourcedIds", "D.LP,D.LQ")
                .parent("D.LP")
                .parent("D.LQ"));

        RosterClient.done(deletionOf("D.LP"));

        assertThat(topics.person("D.L1").contacts())
                .extracting(Contact::contactId)
                .containsExactly("D.LQ");
    }

    private static RosterZip deletionOf(String userId) {
        return RosterZip.delta("1.1")
                .row("users.csv", "sourcedId", userId, "status", "tobedeleted", "givenName", "", "familyName", "");
    }
}
