package org.secondperiod.ingest.rosters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.secondperiod.events.EnrolmentsChanged;
import org.secondperiod.ingest.rosters.db.ImportLease;
import org.secondperiod.ingest.rosters.db.LostImport;
import org.secondperiod.ingest.rosters.oneroster.RosterZip;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TestDatabase;

@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class ImportResumeQuarkusTest {

    private static final String DIED_A_MOMENT_AGO = "UPDATE roster_import SET runner = 'a process that died',"
            + " lease_until = clock_timestamp() + interval '1 second', attempts = :attempts, phase = :phase"
            + " WHERE import_id = :id";

    private final Jdbi jdbi = TestDatabase.asOwner();

    @Inject
    RosterImports imports;

    @Inject
    RosterTopics topics;

    @TempDir
    Path folder;

    @Test
    void an_import_whose_process_died_while_reading_is_read_again() throws IOException {
        String importId = left(RosterZip.bulk("1.1").school("X.S1").student("X.A1", "X.S1"), "READING", 1);

        JsonPath result = RosterClient.ended(importId);

        assertThat(result.getString("state")).isEqualTo("DONE");
        assertThat(result.getLong("progress.rowsRead")).isEqualTo(2);
        assertThat(topics.enrolments().get("X.A1").enrolments()).hasSize(1);
    }

    @Test
    void an_import_that_stopped_while_comparing_goes_on_with_the_students_that_are_left() throws IOException {
        RosterClient.done(
                RosterZip.bulk("1.1").school("X.S2").student("X.B1", "X.S2").student("X.B2", "X.S2"));
        String importId = left(RosterZip.bulk("1.1").school("X.S2"), "COMPARING", 1);
        jdbi.useTransaction(tx -> {
            tx.execute("DELETE FROM roster_student WHERE student_id = 'X.B2'");
            tx.execute("INSERT INTO roster_candidate VALUES ('X.B2')");
            tx.execute("UPDATE roster_import SET students_total = 2, students_done = 1 WHERE import_id = ?", importId);
        });

        JsonPath result = RosterClient.ended(importId);

        assertThat(result.getString("state")).isEqualTo("DONE");
        assertThat(result.getLong("progress.studentsCompared")).isEqualTo(2);
        assertThat(topics.enrolmentsOf("X.B1")).hasSize(1);
        assertThat(topics.enrolmentsOf("X.B2")).hasSize(2);
    }

    @Test
    void an_import_that_keeps_ending_its_process_is_given_up() throws IOException {
        String importId = left(RosterZip.bulk("1.1").school("X.S3"), "READING", 3);

        JsonPath result = RosterClient.ended(importId);

        assertThat(result.getString("state")).isEqualTo("FAILED");
        assertThat(result.getString("reason"))
                .isEqualTo("Given up: 3 attempts ended without a result. The service's log says why.");
    }

    @Test
    void a_process_that_lost_its_import_writes_nothing() {
        JsonPath ended = RosterClient.done(RosterZip.bulk("1.1").school("X.S4").student("X.D1", "X.S4"));
        ImportLease lease = new ImportLease("a process that woke up", Duration.ofSeconds(30));

        assertThatThrownBy(() -> jdbi.useTransaction(tx -> {
                    tx.execute("DELETE FROM roster_user WHERE user_id = 'X.D1'");
                    lease.hold(tx, ended.getString("importId"));
                }))
                .isInstanceOf(LostImport.class);

        assertThat(topics.everythingStored()).contains("X.D1,student");
    }

    @Test
    void versions_of_a_student_only_grow() {
        RosterClient.done(RosterZip.bulk("1.1").school("X.S5").student("X.E1", "X.S5", "grades", "09"));
        RosterClient.done(RosterZip.bulk("1.1").school("X.S5").student("X.E1", "X.S5", "grades", "10"));
        RosterClient.done(RosterZip.bulk("1.1").school("X.S5").student("X.E1", "X.S5", "grades", "09"));

        assertThat(topics.enrolmentsOf("X.E1"))
                .extracting(EnrolmentsChanged::version)
                .containsExactly(1L, 2L, 3L);
    }

    private String left(RosterZip zip, String phase, int attempts) throws IOException {
        Path file = zip.write(folder);
        AtomicReference<String> importId = new AtomicReference<>("");
        long bytes = Files.size(file);
        jdbi.useTransaction(tx -> {
            importId.set(imports.accept(
                    tx,
                    new RosterImports.Upload(file, bytes, "sha"),
                    "left.zip",
                    "test",
                    new ImportWishes(false, false)));
            tx.createUpdate(DIED_A_MOMENT_AGO)
                    .bind("id", importId.get())
                    .bind("phase", phase)
                    .bind("attempts", attempts)
                    .execute();
        });
        return importId.get();
    }
}
