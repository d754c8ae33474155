package org.secondperiod.outreach;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.secondperiod.kit.testing.ApiDocument;
import org.secondperiod.kit.testing.StackTestResource;

/** The committed document is the one that is served. {@code -Dupdate} writes it anew. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class OpenApiQuarkusTest {

    private static final Path COMMITTED = Path.of("openapi.yaml");

    @Test
    void theCommittedDocumentIsTheOneThatIsServed() throws IOException {
        // when
        String served = given().accept("application/yaml")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        // then
        if (System.getProperty("update") != null) {
            Files.writeString(COMMITTED, served);
        }
        assertThat(served).contains("openapi: 3.1");
        assertThat(served)
                .as("openapi.yaml is out of date: run this test with -Dupdate and look at the difference")
                .isEqualTo(Files.readString(COMMITTED));
    }

    @Test
    void aClientFindsInItWhatItNeeds() {
        assertThat(ApiDocument.faults()).isEmpty();
    }

    @Test
    void whatIsEnteredSaysWhichFieldsMustBeThereAndWhatTheyMayBe() {
        var schemas = given().accept("application/json").get("/q/openapi").jsonPath();

        assertThat(schemas.getList("components.schemas.SightingRequest.required"))
                .containsExactlyInAnyOrder("studentId", "schoolId", "seen");
        assertThat(schemas.getList("components.schemas.SightingRequest.properties.seen.enum"))
                .containsExactly("in-building", "not-in");
        assertThat(schemas.getList("components.schemas.DecisionRequest.required"))
                .containsExactlyInAnyOrder("schoolId", "schoolDay", "reason", "decision", "why");
        assertThat(schemas.getBoolean("paths.'/outreach/v1/call-tasks/next'.post.requestBody.required"))
                .isFalse();
    }
}
