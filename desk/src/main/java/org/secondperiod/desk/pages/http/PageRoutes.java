package org.secondperiod.desk.pages.http;

import io.quarkiverse.web.bundler.runtime.Bundle;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.secondperiod.desk.pages.Colours;
import org.secondperiod.desk.pages.Language;
import org.secondperiod.desk.pages.Shell;

/** The addresses of the app. What is shown at each of them its script decides. */
@ApplicationScoped
class PageRoutes {

    private static final List<String> OURS = List.of(
            "/",
            "/s/*",
            "/find",
            "/me",
            "/students/*",
            "/calls/*",
            "/feeds",
            "/quarantine",
            "/people",
            "/scripts",
            "/draw",
            "/audit",
            "/imports",
            "/schools",
            "/schools/*",
            "/setup",
            "/practice",
            "/reports",
            "/reports/*",
            "/signed-out",
            "/sign-in-failed");

    private static final String POLICY = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' data:",
            "connect-src 'self'",
            "manifest-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types lit-html");

    private final Shell shell;

    PageRoutes(Bundle bundle) {
        this.shell = new Shell(bundle.script("app"), bundle.style("app"));
    }

    void install(@Observes Router router) {
        OURS.forEach(path -> router.get(path).handler(this::answer));
    }

    private void answer(RoutingContext context) {
        Language language =
                Language.of(cookie(context, "lang"), context.request().getHeader("Accept-Language"));
        context.response()
                .putHeader("Content-Type", "text/html;charset=UTF-8")
                .putHeader("Content-Security-Policy", POLICY)
                .putHeader("Cross-Origin-Opener-Policy", "same-origin")
                .putHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()")
                .putHeader("Cache-Control", "no-store")
                .putHeader("Vary", "Cookie, Accept-Language")
                .end(shell.html(language, Colours.of(cookie(context, "colours"))));
    }

    private static @Nullable String cookie(RoutingContext context, String name) {
        Cookie cookie = context.request().getCookie(name);
        return cookie == null ? null : cookie.getValue();
    }
}
