package org.secondperiod.desk;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.secondperiod.desk.testing.DeskTestResource;
import org.secondperiod.kit.testing.ApiDocument;

/** The committed document is the one that is served. {@code -Dupdate} writes it anew. */
@QuarkusTest
@QuarkusTestResource(DeskTestResource.class)
class OpenApiQuarkusTest {

    private static final Path COMMITTED = Path.of("openapi.yaml");
    private static final String PLACE_OF_THE_PROVIDER = "https://sign-in.example.org";

    @ConfigProperty(name = "quarkus.oidc.auth-server-url")
    String provider;

    @Test
    void theCommittedDocumentIsTheOneThatIsServed() throws IOException {
        String served = given().accept("application/yaml")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .replace(provider, PLACE_OF_THE_PROVIDER);

        if (System.getProperty("update") != null) {
            Files.writeString(COMMITTED, served);
        }

        assertThat(served).contains("openapi: 3.1");
        assertThat(served)
                .as("openapi.yaml is out of date: run this test with -Dupdate and look at the difference")
                .isEqualTo(Files.readString(COMMITTED));
    }

    /** No matrix asks the desk as everybody: what it answers is to be of who asks, and of nobody else. */
    @Test
    void itAnswersNothingItselfButWhoIsSignedIn() {
        given().accept("application/json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .body("paths.keySet()", contains("/session"))
                .body("paths.'/session'.keySet()", contains("get"));
    }

    @Test
    void aClientFindsInItWhatItNeeds() {
        assertThat(ApiDocument.faults()).isEmpty();
    }
}
