package org.secondperiod.kit.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TestDatabase;
import org.secondperiod.kit.testing.TestTokens;

/** Who saw and did what is written, or it does not happen. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class AuditQuarkusTest {

    private static final String APPEND =
            "audit_append(text, text, int, text, text, text, text[], text, text, text[], text[], text)";

    private final Jdbi jdbi = TestDatabase.asOwner();

    private final String subject = "who-" + UUID.randomUUID();
    private final String student = "student-" + UUID.randomUUID();

    private RequestSpecification caller() {
        return given().auth().oauth2(TestTokens.person(subject, "caller", "A"));
    }

    private List<Map<String, Object>> rows() {
        return jdbi.withHandle(handle ->
                handle.createQuery("""
                        SELECT *, array_to_string(roles, ' ') AS by, array_to_string(schools, ' ') AS at_schools,
                               array_to_string(students, ' ') AS of
                          FROM audit WHERE subject = :subject ORDER BY at""").bind("subject", subject).mapToMap().list());
    }

    @Test
    void aReadIsWrittenWithWhoFromWhereOfWhomAndByWhichRole() {
        String request = caller().get("/v1/files/A/" + student)
                .then()
                .statusCode(200)
                .extract()
                .header("X-Request-Id");

        assertThat(rows())
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("action", "READ")
                        .containsEntry("outcome", "DONE")
                        .containsEntry("operation", "readFile")
                        .containsEntry("credential", "PERSON")
                        .containsEntry("address", "127.0.0.1")
                        .containsEntry("by", "caller")
                        .containsEntry("at_schools", "A")
                        .containsEntry("of", student)
                        .containsEntry("request_id", request));
    }

    @Test
    void aChangeAndItsRowAreOfOneTransaction() {
        caller().put("/v1/files/A/" + student).then().statusCode(200);

        List<Boolean> same = jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT a.xmin::text = e.xmin::text FROM audit a, seen e
                         WHERE a.subject = :subject AND e.event_id = :student""")
                .bind("subject", subject)
                .bind("student", student)
                .mapTo(Boolean.class)
                .list());
        assertThat(same).containsExactly(true);
    }

    @Test
    void whatIsTakenBackIsRefusedAndNotDone() {
        caller().put("/v1/files/A/refused-" + student).then().statusCode(409);

        assertThat(rows())
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("outcome", "REFUSED")
                        .containsEntry("status", 409)
                        .containsEntry("of", "refused-" + student));
    }

    @Test
    void whoMayNotIsWrittenWithTheSchoolThatWasAskedFor() {
        caller().get("/v1/files/B/" + student).then().statusCode(403);
        caller().get("/v1/files/B").then().statusCode(403);

        assertThat(rows())
                .hasSize(2)
                .allSatisfy(row -> assertThat(row)
                        .containsEntry("outcome", "REFUSED")
                        .containsEntry("status", 403)
                        .containsEntry("at_schools", "B"));
    }

    @Test
    void whatNeedsNoRowLeavesNone() {
        caller().get("/v1/files/A").then().statusCode(200);

        assertThat(rows()).isEmpty();
    }

    @Test
    void aCredentialThatDoesNotHoldIsWrittenAsWhatItClaims() {
        given().auth()
                .oauth2(TestTokens.forged(subject))
                .get("/v1/files/A/" + student)
                .then()
                .statusCode(401);

        assertThat(rows())
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("credential", "UNVERIFIED")
                        .containsEntry("operation", "readFile")
                        .containsEntry("status", 401)
                        .containsEntry("address", "127.0.0.1"));
    }

    @Test
    void whoShowsNothingIsWrittenByAddress() {
        long before = count("credential = 'NONE' AND operation = 'changeFile'");

        given().put("/v1/files/A/" + student).then().statusCode(401);

        assertThat(count("credential = 'NONE' AND operation = 'changeFile' AND address = '127.0.0.1'"))
                .isEqualTo(before + 1);
    }

    @Test
    void withoutItsRowNothingIsAnsweredAndNothingDone() {
        jdbi.useHandle(handle -> handle.execute("ALTER FUNCTION " + APPEND + " RENAME TO audit_gone"));
        try {
            String read = caller().get("/v1/files/A/" + student)
                    .then()
                    .statusCode(500)
                    .extract()
                    .asString();
            caller().put("/v1/files/A/" + student).then().statusCode(500);
            given().get("/v1/files/A/" + student).then().statusCode(500);

            assertThat(read).doesNotContain("secret");
            assertThat(seen(student)).isZero();
        } finally {
            jdbi.useHandle(handle -> handle.execute(
                    "ALTER FUNCTION " + APPEND.replace("audit_append", "audit_gone") + " RENAME TO audit_append"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE audit SET subject = 'somebody else'",
                "DELETE FROM audit",
                "TRUNCATE audit",
                "DELETE FROM audit_chain",
                "TRUNCATE audit_chain",
                "SET session_replication_role = replica; DELETE FROM audit"
            })
    void whatStandsCannotBeChangedEvenByTheOwner(String attempt) {
        caller().get("/v1/files/A/" + student).then().statusCode(200);

        assertThatThrownBy(() -> jdbi.useTransaction(tx -> tx.execute(attempt)))
                .hasMessageContaining("added to and never changed");
    }

    @Test
    void whoReadsDoesNotWaitForOthersWhoseRowsAreNotCommittedYet() {
        List<Handle> others = new ArrayList<>();
        try {
            for (int i = 0; i < 8; i++) {
                Handle other = jdbi.open().begin();
                others.add(other);
                other.execute("SET LOCAL lock_timeout = '1s'");
                other.execute(
                        "SELECT audit_append('READ', 'DONE', NULL, NULL, 'NONE', NULL, '{}', NULL, NULL, '{}', '{}', 'x')");
            }

            for (int i = 0; i < 20; i++) {
                caller().get("/v1/files/A/" + student).then().statusCode(200);
            }

            assertThat(others).allMatch(Handle::isInTransaction);
        } finally {
            others.forEach(other -> other.rollback().close());
        }
    }

    private long count(String where) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT count(*) FROM audit WHERE " + where)
                .mapTo(Long.class)
                .one());
    }

    private long seen(String event) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT count(*) FROM seen WHERE event_id = :id")
                .bind("id", event)
                .mapTo(Long.class)
                .one());
    }
}
