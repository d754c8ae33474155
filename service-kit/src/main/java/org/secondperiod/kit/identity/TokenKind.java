package org.secondperiod.kit.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Tells access tokens from what else a provider signs with the same key: ID tokens, logout tokens, proofs. A provider need not
 * say what a token is; where one does, it is heard.
 */
final class TokenKind {

    /** The header {@code typ} of an access token (RFC 9068), and what it was before there was one for it. */
    private static final Set<String> HEADERS = Set.of("at+jwt", "application/at+jwt", "jwt", "application/jwt");

    /** The claim {@code typ} that Keycloak gives an access token; its ID tokens have {@code ID}. */
    private static final String KEYCLOAKS = "Bearer";

    /** What only other tokens have: hashes that tie an ID token to what came with it, and the events of RFC 8417. */
    private static final List<String> OF_OTHERS = List.of("at_hash", "c_hash", "s_hash", "events");

    private static final JsonMapper JSON = new JsonMapper();

    private TokenKind() {}

    /**
     * Whether it can be an access token that its bearer may simply show. One that is bound to a key ({@code cnf}, RFC 7800) may
     * not be taken without a proof of that key, which nobody asks for here.
     *
     * @param token a JWT whose signature holds
     */
    static boolean mayBeShown(String token) {
        String[] parts = token.split("\\.", -1);
        JsonNode header = json(parts[0]);
        JsonNode claims = json(parts[1]);
        return (!header.has("typ")
                        || HEADERS.contains(header.get("typ").asText().toLowerCase(Locale.ROOT)))
                && (!claims.has("typ") || KEYCLOAKS.equals(claims.get("typ").asText()))
                && !claims.has("cnf")
                && OF_OTHERS.stream().noneMatch(claims::has);
    }

    private static JsonNode json(String part) {
        try {
            return JSON.readTree(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a verified token", e);
        }
    }
}
