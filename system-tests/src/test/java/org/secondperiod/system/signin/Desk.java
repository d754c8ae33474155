package org.secondperiod.system.signin;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a desk and a browser do when somebody signs in: authorization code with PKCE. */
final class Desk {

    static final String CLIENT = "desk";
    static final String REDIRECT = "https://desk.district.example/signed-in";

    private static final String VERIFIER = "a-verifier-of-a-test-that-is-as-long-as-it-must-be-43";
    private static final Pattern FORM = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");

    private final Keycloak keycloak;
    private final String secret;

    Desk(Keycloak keycloak, String secret) {
        this.keycloak = keycloak;
        this.secret = secret;
    }

    /** The tokens of a sign-in. */
    record Tokens(String access, String id, String refresh) {}

    /** What a sign-in asks for, to be changed by who asks for something else. */
    static Map<String, String> request() {
        Map<String, String> request = new HashMap<>();
        request.put("client_id", CLIENT);
        request.put("response_type", "code");
        request.put("scope", "openid");
        request.put("state", "s");
        request.put("redirect_uri", REDIRECT);
        request.put("code_challenge_method", "S256");
        request.put("code_challenge", challenge());
        return request;
    }

    /** Keycloak's answer to a browser that is sent there: the page to sign in on, or a refusal. */
    HttpResponse<String> open(Map<String, String> request) {
        return Web.get(URI.create(
                keycloak.direct("/realms/second-period/protocol/openid-connect/auth") + "?" + Web.query(request)));
    }

    /** Keycloak's answer to a name and a password on that page. */
    HttpResponse<String> enter(String name, String password) {
        var page = open(request());
        var form = FORM.matcher(page.body());
        if (!form.find()) {
            throw new AssertionError("no form: " + page.statusCode() + " " + page.body());
        }
        var cookies = page.headers().allValues("set-cookie").stream()
                .map(cookie -> cookie.split(";", 2)[0])
                .collect(Collectors.joining("; "));
        var action = URI.create(form.group(1).replace("&amp;", "&"));
        return Web.send(Web.form(
                        keycloak.direct(action.getRawPath() + "?" + action.getRawQuery()),
                        Map.of("username", name, "password", password))
                .header("Cookie", cookies));
    }

    /** Signs somebody in, to the end. */
    Tokens signIn(String name, String password) {
        var entered = enter(name, password);
        var back = URI.create(entered.headers()
                .firstValue("Location")
                .orElseThrow(() -> new AssertionError(entered.statusCode() + " " + entered.body())));
        var code = Pattern.compile("[?&]code=([^&]+)").matcher(back.toString());
        if (!code.find()) {
            throw new AssertionError("no code: " + back);
        }
        var tokens = Web.json(token(Map.of(
                "grant_type",
                "authorization_code",
                "code",
                code.group(1),
                "redirect_uri",
                REDIRECT,
                "code_verifier",
                VERIFIER)));
        return new Tokens(
                tokens.get("access_token").asText(),
                tokens.get("id_token").asText(),
                tokens.get("refresh_token").asText());
    }

    /** What the token endpoint says to the desk. */
    HttpResponse<String> token(Map<String, String> form) {
        var credentials = Base64.getEncoder().encodeToString((CLIENT + ":" + secret).getBytes(StandardCharsets.UTF_8));
        return Web.send(Web.form(keycloak.direct("/realms/second-period/protocol/openid-connect/token"), form)
                .header("Authorization", "Basic " + credentials));
    }

    private static String challenge() {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
