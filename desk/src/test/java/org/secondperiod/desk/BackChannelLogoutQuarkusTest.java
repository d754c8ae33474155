package org.secondperiod.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.secondperiod.desk.testing.Browser;
import org.secondperiod.desk.testing.DeskTestResource;
import org.secondperiod.desk.testing.Ending;

/** Whose sign-in is ended at the provider is out of the desk with the next request, and nobody else is. */
@QuarkusTest
@QuarkusTestResource(DeskTestResource.class)
class BackChannelLogoutQuarkusTest {

    @TestHTTPResource("/")
    URI desk;

    @ConfigProperty(name = "quarkus.oidc.auth-server-url")
    String issuer;

    @Test
    void whoseSignInEndsIsOutAndOthersGoOn() {
        var rivera = Browser.signedIn(desk, "rivera");
        var ofRivera = Ending.of(issuer, "rivera");
        var elsewhere = Browser.signedIn(desk, "rivera");
        var chen = Browser.signedIn(desk, "chen");

        var told = ofRivera.tell(new Browser(desk));

        assertThat(told.statusCode()).isEqualTo(200);
        assertThat(rivera.ask("/session").statusCode()).isNotEqualTo(200);
        assertThat(rivera.cookies().keySet()).noneMatch(name -> name.startsWith("q_session"));
        assertThat(rivera.ask("/session").statusCode()).isEqualTo(499);
        assertThat(elsewhere.ask("/session").statusCode())
                .as("another sign-in of the same person")
                .isEqualTo(200);
        assertThat(chen.ask("/session").statusCode()).isEqualTo(200);
    }

    @Test
    void nobodyElseCanSayIt() {
        var okafor = Browser.signedIn(desk, "okafor");

        var forged = Ending.of(issuer, "okafor").forge(new Browser(desk));
        var empty = new Browser(desk)
                .send(new Browser(desk)
                        .request("/back-channel-logout", "Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("logout_token=none")));

        assertThat(forged.statusCode()).isEqualTo(400);
        assertThat(empty.statusCode()).isEqualTo(400);
        assertThat(okafor.ask("/session").statusCode()).isEqualTo(200);
    }

    @Test
    void itTellsNothing() {
        assertThat(new Browser(desk).get("/back-channel-logout").statusCode()).isNotEqualTo(302);
        assertThat(new Browser(desk).get("/back-channel-logout").body()).doesNotContain("desk-app");
    }
}
