package org.secondperiod.ingest.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.secondperiod.ingest.testing.Api;
import org.secondperiod.kit.records.RecordClasses;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TablesOfStudents;
import org.secondperiod.kit.testing.TestTokens;

/** All that this service holds of a student. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class ExportQuarkusTest {

    @Inject
    RecordClasses records;

    @Inject
    Jdbi jdbi;

    @Test
    void aKnownAbsenceIsInItWithItsDetailInTheClearAndWhatWaitsInQuarantine() {
        String ana = Api.fresh("ana");
        String absence = Api.fresh("KA");
        Api.sis()
                .body("""
                        {"studentId":"%s","reason":"medical","from":"2026-10-14","to":"2026-10-16","detail":"surgery"}""".formatted(ana))
                .put("/v1/known-absences/{id}", absence)
                .then()
                .statusCode(200);
        Api.sis().body("""
                        {"studentId":"%s","schoolId":"%s","schoolDay":"2026-10-14","period":"1","code":"A","takenAt":"2026-10-14T08:20:00-04:00"}""".formatted(ana, Api.fresh("unknown-school"))).post("/v1/absence-marks");

        String all = "classes.collectMany { it.tables }.findAll { it.table == '%s' }.collectMany { it.rows }";
        Api.as(TestTokens.anybody(StackTestResource.FIRST_ADMIN))
                .get("/v1/students/{id}/export", ana)
                .then()
                .statusCode(200)
                .body(
                        "classes.recordClass",
                        contains("quarantine", "given-up", "known-absences", "absence-lists", "roster"))
                .body(all.formatted("known_absence") + ".detail", contains("surgery"))
                .body(all.formatted("quarantine") + ".content.studentId", contains(ana))
                .body(all.formatted("quarantine") + ".raw_sealed.studentId", contains(ana));
    }

    @Test
    void everyTableThatNamesAStudentIsOfAClass() {
        assertThat(TablesOfStudents.withoutClass(records)).isEmpty();
    }

    /** COPY does not go into a table that is guarded row by row; so the service itself has no rights in those that imports fill with it. */
    @Test
    void everyTableThatNamesAStudentIsGuardedAndWhereImportsWorkNobodyElseIsLetIn() {
        assertThat(TablesOfStudents.withoutGuard()).containsExactly("staged_badge", "staged_contact");
        for (String table : List.of("staged_badge", "staged_contact", "staged_user", "concerned")) {
            assertThatThrownBy(() -> jdbi.useTransaction(tx -> tx.execute("SELECT FROM " + table)))
                    .hasMessageContaining("permission denied for table " + table);
        }
    }
}
