package org.secondperiod.desk.guard;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Tells the desk's own pages from others that use a signed-in browser. Three things must hold of what changes something: the
 * browser does not say that another site's page sends it, the page's origin is the desk's, and the header is there that only
 * the desk's own scripts can send.
 */
public final class SameOrigin {

    /** What the desk's scripts send in {@code X-Requested-With}. It also has an unknown caller answered and not led away to sign in. */
    public static final String OWN_SCRIPTS = "JavaScript";

    private static final String SIGN_OUT = "/sign-out";
    private static final String API = "/api/";

    /** The provider's own server tells here that a sign-in has ended, with a token that it has signed: no browser is in it. */
    private static final String BACK_CHANNEL_LOGOUT = "/back-channel-logout";

    private SameOrigin() {}

    /** Whether another site may be behind it, so that it must not be done. */
    public static boolean refuses(Asked asked) {
        if (asked.path().equals(BACK_CHANNEL_LOGOUT)) {
            return false;
        }
        if (asked.changes()) {
            return fromElsewhere(asked) || !OWN_SCRIPTS.equals(asked.requestedWith());
        }
        return (asked.path().startsWith(API) || asked.path().equals(SIGN_OUT)) && fromElsewhere(asked);
    }

    private static boolean fromElsewhere(Asked asked) {
        return otherSite(asked.site()) || otherOrigin(asked.origin(), asked.host());
    }

    private static boolean otherSite(@Nullable String site) {
        return site != null && !site.equals("same-origin") && !site.equals("none");
    }

    /** By host and port: what ends TLS in front of the desk changes the scheme. */
    private static boolean otherOrigin(@Nullable String origin, @Nullable String host) {
        if (origin == null) {
            return false;
        }
        try {
            return !URI.create(origin).getRawAuthority().equalsIgnoreCase(host);
        } catch (IllegalArgumentException | NullPointerException e) {
            return true;
        }
    }
}
