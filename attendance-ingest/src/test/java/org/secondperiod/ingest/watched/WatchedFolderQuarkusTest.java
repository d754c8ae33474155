package org.secondperiod.ingest.watched;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.secondperiod.events.AbsenceMark;
import org.secondperiod.events.Topics;
import org.secondperiod.ingest.rosters.RosterClient;
import org.secondperiod.ingest.rosters.RosterTopics;
import org.secondperiod.ingest.rosters.oneroster.RosterZip;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TestDatabase;
import org.secondperiod.kit.testing.TestTopics;

@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
@TestProfile(WatchedFolderQuarkusTest.WithFolder.class)
class WatchedFolderQuarkusTest {

    private static final Path FOLDER = newFolder();

    @Inject
    RosterTopics rosters;

    @Inject
    TestTopics topics;

    private final Jdbi jdbi = TestDatabase.asOwner();

    @Test
    void a_roster_is_imported_and_moved_to_done_with_its_report() throws IOException {
        land(
                "W1.zip",
                RosterZip.bulk("1.1").school("W.S1").student("W.A1", "W.S1").bytes());

        JsonPath report = report("done", "W1.zip");

        assertThat(report.getString("summary")).isEqualTo("2 rows read, 0 of them rejected; 1 of 1 students changed.");
        assertThat(report.getString("details.state")).isEqualTo("DONE");
        assertThat(rosters.enrolments().get("W.A1").enrolments()).hasSize(1);
        awaitMoved("W1.zip", "done");
    }

    @Test
    void a_roster_that_is_refused_goes_to_failed_and_its_name_can_insist() throws IOException {
        land(
                "W2a.zip",
                RosterZip.bulk("1.1")
                        .school("W.S2")
                        .student("W.B1", "W.S2")
                        .student("W.B2", "W.S2")
                        .bytes());
        report("done", "W2a.zip");
        byte[] smaller =
                RosterZip.bulk("1.1").school("W.S2").student("W.B1", "W.S2").bytes();

        land("W2b.zip", smaller);
        JsonPath refused = report("failed", "W2b.zip");
        land("W2c.allow-shrink.zip", smaller);
        report("done", "W2c.allow-shrink.zip");

        assertThat(refused.getString("summary")).contains("W.S2 would lose 1 of its 2 students");
        assertThat(rosters.enrolments().get("W.B2").enrolments()).isEmpty();
    }

    @Test
    void marks_are_taken_as_over_http() throws IOException {
        given().auth()
                .oauth2(RosterClient.TOKEN)
                .contentType("application/json")
                .body("{\"name\":\"Watched\"}")
                .put("/v1/schools/W.S3")
                .then()
                .statusCode(org.hamcrest.Matchers.lessThan(300));

        land("marks-1.csv", """
                studentId,schoolId,schoolDay,period,code,takenAt
                W.C1,W.S3,2026-10-14,1,A,2026-10-14T07:55:00-04:00
                W.C2,W.S3,10/14/2026,1,A,2026-10-14T07:55:00-04:00
                """.getBytes(UTF_8));
        JsonPath report = report("done", "marks-1.csv");

        assertThat(report.getString("summary"))
                .isEqualTo("1 lines accepted, 0 duplicates, 0 in quarantine, 1 rejected.");
        assertThat(report.getInt("details.errors[0].line")).isEqualTo(3);
        assertThat(topics.readAll(Topics.MARKS))
                .extracting(AbsenceMark::studentId)
                .containsOnlyOnce("W.C1");
    }

    @Test
    void a_file_with_a_wrong_header_goes_to_failed() throws IOException {
        land("taken-1.csv", "a,b\n1,2\n".getBytes(UTF_8));

        assertThat(report("failed", "taken-1.csv").getString("summary")).isNotBlank();
        awaitMoved("taken-1.csv", "failed");
    }

    @Test
    void a_name_that_says_nothing_goes_to_failed() throws IOException {
        land("export.txt", new byte[] {1});

        assertThat(report("failed", "export.txt").getString("summary"))
                .isEqualTo(
                        "The name does not say what it is: a roster is named *.zip; lines are named marks-*, taken-* or"
                                + " known-absences-*, and end in .csv or .ndjson");
    }

    @Test
    void an_upload_on_its_way_is_left_alone() throws IOException {
        land("slow.zip.part", new byte[] {1});
        land("after-slow.zip", RosterZip.bulk("1.1").school("W.S4").bytes());

        report("done", "after-slow.zip");

        assertThat(FOLDER.resolve("in/slow.zip.part")).exists();
    }

    @Test
    void the_same_name_again_is_another_file() throws IOException {
        land("again.zip", RosterZip.bulk("1.1").school("W.S5").bytes());
        report("done", "again.zip");

        land(
                "again.zip",
                RosterZip.bulk("1.1").school("W.S5").student("W.E1", "W.S5").bytes());

        assertThat(report("done", "2-again.zip").getInt("details.counts.students"))
                .isEqualTo(1);
    }

    @Test
    void an_upload_over_the_limit_is_refused_over_http() {
        RosterClient.post(new byte[200_001])
                .then()
                .statusCode(413)
                .body("type", endsWith("roster-too-large"))
                .body("detail", containsString("At most 195.3 KiB (200000 bytes)"));
    }

    @Test
    void a_line_that_is_no_text_keeps_nothing_waiting() throws IOException {
        String mark = "{\"studentId\":\"W.D1\",\"schoolId\":\"W.S9\",\"schoolDay\":\"2026-10-14\",\"period\":\"1\","
                + "\"code\":\"%s\",\"takenAt\":\"2026-10-14T07:55:00-04:00\"}\n";

        land("marks-2.ndjson", (mark.formatted("A\\ud800") + mark.formatted("A")).getBytes(UTF_8));

        assertThat(report("done", "marks-2.ndjson").getString("summary"))
                .isEqualTo("0 lines accepted, 0 duplicates, 1 in quarantine, 1 rejected.");
    }

    /** A constraint that the code knows nothing of stands for whatever nobody foresaw. */
    @Test
    void a_file_that_fails_in_a_way_nobody_foresaw_goes_to_failed() throws IOException {
        jdbi.useHandle(handle ->
                handle.execute("ALTER TABLE quarantine ADD CONSTRAINT unforeseen CHECK (school_id <> 'W.S10')"));
        try {
            land("marks-3.csv", waiting("W.S10"));

            assertThat(report("failed", "marks-3.csv").getString("summary")).contains("can not be taken");
            awaitMoved("marks-3.csv", "failed");
        } finally {
            jdbi.useHandle(handle -> handle.execute("ALTER TABLE quarantine DROP CONSTRAINT unforeseen"));
        }
    }

    /** A database that reports a full disk, until it does not any more. */
    @Test
    void a_file_waits_while_the_database_can_not_take_it() throws IOException {
        jdbi.useHandle(handle -> handle.execute("""
                CREATE FUNCTION disk_full() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    IF NEW.school_id = 'W.S11' THEN
                        PERFORM nextval('disk_full_met');
                        RAISE EXCEPTION 'no space left' USING ERRCODE = '53100';
                    END IF;
                    RETURN NEW;
                END $$;
                CREATE SEQUENCE disk_full_met;
                CREATE TRIGGER disk_full BEFORE INSERT ON quarantine FOR EACH ROW EXECUTE FUNCTION disk_full()"""));

        land("marks-4.csv", waiting("W.S11"));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> jdbi.withHandle(handle -> handle.createQuery("SELECT last_value > 1 FROM disk_full_met")
                        .mapTo(Boolean.class)
                        .one()));
        assertThat(FOLDER.resolve("in/marks-4.csv")).exists();
        jdbi.useHandle(handle -> handle.execute("DROP TRIGGER disk_full ON quarantine"));

        assertThat(report("done", "marks-4.csv").getString("summary")).contains("1 in quarantine");
    }

    /** A mark of a school that is not set up: it waits in quarantine. */
    private static byte[] waiting(String school) {
        return """
                studentId,schoolId,schoolDay,period,code,takenAt
                W.D2,%s,2026-10-14,1,A,2026-10-14T07:55:00-04:00
                """.formatted(school).getBytes(UTF_8);
    }

    /** As an upload under a temporary name that is renamed when it is whole. */
    private static void land(String name, byte[] content) throws IOException {
        Path whole = Files.write(FOLDER.resolve(name + ".whole"), content);
        Files.move(whole, FOLDER.resolve("in").resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    private static JsonPath report(String outcome, String name) {
        Path report = FOLDER.resolve(outcome).resolve(name + ".report.json");
        await().atMost(Duration.ofSeconds(60)).until(() -> Files.exists(report) && Files.size(report) > 0);
        return JsonPath.from(report.toFile());
    }

    private static void awaitMoved(String name, String outcome) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> Files.exists(FOLDER.resolve(outcome).resolve(name)));
        assertThat(FOLDER.resolve("in").resolve(name)).doesNotExist();
    }

    /** One per JVM: this class is loaded once by JUnit and once by Quarkus. */
    private static Path newFolder() {
        String property = "watched.test.folder";
        try {
            if (System.getProperty(property) == null) {
                System.setProperty(
                        property, Files.createTempDirectory("watched-").toString());
            }
            Path folder = Path.of(System.getProperty(property));
            Files.createDirectories(folder.resolve("in"));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An application that watches a folder, and takes only small uploads. */
    public static class WithFolder implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "secondperiod.rosters.watched-folder", FOLDER.toString(),
                    "secondperiod.rosters.watch-every", "1s",
                    "secondperiod.rosters.max-upload-bytes", "200000");
        }
    }
}
