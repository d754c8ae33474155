package org.secondperiod.ingest.rosters;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.secondperiod.ingest.rosters.oneroster.RosterZip;
import org.secondperiod.kit.testing.StackTestResource;

/** What a row says with a word that nobody knows is told, and neither guessed nor passed over. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class RosterUnknownsQuarkusTest {

    private static final String NO_ROLE =
            " is no role of OneRoster; send student, guardian, parent, relative, teacher or"
                    + " another of its roles, or one of your own with ext: before it";

    @Inject
    RosterTopics topics;

    @Test
    void a_role_that_is_none_is_told_takes_nobody_away_and_the_rest_goes_through() {
        RosterClient.done(RosterZip.bulk("1.1").school("K.S1").student("K.A1", "K.S1"));

        var result = RosterClient.done(RosterZip.bulk("1.1")
                .school("K.S1")
                .row("users.csv", user("K.A1", "pupil", "K.S1"))
                .row("users.csv", user("K.A2", "Pupil", "K.S1"))
                .row("users.csv", user("K.A3", "", "K.S1"))
                .row("users.csv", user("K.N1", "ext:nurse", "K.S1"))
                .student("K.A4", "K.S1")
                .schoolClass("K.C1", "K.S1", "1")
                .seat("K.E1", "K.C1", "K.S1", "K.A4", "pupil")
                .seat("K.E2", "K.C1", "K.S1", "K.A4", "student"));

        assertThat(RosterClient.errors(result))
                .filteredOn(error -> !error.startsWith("orgs.csv"))
                .containsExactly(
                        "users.csv:2 role REJECTED" + NO_ROLE,
                        "users.csv:3 role REJECTED" + NO_ROLE,
                        "users.csv:4 role REJECTED is empty",
                        "enrollments.csv:2 role REJECTED" + NO_ROLE);
        assertThat(topics.enrolments().get("K.A1").enrolments()).hasSize(1);
        assertThat(topics.enrolments().get("K.A4").enrolments().getFirst().classes())
                .hasSize(1);
    }

    @Test
    void a_role_of_1_2_that_is_none_is_told_with_its_line() {
        var result = RosterClient.done(RosterZip.bulk("1.2")
                .school("K.S2")
                .row("users.csv", "sourcedId", "K.B1", "givenName", "B", "familyName", "One")
                .row("users.csv", "sourcedId", "K.B2", "givenName", "B", "familyName", "Two")
                .row("roles.csv", role("K.R1", "K.B1", "pupil"))
                .row("roles.csv", role("K.R2", "K.B2", "student")));

        assertThat(RosterClient.errors(result)).contains("roles.csv:2 role REJECTED" + NO_ROLE);
        assertThat(topics.enrolments()).containsKey("K.B2").doesNotContainKey("K.B1");
    }

    @Test
    void a_term_that_is_nowhere_is_told_at_its_class() {
        var result = RosterClient.done(RosterZip.bulk("1.1")
                .school("K.S3")
                .student("K.D1", "K.S3")
                .row("academicSessions.csv", "sourcedId", "K.T1", "startDate", "2026-09-01", "endDate", "2027-07-01")
                .schoolClass("K.C3", "K.S3", "1", "termSourcedIds", "K.T1,K.T9")
                .schoolClass("K.C4", "K.S3", "2", "termSourcedIds", "K.T1"));

        assertThat(RosterClient.errors(result))
                .filteredOn(error -> error.startsWith("classes.csv"))
                .containsExactly(
                        "classes.csv:2 termSourcedIds NOTED term K.T9 is not in academicSessions.csv; send it there,"
                                + " or correct it. It is left out, and a class of which no term is known meets all year");
    }

    private static String[] user(String id, String role, String school) {
        return new String[] {
            "sourcedId", id, "role", role, "orgSourcedIds", school, "givenName", "G-" + id, "familyName", "F-" + id
        };
    }

    private static String[] role(String id, String user, String role) {
        return new String[] {"sourcedId", id, "userSourcedId", user, "role", role, "orgSourcedId", "K.S2"};
    }
}
