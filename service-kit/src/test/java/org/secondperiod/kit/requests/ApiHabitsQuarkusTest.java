package org.secondperiod.kit.requests;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TestTokens;

/** What every service's API has in common. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class ApiHabitsQuarkusTest {

    @TestHTTPResource("/v1/numbers")
    URI numbers;

    @Test
    void aListingIsReadToItsEndByItsLinksAlone() {
        List<Integer> read = new ArrayList<>();
        URI at = URI.create(numbers + "?school=S1&school=S%262");
        while (at != null) {
            Response page = signedIn().urlEncodingEnabled(false).get(at);
            read.addAll(page.jsonPath().getList("items", Integer.class));
            String link = page.header("Link");
            assertThat(link == null).isEqualTo(page.jsonPath().get("nextCursor") == null);
            at = link == null ? null : at.resolve(next(link));
            assertThat(String.valueOf(at)).matches("null|.*school=S1&school=S%262&cursor=.*");
        }

        assertThat(read).containsExactly(1, 2, 3);
    }

    @Test
    void aPageWithHeadersOfItsOwnHasTheLinkToo() {
        signedIn()
                .get(numbers + "/tagged")
                .then()
                .header("ETag", "\"1\"")
                .header("Link", containsString("rel=\"next\""));
    }

    @Test
    void aFieldThatIsNotValidIsAnsweredWith422() {
        signedIn()
                .contentType("application/json")
                .body("{\"name\":\" \"}")
                .post(numbers)
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("title", equalTo("A field is not valid"))
                .body("violations.field", hasItem(containsString("name")));
    }

    @Test
    void theDocumentSaysSo() {
        String document = given().accept("application/yaml").get("/q/openapi").asString();

        assertThat(document.substring(document.indexOf("/v1/numbers:")))
                .contains("Link:")
                .contains("A field is not valid")
                .contains("The request, or its body, cannot be read")
                .contains("There is no bearer token, or one that cannot be used")
                .contains("Neither token nor grant allows this at this school")
                .doesNotContain("Bad Request");
    }

    private static String next(String link) {
        assertThat(link).matches("<[^>]+>; rel=\"next\"");
        return link.substring(1, link.indexOf('>'));
    }

    private static RequestSpecification signedIn() {
        return given().auth().oauth2(TestTokens.system("reader", "any", "*"));
    }
}
