package org.secondperiod.ingest.histories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.secondperiod.events.EnrolmentsChanged.Enrolment;
import org.secondperiod.ingest.rosters.RosterClient;
import org.secondperiod.ingest.rosters.RosterTopics;
import org.secondperiod.ingest.rosters.oneroster.RosterZip;
import org.secondperiod.ingest.testing.Api;
import org.secondperiod.kit.testing.StackTestResource;

@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class PastEnrolmentsQuarkusTest {

    private static final String HEADER = "studentId,schoolId,entry,exit,grade,homeroom,deleted\n";
    private static final LocalDate ENTRY = LocalDate.of(2025, 9, 4);
    private static final LocalDate EXIT = LocalDate.of(2026, 6, 26);

    @Inject
    RosterTopics topics;

    @Test
    void whoLeftBeforeTheRosterBeganIsToldOfWithAPastOnly() {
        var school = Api.school();
        var student = Api.fresh("left");

        var ended = enrolments("%s,%s,2025-09-04,2026-06-26,12,12-01,\n".formatted(student, school));

        assertThat(ended.getString("state")).isEqualTo("DONE");
        assertThat(topics.enrolments().get(student).enrolments())
                .extracting(
                        Enrolment::schoolId, Enrolment::entry, Enrolment::exit, Enrolment::grade, Enrolment::homeroom)
                .containsExactly(tuple(school, ENTRY, EXIT, "12", "12-01"));
    }

    @Test
    void whoIsStillHereHasTheRostersEnrolmentAfterThePastOnes() {
        var school = Api.school();
        var student = Api.fresh("here");
        RosterClient.done(RosterZip.bulk("1.1").school(school).student(student, school, "grades", "10"));

        enrolments("%s,%s,2025-09-04,2026-06-26,09,,\n".formatted(student, school));

        assertThat(topics.enrolments().get(student).enrolments())
                .extracting(Enrolment::grade)
                .containsExactly("09", "10");

        RosterClient.done(RosterZip.bulk("1.1").school(school).student(student, school, "grades", "11"));
        assertThat(topics.enrolments().get(student).enrolments())
                .extracting(Enrolment::grade)
                .containsExactly("09", "11");
    }

    @Test
    void sentAgainItTellsNobodyAnythingAndWhatWasWrongIsTakenBack() {
        var school = Api.school();
        var student = Api.fresh("back");
        var row = "%s,%s,2025-09-04,2026-06-26,09,,%s\n";

        enrolments(row.formatted(student, school, ""));
        enrolments(row.formatted(student, school, ""));
        assertThat(topics.enrolmentsOf(student)).hasSize(1);

        enrolments(row.formatted(student, school, "true"));
        assertThat(topics.enrolments().get(student).enrolments()).isEmpty();
    }

    @Test
    void anEnrolmentThatGoesOnStandsInTheRoster() {
        var school = Api.school();

        var refused = enrolments("""
                ana,%1$s,2025-09-04,2099-06-26,09,,
                ana,%1$s,2025-09-04,2025-09-03,09,,
                """.formatted(school));

        assertThat(refused.getString("state")).isEqualTo("REFUSED");
        assertThat(HistoryClient.errors(refused))
                .containsExactly(
                        "2 exit is not over yet: who is still enrolled stands in the roster",
                        "3 exit is before the entry");
    }

    private static JsonPath enrolments(String rows) {
        return HistoryClient.ended(HEADER + rows, Map.of("holds", "ENROLMENTS"));
    }
}
