package org.secondperiod.ingest.rosters.oneroster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class RowsTest {

    private final List<String> problems = new ArrayList<>();

    @Test
    void a_user_of_1_1_with_our_columns() {
        UserRow user = first("""
                sourcedId,role,orgSourcedIds,givenName,familyName,agentSourcedIds,grades,metadata.secondperiod.badges,\
                metadata.secondperiod.language,metadata.secondperiod.firstPeriod,metadata.secondperiod.groups
                A1,Student,"S1,S2",Ana,Diaz,"P1, P2,P1","09,10",B1;B2,es,2,ell;iep
                """, row -> UserRow.read(row, FileMode.BULK));

        assertThat(user.role()).isEqualTo("student");
        assertThat(user.orgs()).containsExactly("S1", "S2");
        assertThat(user.agents()).containsExactly("P1", "P2");
        assertThat(user.grade()).isEqualTo("09");
        assertThat(user.badges()).containsExactly("B1", "B2");
        assertThat(user.language()).isEqualTo("es");
        assertThat(user.firstPeriod()).isEqualTo("2");
        assertThat(user.groups()).containsExactly("ell", "iep");
    }

    @Test
    void of_age_is_who_the_roster_says_is() {
        UserRow adult = first(
                "sourcedId,givenName,familyName,metadata.secondperiod.ofAge\nA1,Ana,Diaz,TRUE\n",
                row -> UserRow.read(row, FileMode.BULK));
        UserRow minor = first(
                "sourcedId,givenName,familyName,metadata.secondperiod.ofAge\nA1,Ana,Diaz,\n",
                row -> UserRow.read(row, FileMode.BULK));
        first(
                "sourcedId,givenName,familyName,metadata.secondperiod.ofAge\nA1,Ana,Diaz,18\n",
                row -> UserRow.read(row, FileMode.BULK));

        assertThat(adult.ofAge()).isTrue();
        assertThat(minor.ofAge()).isFalse();
        assertThat(problems)
                .singleElement()
                .asString()
                .startsWith("2 metadata.secondperiod.ofAge: ")
                .doesNotContain("18");
    }

    @Test
    void a_role_of_1_2_no_longer_holds_on_its_end_date() {
        RoleRow role = first("""
                sourcedId,userSourcedId,role,orgSourcedId,beginDate,endDate
                R1,A1,student,S1,2026-09-08,2026-11-01
                """, row -> RoleRow.read(row, FileMode.BULK));

        assertThat(role.entry()).isEqualTo(LocalDate.parse("2026-09-08"));
        assertThat(role.exit()).isEqualTo(LocalDate.parse("2026-10-31"));
    }

    @Test
    void a_date_in_another_form_is_never_guessed() {
        first("sourcedId,startDate,endDate\nT1,9/8/2026,2027-01-31\n", row -> SessionRow.read(row, FileMode.BULK));

        assertThat(problems).containsExactly("2 startDate: is not a date in the form yyyy-MM-dd");
    }

    @Test
    void a_delta_must_say_status_and_date() {
        first("""
                sourcedId,status,dateLastModified,name,type
                S1,,2026-10-01T00:00:00Z,One,school
                S2,active,,Two,school
                S3,gone,2026-10-01T00:00:00Z,Three,school
                S4,active,10/01/2026,Four,school
                """, row -> OrgRow.read(row, FileMode.DELTA));

        assertThat(problems)
                .containsExactly(
                        "2 status: is empty",
                        "3 dateLastModified: is empty; a delta says when a row was changed",
                        "4 status: is neither active nor tobedeleted",
                        "5 dateLastModified: is not a time in the form yyyy-MM-ddTHH:mm:ssZ (RFC 3339)");
    }

    @Test
    void a_row_to_be_deleted_needs_no_more_than_its_id() {
        SeatRow seat = first(
                "sourcedId,status,dateLastModified\nE1,tobedeleted,2026-10-01T00:00:00Z\n",
                row -> SeatRow.read(row, FileMode.DELTA));

        assertThat(seat.deleted()).isTrue();
        assertThat(problems).isEmpty();
    }

    @Test
    void an_id_that_could_not_stand_in_a_path() {
        first("sourcedId,name,type\nS 1,One,school\n", row -> OrgRow.read(row, FileMode.BULK));

        assertThat(problems)
                .containsExactly("2 sourcedId: is not an id: 1 to 64 characters out of A-Z a-z 0-9 . _ : - are taken");
    }

    @Test
    void a_badges_dates_are_days_of_the_district() {
        BadgeRow badge = first(
                "badge,studentSourcedId,validFrom,validTo\nB1,A1,2026-09-08,2026-10-31\n",
                row -> BadgeRow.read(row, ZoneId.of("America/New_York")));

        assertThat(badge.validFrom()).isEqualTo(Instant.parse("2026-09-08T04:00:00Z"));
        assertThat(badge.validTo()).isEqualTo(Instant.parse("2026-11-01T04:00:00Z"));
    }

    private <T> T first(String content, Function<Row, T> read) {
        List<T> rows = new ArrayList<>();
        CsvTable.open("x.csv", () -> new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)))
                .forEach(
                        row -> rows.add(read.apply(row)),
                        problem -> problems.add(problem.line() + " " + problem.column() + ": " + problem.reason()));
        return rows.isEmpty() ? null : rows.getFirst();
    }
}
