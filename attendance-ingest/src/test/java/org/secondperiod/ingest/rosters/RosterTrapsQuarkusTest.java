package org.secondperiod.ingest.rosters;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.Charset;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.secondperiod.events.EnrolmentsChanged.Enrolment;
import org.secondperiod.events.PersonChanged.Contact;
import org.secondperiod.ingest.rosters.oneroster.RosterZip;
import org.secondperiod.kit.testing.StackTestResource;

@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class RosterTrapsQuarkusTest {

    @Inject
    RosterTopics topics;

    @Test
    void a_repeated_id_is_told_and_the_first_line_counts() {
        JsonPath result = RosterClient.done(RosterZip.bulk("1.1")
                .school("T.S1")
                .student("T.A1", "T.S1", "grades", "09")
                .student("T.A1", "T.S1", "grades", "10"));

        assertThat(RosterClient.errors(result))
                .contains("users.csv:3 sourcedId REJECTED T.A1 stands in line 2 already; that line is used");
        assertThat(topics.enrolments().get("T.A1").enrolments())
                .extracting(Enrolment::grade)
                .containsExactly("09");
    }

    @Test
    void references_that_lead_nowhere_are_told_and_the_rest_goes_through() {
        JsonPath result = RosterClient.done(RosterZip.bulk("1.1")
                .school("T.S2")
                .student("T.B1", "T.S2,T.S-NONE", "agentSourcedIds", "T.P-NONE")
                .student("T.B2", "T.S-NONE")
                .schoolClass("T.C1", "T.S-NONE", "1")
                .schoolClass("T.C2", "T.S2", "1")
                .seat("T.E1", "T.C-NONE", "T.S2", "T.B1", "student")
                .seat("T.E2", "T.C2", "T.S2", "T.B-NONE", "student")
                .seat("T.E3", "T.C2", "T.S2", "T.B1", "student")
                .seat("T.E4", "T.C2", "T.S-NONE", "T.B1", "student")
                .row("secondperiod_contacts.csv", "studentSourcedId", "T.B1", "guardianSourcedId", "T.P-NONE")
                .row("secondperiod_badges.csv", "badge", "X", "studentSourcedId", "T.B-NONE"));

        assertThat(RosterClient.errors(result))
                .containsExactlyInAnyOrder(
                        "users.csv:2 orgSourcedIds NOTED org T.S-NONE is not in orgs.csv; the link to it is left out",
                        "users.csv:3 orgSourcedIds NOTED org T.S-NONE is not in orgs.csv; the link to it is left out",
                        "users.csv:3 orgSourcedIds REJECTED student T.B2 is at no school: orgSourcedIds names none that is"
                                + " in orgs.csv",
                        "classes.csv:2 schoolSourcedId REJECTED school T.S-NONE is not in orgs.csv",
                        "enrollments.csv:2 classSourcedId REJECTED class T.C-NONE is not in classes.csv",
                        "enrollments.csv:3 userSourcedId REJECTED user T.B-NONE is not in users.csv",
                        "enrollments.csv:5 schoolSourcedId REJECTED school T.S-NONE is not in orgs.csv",
                        "users.csv:2 agentSourcedIds NOTED is linked to T.P-NONE, not in users.csv; the link counts once"
                                + " they are",
                        "secondperiod_contacts.csv:2 guardianSourcedId REJECTED guardian T.P-NONE is not in users.csv",
                        "secondperiod_badges.csv:2 studentSourcedId REJECTED student T.B-NONE is not in users.csv",
                        "orgs.csv:2 sourcedId NOTED school T.S2 is not set up yet (PUT /ingest/v1/schools/T.S2); its students"
                                + " are enrolled");
        assertThat(topics.enrolments().get("T.B1").enrolments().getFirst().classes())
                .hasSize(1);
        assertThat(topics.enrolments()).doesNotContainKey("T.B2");
    }

    @Test
    void a_student_at_two_schools_is_enrolled_at_both_and_one_line_tells() {
        JsonPath result = RosterClient.done(
                RosterZip.bulk("1.1").school("T.S3").school("T.S4").student("T.C1", "T.S4,T.S3"));

        assertThat(RosterClient.errors(result))
                .filteredOn(error -> error.startsWith("users.csv"))
                .containsExactly("users.csv:2 orgSourcedIds NOTED student T.C1 is at 2 schools (T.S3, T.S4);"
                        + " an enrolment is made at each");
        assertThat(topics.enrolments().get("T.C1").enrolments())
                .extracting(Enrolment::schoolId)
                .containsExactly("T.S3", "T.S4");
    }

    @Test
    void a_user_of_1_2_without_a_role_is_nobodys_student() {
        JsonPath result = RosterClient.done(RosterZip.bulk("1.2")
                .school("T.S5")
                .row("users.csv", "sourcedId", "T.D1", "givenName", "D", "familyName", "One")
                .row(
                        "roles.csv",
                        "sourcedId",
                        "T.R1",
                        "userSourcedId",
                        "T.D9",
                        "role",
                        "student",
                        "orgSourcedId",
                        "T.S5"));

        assertThat(RosterClient.errors(result))
                .contains(
                        "users.csv:2 sourcedId REJECTED user T.D1 has no role at any school in roles.csv",
                        "roles.csv:2 userSourcedId REJECTED user T.D9 is not in users.csv");
    }

    @Test
    void a_line_that_can_not_be_used_does_not_make_its_student_leave() {
        RosterClient.done(RosterZip.bulk("1.1").school("T.S6").student("T.F1", "T.S6"));

        JsonPath result = RosterClient.done(
                RosterZip.bulk("1.1").school("T.S6").student("T.F1", "T.S6", "givenName", "A\u0001na"));

        assertThat(RosterClient.errors(result))
                .contains("users.csv:2 givenName REJECTED has a control character (U+0001) at character 2");
        assertThat(topics.enrolments().get("T.F1").enrolments()).hasSize(1);
    }

    @Test
    void a_file_in_windows_1252_is_read_as_such() {
        JsonPath result = RosterClient.done(RosterZip.bulk("1.1")
                .in(Charset.forName("windows-1252"))
                .school("T.S7")
                .student("T.G1", "T.S7", "familyName", "Muñoz"));

        assertThat(topics.person("T.G1").familyName()).isEqualTo("Muñoz");
        assertThat(RosterClient.errors(result))
                .contains("users.csv:0 null NOTED is not UTF-8; it was read as windows-1252,"
                        + " please check a name with an accent");
    }

    @Test
    void a_guardian_may_be_a_teacher_and_a_fellow_student_is_none() {
        RosterClient.done(RosterZip.bulk("1.1")
                .school("T.S8")
                .student("T.H1", "T.S8", "agentSourcedIds", "T.T1,T.H2")
                .student("T.H2", "T.S8")
                .row(
                        "users.csv",
                        "sourcedId",
                        "T.T1",
                        "role",
                        "teacher",
                        "orgSourcedIds",
                        "T.S8",
                        "givenName",
                        "T",
                        "familyName",
                        "One",
                        "phone",
                        "7185550100"));

        assertThat(topics.person("T.H1").contacts())
                .extracting(Contact::contactId)
                .containsExactly("T.T1");
    }

    @Test
    void a_truncated_upload_fails_with_its_reason() {
        byte[] zip =
                RosterZip.bulk("1.1").school("T.S9").student("T.I1", "T.S9").bytes();

        JsonPath result = RosterClient.ended(RosterClient.post(Arrays.copyOf(zip, zip.length - 30))
                .jsonPath()
                .getString("importId"));

        assertThat(result.getString("state")).isEqualTo("FAILED");
        assertThat(result.getString("reason"))
                .isEqualTo("The zip is truncated, or no zip: its table of contents at the end is missing");
    }

    @Test
    void a_wrong_header_fails_and_writes_nothing() {
        JsonPath result =
                RosterClient.imported(RosterZip.bulk("1.1").school("T.S10").file("users.csv", "id,name\nK1,Kim\n"));

        assertThat(result.getString("state")).isEqualTo("FAILED");
        assertThat(result.getString("reason"))
                .isEqualTo(
                        "users.csv has no column 'sourcedId' and none of the others that must be there; its first line must be its"
                                + " header");
    }

    @Test
    void nobodys_school_is_known() {
        JsonPath result = RosterClient.imported(RosterZip.bulk("1.2")
                .school("T.S11")
                .row("users.csv", "sourcedId", "T.L1", "givenName", "L", "familyName", "One"));

        assertThat(result.getString("reason"))
                .isEqualTo("users.csv has no columns role and orgSourcedIds, and there is no roles.csv:"
                        + " nobody's school is known");
    }
}
