package org.secondperiod.ingest.histories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.secondperiod.events.AbsenceMark;
import org.secondperiod.events.AttendanceCategory;
import org.secondperiod.events.AttendanceTaken;
import org.secondperiod.events.Topics;
import org.secondperiod.ingest.testing.Api;
import org.secondperiod.ingest.testing.Marks;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TestDatabase;
import org.secondperiod.kit.testing.TestTokens;
import org.secondperiod.kit.testing.TestTopics;

@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class HistoriesQuarkusTest {

    private static final String DAY = "2026-10-13";

    private final Jdbi jdbi = TestDatabase.asOwner();

    @Inject
    TestTopics topics;

    @Test
    void marksAndSubmittedDaysAreToldAsHistory() {
        var school = HistoryClient.school();

        var ended = HistoryClient.attendance(
                "ana,%1$s,%2$s,A\nben,%1$s,%2$s,E\n,%1$s,2026-10-12,\n".formatted(school, DAY));

        assertThat(ended.getString("state")).isEqualTo("DONE");
        assertThat(ended.getLong("progress.rowsTaken")).isEqualTo(2);
        assertThat(ended.getLong("progress.daysTold")).isEqualTo(2);
        assertThat(ended.getString("schools[0].schoolId")).isEqualTo(school);
        assertThat(ended.getLong("schools[0].absences")).isEqualTo(2);
        assertThat(Marks.of(topics, school))
                .extracting(AbsenceMark::studentId, AbsenceMark::period, AbsenceMark::category, AbsenceMark::history)
                .containsExactlyInAnyOrder(
                        tuple("ana", "day", AttendanceCategory.UNEXCUSED_ABSENCE, true),
                        tuple("ben", "day", AttendanceCategory.EXCUSED_ABSENCE, true));
        assertThat(submitted(school))
                .extracting(event -> event.schoolDay().toString(), AttendanceTaken::period, AttendanceTaken::history)
                .containsExactlyInAnyOrder(tuple(DAY, "day", true), tuple("2026-10-12", "day", true));
    }

    @Test
    void aDryRunTellsNobodyAnything() {
        var school = HistoryClient.school();

        var ended = HistoryClient.attendance("ana,%s,%s,A\n".formatted(school, DAY), "dryRun");

        assertThat(ended.getString("state")).isEqualTo("DONE");
        assertThat(ended.getBoolean("dryRun")).isTrue();
        assertThat(ended.getLong("schools[0].rows")).isEqualTo(1);
        assertThat(Marks.of(topics, school)).isEmpty();
        assertThat(submitted(school)).isEmpty();
    }

    @Test
    void rowsOfYearsThatReportsDoNotKeepAreCountedBeforeAndAfter() {
        var school = HistoryClient.school();
        Api.roster()
                .body("""
                        {"effectiveFrom":"2024-09-03","periods":[{"period":"1","start":"08:00","end":"08:41"}]}""")
                .put("/v1/schools/{s}/bell-schedules/regular", school)
                .then()
                .statusCode(200);
        for (String day : List.of("2024-10-15", "2025-10-14")) {
            Api.roster()
                    .body("{\"dayType\":\"regular\"}")
                    .put("/v1/schools/{s}/calendar/{d}", school, day)
                    .then()
                    .statusCode(200);
        }
        var rows = """
                ana,%1$s,2024-10-15,A
                ,%1$s,2024-10-15,
                ana,%1$s,2025-10-14,A
                ana,%1$s,2026-10-13,A
                """.formatted(school);

        for (var ended : List.of(HistoryClient.attendance(rows, "dryRun"), HistoryClient.attendance(rows))) {
            assertThat(ended.getString("state")).isEqualTo("DONE");
            assertThat(ended.getString("keptFrom")).isEqualTo("2025-08-01");
            assertThat(ended.getLong("rowsNotKept")).isEqualTo(2);
        }
        assertThat(HistoryClient.attendance("ana,%s,%s,A\n".formatted(school, DAY))
                        .getLong("rowsNotKept"))
                .isZero();
    }

    @Test
    void rowsThatAreNotSoundAreNamedAndRefuseAllOfItUnlessTheyAreToBeLeftOut() {
        var school = HistoryClient.school();
        var rows = """
                ana,%1$s,2026-10-13,A
                ana,%1$s,2026-10-13,E
                ben,%1$s,2026-10-10,A
                ben,nowhere,2026-10-13,A
                ben,%1$s,13.10.2026,A
                ben,%1$s,2099-10-14,A
                ,%1$s,2026-10-13,A
                """.formatted(school);

        var refused = HistoryClient.attendance(rows);

        assertThat(refused.getString("state")).isEqualTo("REFUSED");
        assertThat(refused.getString("reason")).startsWith("6 rows are not sound");
        assertThat(HistoryClient.errors(refused))
                .satisfiesExactly(
                        repeat -> assertThat(repeat).startsWith("3 null An earlier row is of the same student"),
                        weekend -> assertThat(weekend).startsWith("4 schoolDay is no day of school"),
                        stranger -> assertThat(stranger).startsWith("5 schoolId is a school that is not set up"),
                        odd -> assertThat(odd).startsWith("6 schoolDay is not a date"),
                        future -> assertThat(future).startsWith("7 schoolDay is not over yet"),
                        nobody -> assertThat(nobody).startsWith("8 studentId is missing"));
        assertThat(Marks.of(topics, school)).isEmpty();
        Api.sis()
                .get("/v1/batches/{id}/errors", refused.getString("historyId"))
                .then()
                .statusCode(200)
                .body("items.line", equalTo(List.of(3, 4, 5, 6, 7, 8)));

        var taken = HistoryClient.attendance(rows, "allowRejected");

        assertThat(taken.getString("state")).isEqualTo("DONE");
        assertThat(Marks.of(topics, school)).extracting(AbsenceMark::code).containsExactly("A");
    }

    @Test
    void aCodeThatMeansNothingYetRefusesAllOfIt() {
        var school = HistoryClient.school();
        var rows = "ana,%1$s,%2$s,A\nben,%1$s,%2$s,Z9\n".formatted(school, DAY);

        var refused = HistoryClient.attendance(rows);

        assertThat(refused.getString("state")).isEqualTo("REFUSED");
        assertThat(refused.getString("reason")).contains("Z9 at " + school + " (1 rows)");
        assertThat(Marks.of(topics, school)).isEmpty();

        Api.roster()
                .body("{\"codes\":[{\"code\":\"Z9\",\"category\":\"EXCUSED_ABSENCE\",\"reason\":\"medical\"}]}")
                .put("/v1/schools/{s}/attendance-codes", school)
                .then()
                .statusCode(200);
        assertThat(HistoryClient.attendance(rows).getString("state")).isEqualTo("DONE");
        assertThat(Marks.of(topics, school)).extracting(AbsenceMark::reason).containsExactlyInAnyOrder(null, "medical");
    }

    @Test
    void whatIsNoHistorySaysWhatItLacks() {
        var headless = HistoryClient.ended("student,school\nana,S\n", Map.of());

        assertThat(headless.getString("state")).isEqualTo("FAILED");
        assertThat(headless.getString("reason")).contains("student");
        HistoryClient.post("", Map.of()).then().statusCode(400).body("type", endsWith("history-empty"));
        HistoryClient.post(HistoryClient.HEADER, Map.of("dryRun", "")).then().statusCode(422);
        Api.sis()
                .contentType("application/zip")
                .body("zip".getBytes(StandardCharsets.UTF_8))
                .post("/v1/histories")
                .then()
                .statusCode(415);
    }

    @Test
    void whoseProcessDiedGoesOnAfterTheLastRowThatWasTaken() {
        var school = HistoryClient.school();
        jdbi.useTransaction(tx -> {
            tx.execute("""
                    INSERT INTO history_import (history_id, received_at, requested_by, holds, media_type, file_bytes, dry_run,
                        allow_rejected, phase, attempts, runner, lease_until, rows_read, rows_total, rows_taken, taken_to_line)
                    VALUES (?, now(), 'sis', 'ATTENDANCE', 'text/csv', 1, false, false, 'TELLING', 1, 'a process that died',
                        clock_timestamp() + interval '1 second', 2, 2, 1, 2)""", "died-" + school);
            tx.execute(
                    "INSERT INTO history_part VALUES (?, 0, ?)",
                    "died-" + school,
                    (HistoryClient.HEADER + "ana,%1$s,%2$s,A\nben,%1$s,%2$s,A\n".formatted(school, DAY))
                            .getBytes(StandardCharsets.UTF_8));
        });

        var ended = HistoryClient.end("died-" + school);

        assertThat(ended.getString("state")).isEqualTo("DONE");
        assertThat(ended.getLong("progress.rowsTaken")).isEqualTo(2);
        assertThat(Marks.of(topics, school)).extracting(AbsenceMark::studentId).containsExactly("ben");
        assertThat(submitted(school)).hasSize(1);
        assertThat(jdbi.<Long, RuntimeException>withHandle(
                        handle -> handle.createQuery("SELECT count(*) FROM history_part WHERE history_id = :id")
                                .bind("id", "died-" + school)
                                .mapTo(Long.class)
                                .one()))
                .isZero();
    }

    @Test
    void onlyWhoMayForAllSchoolsMayAndTheListHasIt() {
        var school = HistoryClient.school();
        Api.as(TestTokens.system("small-sis", "marks:write", school))
                .contentType(Api.CSV)
                .body(HistoryClient.HEADER)
                .post("/v1/histories")
                .then()
                .statusCode(403)
                .body("type", endsWith("needs-all-schools"));

        var ended = HistoryClient.attendance("ana,%s,%s,A\n".formatted(school, DAY));

        Api.sis()
                .get("/v1/histories")
                .then()
                .statusCode(200)
                .body("items.historyId", hasItem(ended.getString("historyId")));
    }

    private List<AttendanceTaken> submitted(String school) {
        return topics.readAll(Topics.TAKEN).stream()
                .filter(event -> event.schoolId().equals(school))
                .toList();
    }
}
