package org.secondperiod.desk.testing;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** The provider's server tells the desk that somebody's sign-in has ended. */
public record Ending(String issuer, String session) {

    /** The end of the last sign-in of a name. */
    public static Ending of(String issuer, String name) {
        return new Ending(issuer, Provider.SESSIONS.get(name));
    }

    /** As the provider tells it. */
    public HttpResponse<String> tell(Browser desk) {
        return tell(desk, Provider.logoutToken(issuer, session, "desk", Provider.ownKeys()));
    }

    /** As somebody else tells it, who has another key. */
    public HttpResponse<String> forge(Browser desk) {
        return tell(desk, Provider.logoutToken(issuer, session, "desk", Provider.keys()));
    }

    private static HttpResponse<String> tell(Browser desk, String token) {
        return desk.send(desk.request("/back-channel-logout", "Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("logout_token=" + URLEncoder.encode(token, StandardCharsets.UTF_8))));
    }
}
