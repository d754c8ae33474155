package org.secondperiod.system.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.secondperiod.local.stack.Part;

/** Who is let in, and to what, by the realm that districts are given. */
class SignInIT {

    private static final String PASSWORD = "seven calls before ten";

    private static Keycloak keycloak;
    private static RealmAdmin admin;
    private static SystemClients systems;
    private static Desk desk;
    private static Services services;

    @BeforeAll
    static void start() {
        keycloak = new Keycloak();
        admin = new RealmAdmin(keycloak);
        systems = new SystemClients(keycloak, admin);
        admin.setRedirect(Desk.CLIENT, Desk.REDIRECT);
        desk = new Desk(keycloak, admin.secret(Desk.CLIENT));
        services = new Services(keycloak.issuer(), Part.INGEST, Part.ENTRY, Part.OUTREACH);
    }

    @AfterAll
    static void stop() {
        services.close();
        keycloak.close();
    }

    @Test
    void eachSystemDoesWhatItsScopeSaysAndNothingElse() {
        var softly = new SoftAssertions();
        for (var operation : Operation.ALL) {
            SystemClients.SCOPES.forEach((client, scope) -> {
                var answer = services.ask(operation, systems.token(client));

                softly.assertThat(answer.statusCode())
                        .as("%s: %s %s: %s", client, operation.method(), operation.path(), answer.body())
                        .isEqualTo(scope.equals(operation.scope()) ? operation.done() : 403);
            });
        }
        softly.assertAll();
    }

    @Test
    void theCommandsOfThePageShowWhetherItWorks() {
        var ingest = services.get(Part.INGEST).uri("").toString();
        var printed = Page.run(
                Page.commands("TOKEN_ENDPOINT")
                        .replace("https://login.district.example/realms/second-period", keycloak.issuer())
                        .replace("https://second-period.district.example/ingest", ingest),
                Path.of("."),
                Map.of("SECRET", admin.secret("roster-sync")));

        assertThat(printed).contains("\"aud\":\"second-period\"", "\"scope\":\"roster:write\"", "HTTP/1.1 200 OK");
    }

    @Test
    void aSystemOfOneSchoolMayNotSpeakForAnother() {
        admin.setSchools("sis", "[\"S2\"]");
        try {
            var answer = services.ask(Operation.MARK, systems.token("sis"));

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
            assertThat(answer.body()).contains("is a school that this credential may not write for");
        } finally {
            admin.setSchools("sis", "[\"*\"]");
        }
    }

    @Test
    void whoSignsInIsKnownAndMayNothingUntilSomebodyGrantsIt() {
        var subject = admin.addPerson("rivera", PASSWORD);
        admin.clearRequiredActions("rivera");

        var tokens = desk.signIn("rivera", PASSWORD);

        assertThat(claims(tokens.access()))
                .contains("\"sub\":\"" + subject + "\"", "\"aud\":\"second-period\"")
                .doesNotContain("Rivera", "rivera@", "preferred_username", "schools", "groups");
        assertThat(claims(tokens.id())).contains("Rivera");
        for (var operation : Operation.ALL) {
            await().atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> assertThat(
                                    services.ask(operation, tokens.access()).statusCode())
                            .as(operation.path())
                            .isEqualTo(403));
        }
    }

    @Test
    void onlyAccessTokensForTheServicesAreTaken() {
        admin.addPerson("okafor", PASSWORD);
        admin.clearRequiredActions("okafor");
        var person = desk.signIn("okafor", PASSWORD);
        var system = systems.token("sis");
        var idOfASystem = Web.json(systems.ask("sis", Map.of("scope", "openid")))
                .get("id_token")
                .asText();
        var notTheirs = new HashMap<String, String>();
        notTheirs.put("an ID token of a person", person.id());
        notTheirs.put("a refresh token", person.refresh());
        notTheirs.put("an ID token of a system", idOfASystem);
        notTheirs.put("of another realm", admin.token());
        notTheirs.put("unsigned", Crafted.unsigned(system));
        notTheirs.put("altered", Crafted.altered(system, "marks:write", "roster:write"));
        notTheirs.put("not a JWT", "2YotnFZFEjr1zCsicMWpAA");

        notTheirs.forEach((what, token) -> {
            var answer = services.ask(Operation.SCHOOL, token);
            assertThat(answer.statusCode()).as("%s: %s", what, answer.body()).isEqualTo(401);
            assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer error=\"invalid_token\"");
        });
    }

    private static String claims(String token) {
        return new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8);
    }
}
