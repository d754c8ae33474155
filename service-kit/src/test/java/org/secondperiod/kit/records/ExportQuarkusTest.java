package org.secondperiod.kit.records;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasEntry;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.secondperiod.events.Encrypted;
import org.secondperiod.events.EventJson;
import org.secondperiod.kit.cipher.DistrictCipher;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TablesOfStudents;
import org.secondperiod.kit.testing.TestDatabase;
import org.secondperiod.kit.testing.TestGrants;

/** All that is held of a student, and nothing of another one. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class ExportQuarkusTest {

    @Inject
    DistrictCipher cipher;

    @Inject
    RecordClasses records;

    private final Jdbi owner = TestDatabase.asOwner();
    private final String ana = "ana-" + UUID.randomUUID();
    private final String who = "exporter-" + UUID.randomUUID();

    @BeforeEach
    void anaAndBenWereThere() {
        Encrypted note = cipher.encrypt("errand|" + ana, "was ill".getBytes(StandardCharsets.UTF_8));
        owner.useHandle(handle -> {
            for (String student : new String[] {ana, "ben-" + UUID.randomUUID()}) {
                handle.execute(
                        "INSERT INTO visit VALUES (?, ?, 'A', '2026-10-14', '{\"doors\": [1], \"why\": \"x\"}')",
                        "visit-of-" + student,
                        student);
                handle.execute("INSERT INTO visit_step VALUES (?, 'came')", "visit-of-" + student);
                handle.execute(
                        "INSERT INTO errand VALUES (?, '2026-10-14T12:00:00Z', CAST(? AS jsonb))",
                        student,
                        new String(EventJson.write(note), StandardCharsets.UTF_8));
            }
            handle.execute("INSERT INTO remark VALUES (?, 'somebody', '2026-10-14T12:00:00Z')", ana);
        });
    }

    private ValidatableResponse export(String student, String... schools) {
        return given().auth()
                .oauth2(TestGrants.of(who).as("admin", schools).hold())
                .get("/v1/students/{id}/export", student)
                .then();
    }

    @Test
    void itHasEveryClassWithItsRowsAndWhatIsEncryptedInTheClear() {
        export(ana, "*")
                .statusCode(200)
                .body("studentId", equalTo(ana))
                .body("service", equalTo("service-kit"))
                .body("classes.recordClass", contains("doors", "visits", "files"))
                .body("classes[0].tables.table", contains("visit", "errand"))
                .body("classes[0].tables[0].rows", contains(hasEntry("day", "2026-10-14")))
                .body("classes[0].tables[0].rows[0].doors", contains(1))
                .body("classes[0].tables[1].rows.note", contains("was ill"))
                .body("classes[1].tables.table", contains("visit", "visit_step"))
                .body("classes[1].tables[0].rows.visit_id", contains("visit-of-" + ana))
                .body("classes[1].tables[1].rows.what", contains("came"))
                .body("classes[2].tables[0].rows", empty());
    }

    @Test
    void whoExportedWhomIsInTheAudit() {
        export(ana, "*").statusCode(200);

        List<String> rows = owner.withHandle(handle -> handle.createQuery(
                        "SELECT operation || ' ' || action || ' ' || array_to_string(students, ' ') FROM audit"
                                + " WHERE subject = ?")
                .bind(0, who)
                .mapTo(String.class)
                .list());
        assertThat(rows).containsExactly("exportStudent READ " + ana);
    }

    @Test
    void ofWhomNothingIsHeldNothingIsShown() {
        export("nobody", "*")
                .statusCode(200)
                .body("classes.collectMany { it.tables }.collectMany { it.rows }", empty());
    }

    @Test
    void itIsForAdministratorsOfTheWholeDistrict() {
        export(ana, "A").statusCode(403);
        export("not an id", "*").statusCode(422);
    }

    @Test
    void everyTableThatNamesAStudentIsOfAClass() {
        assertThat(TablesOfStudents.withoutClass(records)).isEmpty();
    }

    @Test
    void everyTableThatNamesAStudentIsGuardedAlsoAgainstItsOwner() {
        assertThat(TablesOfStudents.withoutGuard()).isEmpty();
    }
}
