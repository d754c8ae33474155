package org.secondperiod.system.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the realm that districts are given allows by itself, and what not. */
class RealmIT {

    private static final String PASSWORD = "seven calls before ten";

    private static Keycloak keycloak;
    private static RealmAdmin admin;
    private static SystemClients systems;
    private static Desk desk;

    @BeforeAll
    static void start() {
        keycloak = new Keycloak();
        admin = new RealmAdmin(keycloak);
        systems = new SystemClients(keycloak, admin);
        admin.setRedirect(Desk.CLIENT, Desk.REDIRECT);
        desk = new Desk(keycloak, admin.secret(Desk.CLIENT));
    }

    @AfterAll
    static void stop() {
        keycloak.close();
    }

    @Test
    void theDesksAddressIsSetWithTheCommandsOfThePage() {
        var printed = Page.run(
                Page.commands("kcadm.sh")
                        .replace(
                                "https://login.district.example",
                                keycloak.direct("").toString())
                        .replace("<administrator>", "%s --password '%s'".formatted(Keycloak.ADMIN, Keycloak.PASSWORD)),
                keycloak.home(),
                Map.of(
                        "KC_OPTS",
                        "-Duser.home=" + keycloak.home().resolve("data"),
                        "JAVA_HOME",
                        System.getProperty("java.home")));

        assertThat(admin.client(Desk.CLIENT).get("redirectUris"))
                .as(printed)
                .singleElement()
                .satisfies(address -> assertThat(address.asText()).isEqualTo(Desk.REDIRECT));
    }

    @Test
    void aSystemCannotAskForMoreAndGetsNothingToRefreshWith() {
        var wanted = systems.ask("sis", Map.of("scope", "outreach:read"));
        var given = Web.json(systems.ask("sis", Map.of()));

        assertThat(wanted.statusCode()).isEqualTo(400);
        assertThat(given.get("expires_in").asInt()).isEqualTo(300);
        assertThat(given.has("refresh_token")).isFalse();
    }

    @Test
    void theDeskSignsPeopleInByCodeAndProofAndInNoOtherWay() {
        admin.addPerson("chen", PASSWORD);
        admin.clearRequiredActions("chen");
        var withoutProof = without("code_challenge", "code_challenge_method");
        var plainProof = with("code_challenge_method", "plain");
        var elsewhere = with("redirect_uri", "https://desk.district.example.evil.example/signed-in");
        var implicit = with("response_type", "token");

        assertThat(location(withoutProof)).contains("error=invalid_request").doesNotContain("code=");
        assertThat(location(plainProof)).contains("error=invalid_request");
        assertThat(location(implicit)).contains("error=unauthorized_client");
        assertThat(desk.open(elsewhere).statusCode()).isEqualTo(400);
        var byPassword = desk.token(Map.of("grant_type", "password", "username", "chen", "password", PASSWORD));
        assertThat(Web.read(byPassword).get("error").asText()).isEqualTo("unauthorized_client");
        var alone = desk.token(Map.of("grant_type", "client_credentials"));
        assertThat(Web.read(alone).get("error").asText()).isEqualTo("unauthorized_client");
    }

    @Test
    void newPeopleAreAskedForASecondFactor() {
        admin.addPerson("diallo", PASSWORD);

        assertThat(admin.person("diallo").get("requiredActions").toString()).contains("CONFIGURE_TOTP");
        assertThat(desk.enter("diallo", PASSWORD).headers().firstValue("Location"))
                .hasValueSatisfying(next -> assertThat(next).contains("required-action"));
    }

    @Test
    void whoGuessesPasswordsIsLockedOut() {
        admin.addPerson("haddad", PASSWORD);
        admin.clearRequiredActions("haddad");
        assertThat(desk.enter("haddad", PASSWORD).statusCode()).isEqualTo(302);

        for (int guess = 0; guess < 10; guess++) {
            assertThat(desk.enter("haddad", "guess " + guess).statusCode()).isEqualTo(200);
        }

        assertThat(desk.enter("haddad", PASSWORD).statusCode()).isEqualTo(200);
    }

    private static Map<String, String> with(String name, String value) {
        var request = Desk.request();
        request.put(name, value);
        return request;
    }

    private static Map<String, String> without(String... names) {
        var request = Desk.request();
        List.of(names).forEach(request::remove);
        return request;
    }

    private static String location(Map<String, String> request) {
        var answer = desk.open(request);
        return answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError(answer.body()));
    }
}
