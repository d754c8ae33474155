package org.secondperiod.local.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jwt.SignedJWT;
import java.net.InetAddress;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.secondperiod.local.api.Tokens;
import org.secondperiod.local.issuer.Identities.SystemClient;
import org.secondperiod.local.stack.Layout;
import org.secondperiod.local.stack.Part;

class IssuerTest {

    private static final Path REALM = Path.of("../identity/keycloak/second-period-realm.json");

    private static final MockOAuth2Server SERVER = IssuerMain.server(Identities.load());
    private static Layout layout = Layout.from(Map.of());

    @BeforeAll
    static void start() {
        SERVER.start(InetAddress.getLoopbackAddress(), 0);
        int usual = layout.port(Part.ISSUER);
        int port = SERVER.baseUrl().port();
        layout = new Layout(layout.checkout(), layout.state(), port - usual);
    }

    @AfterAll
    static void stop() {
        SERVER.shutdown();
    }

    @Test
    void a_persons_token_says_who_it_is_and_nothing_of_what_they_may_do() throws Exception {
        Map<String, Object> claims = claims("okafor");

        assertThat(claims.get("sub")).isEqualTo("okafor");
        assertThat(claims.get("iss")).isEqualTo(layout.issuerUrl());
        assertThat(claims).doesNotContainKeys("groups", "schools");
        assertThat(claims.get("aud").toString()).contains("second-period");
    }

    @Test
    void a_system_has_narrow_scopes_and_no_role() throws Exception {
        Map<String, Object> claims = claims("sis");

        assertThat(claims.get("scope")).isEqualTo("marks:write");
        assertThat(claims).doesNotContainKey("groups");
    }

    @Test
    void there_is_somebody_for_each_role_and_a_system_for_each_scope() {
        Identities identities = Identities.load();

        assertThat(identities.people().stream().flatMap(person -> person.roles().stream()))
                .contains("caller", "attendance-lead", "principal", "district-analyst", "admin");
        assertThat(identities.systems())
                .allSatisfy(
                        system -> assertThat(system.scopes()).as(system.name()).hasSize(1));
        assertThat(identities.systems().stream().flatMap(system -> system.scopes().stream()))
                .doesNotHaveDuplicates();
    }

    @Test
    void the_realm_that_districts_are_given_has_the_same_systems() throws Exception {
        JsonNode realm = new ObjectMapper().readTree(REALM.toFile());
        Map<String, String> scopes = new HashMap<>();
        for (JsonNode client : realm.get("clients")) {
            if (client.get("serviceAccountsEnabled").asBoolean()) {
                client.get("defaultClientScopes").forEach(scope -> {
                    if (scope.asText().contains(":")) {
                        scopes.merge(
                                client.get("clientId").asText(), scope.asText(), (one, other) -> one + " " + other);
                    }
                });
            }
        }

        assertThat(scopes)
                .isEqualTo(Identities.load().systems().stream()
                        .collect(Collectors.toMap(
                                SystemClient::name, system -> system.scopes().getFirst())));
    }

    @Test
    void the_realm_that_districts_are_given_has_no_secret() throws Exception {
        assertThat(Files.readString(REALM)).doesNotContain("secret\":", "privateKey", "\"credentials\"", "\"users\"");
    }

    @Test
    void who_is_not_known_gets_a_token_that_opens_nothing() throws Exception {
        assertThat(claims("stranger")).doesNotContainKeys("groups", "scope", "schools");
    }

    @Test
    void everybody_can_be_chosen_on_the_sign_in_page_and_brings_their_claims() {
        String page = new SignInPage(Identities.load()).html();

        assertThat(page)
                .contains("value=\"rivera\"", "&quot;preferred_username&quot;:&quot;rivera&quot;")
                .doesNotContain("<script", "groups");
    }

    private static Map<String, Object> claims(String name) throws Exception {
        String token = new Tokens(layout, HttpClient.newHttpClient()).of(name);
        return new HashMap<>(SignedJWT.parse(token).getJWTClaimsSet().getClaims());
    }
}
