package org.secondperiod.kit.database;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TestDatabase;
import org.secondperiod.kit.testing.TestGrants;

/** A query without a WHERE gets the rows of the schools of the request, and no others. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class RowsQuarkusTest {

    private static final String ERROR = "would be affected by row-level security";

    @Inject
    Jdbi jdbi;

    private final Jdbi owner = TestDatabase.asOwner();

    @BeforeEach
    void filesOfThreeSchools() {
        owner.useHandle(handle -> {
            handle.execute("DELETE FROM file");
            handle.execute("INSERT INTO file VALUES ('ana', 'A'), ('ben', 'B'), ('cy', 'C')");
        });
    }

    private static List<String> all(Handle tx) {
        return tx.createQuery("SELECT student_id FROM file ORDER BY 1")
                .mapTo(String.class)
                .list();
    }

    @ParameterizedTest
    @CsvSource({"A, ana", "'A,C', ana cy", "*, ana ben cy", "D, ''"})
    void aRequestGetsTheRowsOfItsSchools(String schools, String students) {
        String token = TestGrants.of("rows").as("caller", schools.split(",")).hold();

        String seen = given().auth()
                .oauth2(token)
                .get("/v1/files/" + schools.split(",")[0].replace("*", "A"))
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(seen).isEqualTo(students);
    }

    @Test
    void whoSaysNotForWhomHearsOfIt() {
        assertThatThrownBy(() -> jdbi.withHandle(RowsQuarkusTest::all)).hasMessageContaining(ERROR);
        assertThatThrownBy(() -> jdbi.inTransaction(RowsQuarkusTest::all)).hasMessageContaining(ERROR);
    }

    @Test
    void whoNamesNoSchoolGetsNothingWhateverElseTheySet() {
        List<String> seen = jdbi.inTransaction(tx -> {
            tx.execute("SET LOCAL row_security = on");
            return all(tx);
        });

        assertThat(seen).isEmpty();
    }

    @Test
    void theSystemGetsAllForOneTransaction() {
        jdbi.useHandle(handle -> {
            List<String> asSystem = AsSystem.get(() -> handle.inTransaction(RowsQuarkusTest::all));

            assertThat(asSystem).containsExactly("ana", "ben", "cy");
            assertThatThrownBy(() -> all(handle)).hasMessageContaining(ERROR);
        });
    }

    @Test
    void nobodyPutsARowIntoAnotherSchool() {
        assertThatThrownBy(() -> jdbi.useTransaction(tx -> {
                    tx.execute(
                            "SELECT set_config('secondperiod.schools', 'A', true), set_config('row_security', 'on', true)");
                    tx.execute("UPDATE file SET school_id = 'B'");
                }))
                .hasMessageContaining("row-level security policy");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER TABLE file DISABLE ROW LEVEL SECURITY",
                "DROP POLICY callers ON file",
                "CREATE TABLE mine (x int)",
                "UPDATE audit SET subject = 'somebody else'",
                "INSERT INTO audit SELECT * FROM audit",
                "DELETE FROM audit",
                "TRUNCATE audit",
                "UPDATE audit_chain SET place = 0"
            })
    void theServiceMayNotChangeWhatGuardsTheRows(String attempt) {
        String refusal = "(?s).*(must be owner|permission denied).*";

        assertThatThrownBy(() -> jdbi.useTransaction(tx -> tx.execute(attempt))).hasMessageMatching(refusal);
        assertThatThrownBy(() -> AsSystem.run(() -> jdbi.useTransaction(tx -> tx.execute(attempt))))
                .hasMessageMatching(refusal);
    }
}
