package org.secondperiod.system.signin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** What a district's administrator does in Keycloak, by its own API. */
final class RealmAdmin {

    private final Keycloak keycloak;
    private int highestPriority = 200;

    RealmAdmin(Keycloak keycloak) {
        this.keycloak = keycloak;
    }

    /** A token of the realm of Keycloak's administrators. */
    String token() {
        return Web.json(Web.post(
                        keycloak.direct("/realms/master/protocol/openid-connect/token"),
                        Map.of(
                                "grant_type",
                                "password",
                                "client_id",
                                "admin-cli",
                                "username",
                                Keycloak.ADMIN,
                                "password",
                                Keycloak.PASSWORD)))
                .get("access_token")
                .asText();
    }

    JsonNode client(String clientId) {
        return get("/clients?clientId=" + clientId).get(0);
    }

    /** The secret that Keycloak made for a client when it read the realm's file. */
    String secret(String clientId) {
        return client(clientId).get("secret").asText();
    }

    void setRedirect(String clientId, String address) {
        var client = (ObjectNode) client(clientId);
        client.putArray("redirectUris").add(address);
        change("PUT", "/clients/" + client.get("id").asText(), client);
    }

    /** Changes the schools that a system's tokens name. */
    void setSchools(String clientId, String schools) {
        var client = client(clientId);
        var mapper =
                (ObjectNode) StreamSupport.stream(client.get("protocolMappers").spliterator(), false)
                        .filter(each -> "schools".equals(each.get("name").asText()))
                        .findFirst()
                        .orElseThrow();
        ((ObjectNode) mapper.get("config")).put("claim.value", schools);
        change(
                "PUT",
                "/clients/%s/protocol-mappers/models/%s"
                        .formatted(client.get("id").asText(), mapper.get("id").asText()),
                mapper);
    }

    /** Makes an account, as yet without a second factor; its id, which is the subject of its tokens. */
    String addPerson(String name, String password) {
        change(
                "POST",
                "/users",
                Map.of(
                        "username",
                        name,
                        "enabled",
                        true,
                        "firstName",
                        "Dana",
                        "lastName",
                        "Rivera",
                        "email",
                        name + "@district.example",
                        "emailVerified",
                        true,
                        "credentials",
                        List.of(Map.of("type", "password", "value", password))));
        return person(name).get("id").asText();
    }

    JsonNode person(String name) {
        return get("/users?exact=true&username=" + name).get(0);
    }

    /** As if the person had done what is asked of them at the first sign-in. */
    void clearRequiredActions(String name) {
        var person = (ObjectNode) person(name);
        person.putArray("requiredActions");
        change("PUT", "/users/" + person.get("id").asText(), person);
    }

    /** A new key, which signs from now on; those before go on being published. */
    void addSigningKey(String name) {
        addKey(name, "rsa-generated", ++highestPriority, Map.of("keySize", "2048"));
    }

    /** A key that is published and signs nothing. */
    void publishKey(String name, String privateKey) {
        addKey(name, "rsa", 1, Map.of("privateKey", privateKey));
    }

    private void addKey(String name, String provider, int priority, Map<String, String> more) {
        Map<String, List<String>> config = new HashMap<>();
        config.put("priority", List.of(String.valueOf(priority)));
        config.put("enabled", List.of("true"));
        config.put("active", List.of("true"));
        config.put("algorithm", List.of("RS256"));
        more.forEach((key, value) -> config.put(key, List.of(value)));
        change(
                "POST",
                "/components",
                Map.of(
                        "name", name,
                        "providerId", provider,
                        "providerType", "org.keycloak.keys.KeyProvider",
                        "parentId", get("").get("id").asText(),
                        "config", config));
    }

    /** The ids of the keys that sign tokens and are published. */
    List<String> signingKeys() {
        return StreamSupport.stream(get("/keys").get("keys").spliterator(), false)
                .filter(key -> "RS256".equals(key.path("algorithm").asText()))
                .map(key -> key.get("kid").asText())
                .toList();
    }

    private JsonNode get(String path) {
        return Web.json(send(HttpRequest.newBuilder(keycloak.direct("/admin/realms/" + Keycloak.REALM + path))));
    }

    private void change(String method, String path, Object body) {
        var answer = send(Web.json(keycloak.direct("/admin/realms/" + Keycloak.REALM + path), method, body));
        if (answer.statusCode() / 100 != 2) {
            throw new AssertionError(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
        }
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        return Web.send(request.header("Authorization", "Bearer " + token()));
    }
}
