package org.secondperiod.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.secondperiod.desk.testing.Browser;
import org.secondperiod.desk.testing.DeskTestResource;

/** A desk that was told its address believes no Host: people come back to that address and no other one. */
@QuarkusTest
@QuarkusTestResource(DeskTestResource.class)
@TestProfile(DeskAddressQuarkusTest.Told.class)
class DeskAddressQuarkusTest {

    private static final String ADDRESS = "https://desk.district.example";

    /** The desk is told its address. */
    public static final class Told implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("secondperiod.desk.address", ADDRESS);
        }
    }

    @TestHTTPResource("/")
    URI desk;

    @Test
    void peopleComeBackToItWhateverHostWasAsked() {
        var browser = new Browser(desk);

        var authorize = browser.location(browser.get("/s/11X265/calls"));
        var back = browser.entered(authorize, "rivera");

        assertThat(authorize.getQuery()).contains("redirect_uri=" + ADDRESS + "/signed-in");
        assertThat(back.toString()).startsWith(ADDRESS + "/signed-in?");

        // What stands in front of the desk brings it here
        browser.get("/signed-in?" + back.getRawQuery());
        assertThat(browser.ask("/session").body()).contains("\"name\":\"rivera\"");
        assertThat(browser.location(browser.get("/sign-out", "Sec-Fetch-Site", "same-origin"))
                        .getQuery())
                .contains("post_logout_redirect_uri=" + ADDRESS + "/signed-out");
    }
}
