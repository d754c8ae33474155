package org.secondperiod.system.signin;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The systems that the realm knows, each with the one scope that it has. */
final class SystemClients {

    /** Client and scope, as the realm's file has them and as the page for districts says. */
    static final Map<String, String> SCOPES = Map.of(
            "sis", "marks:write",
            "roster-sync", "roster:write",
            "doors", "scans:write",
            "door-keys", "reader-keys:write",
            "district-frontend", "outreach:read",
            "sightings", "outreach:write",
            "reports-reader", "reports:read");

    private final Keycloak keycloak;
    private final RealmAdmin admin;
    private final Map<String, String> secrets = new ConcurrentHashMap<>();

    SystemClients(Keycloak keycloak, RealmAdmin admin) {
        this.keycloak = keycloak;
        this.admin = admin;
    }

    /** A new token of a system, by its client credentials. */
    String token(String client) {
        return Web.json(ask(client, Map.of())).get("access_token").asText();
    }

    /** What the token endpoint says to a system. */
    HttpResponse<String> ask(String client, Map<String, String> more) {
        Map<String, String> form = new HashMap<>();
        form.put("grant_type", "client_credentials");
        form.put("client_id", client);
        form.put("client_secret", secrets.computeIfAbsent(client, admin::secret));
        form.putAll(more);
        return Web.post(keycloak.direct("/realms/second-period/protocol/openid-connect/token"), form);
    }
}
