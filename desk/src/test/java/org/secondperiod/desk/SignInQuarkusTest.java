package org.secondperiod.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.secondperiod.desk.testing.Browser;
import org.secondperiod.desk.testing.DeskTestResource;
import org.secondperiod.desk.testing.Upstream;

/** Somebody signs in, works, and signs out; and what their browser gets to keep. */
@QuarkusTest
@QuarkusTestResource(DeskTestResource.class)
class SignInQuarkusTest {

    /** Three parts in base64 with dots between, the first of which begins as JSON does. */
    private static final Pattern JWT = Pattern.compile("eyJ[\\w-]+\\.[\\w-]+\\.[\\w-]+(?![\\w.-])");

    @TestHTTPResource("/")
    URI desk;

    @Test
    void whoeverComesIsSentToTheProviderWithAProofAndBackToWhereTheyWanted() {
        var browser = new Browser(desk);

        var sent = browser.get("/s/11X265/calls?day=2026-10-14");
        var back = browser.enter(browser.location(sent), "rivera");

        assertThat(sent.statusCode()).isEqualTo(302);
        assertThat(browser.location(sent).getQuery())
                .contains("response_type=code", "code_challenge_method=S256", "nonce=", "state=", "client_id=desk");
        assertThat(browser.location(back).toString()).endsWith("/s/11X265/calls?day=2026-10-14");
        var page = browser.get("/s/11X265/calls?day=2026-10-14");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<desk-app>");
    }

    @Test
    void theBrowserKeepsOneThingThatNoScriptAndNobodyElseCanRead() {
        var browser = new Browser(desk);
        var authorize = browser.location(browser.get("/"));

        var signedIn = browser.enter(authorize, "rivera");

        var session = signedIn.headers().allValues("set-cookie").stream()
                .filter(cookie -> cookie.startsWith("q_session"))
                .toList();
        assertThat(session)
                .isNotEmpty()
                .allSatisfy(cookie -> assertThat(cookie)
                        .containsIgnoringCase("HttpOnly")
                        .containsIgnoringCase("Secure")
                        .contains("SameSite=Lax", "Path=/"));
        assertThat(browser.cookies().keySet()).noneMatch(name -> name.startsWith("q_auth"));
        browser.cookies().values().forEach(value -> {
            assertThat(JWT.matcher(value).find()).as("a readable token").isFalse();
            assertThat(decoded(value)).doesNotContain("rivera", "\"sub\"");
        });
    }

    @Test
    void aPageKnowsWhoIsSignedInAndNoToken() {
        var session = Browser.signedIn(desk, "okafor").ask("/session");

        assertThat(session.statusCode()).isEqualTo(200);
        assertThat(session.body()).contains("\"name\":\"okafor\"", "\"district\":\"demo\"", "\"now\":\"");
        assertThat(JWT.matcher(session.body()).find()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/session", "/session;x=1", "/api/is-not-there", "/anything", "/q/health/ready"})
    void noAnswerIsKept(String path) {
        var answer = Browser.signedIn(desk, "okafor").ask(path);

        assertThat(answer.headers().allValues("cache-control")).containsExactly("no-store");
        assertThat(answer.headers().allValues("content-security-policy")).isNotEmpty();
    }

    @Test
    void theAppsOwnFilesAreKept() {
        var icon = new Browser(desk).get("/static/icon.svg");

        assertThat(icon.headers().firstValue("cache-control").orElseThrow()).doesNotContain("no-store");
    }

    @Test
    void servicesGetTheTokenOfWhoeverAsksAndNeverTheSession() throws InterruptedException {
        var browser = Browser.signedIn(desk, "chen");
        Upstream.ASKED.clear();

        browser.ask("/api/outreach/v1/call-tasks");

        var asked = Upstream.ASKED.take();
        assertThat(subject(asked)).isEqualTo("chen");
        assertThat(asked.headers()).doesNotContainKey("Cookie");
    }

    @Test
    void aTokenIsReplacedBeforeItEnds() throws InterruptedException {
        var browser = Browser.signedIn(desk, "diallo", 50);
        var first = browser.cookies().toString();
        Upstream.ASKED.clear();

        browser.ask("/api/outreach/v1/call-tasks");

        assertThat(subject(Upstream.ASKED.take())).isEqualTo("diallo");
        assertThat(browser.cookies().toString()).isNotEqualTo(first);
    }

    @Test
    void aScriptWithoutASessionIsToldSoAndNotLedAway() {
        var answer = new Browser(desk).ask("/api/outreach/v1/call-tasks");

        assertThat(answer.statusCode()).isEqualTo(499);
        assertThat(answer.headers().firstValue("location")).isEmpty();
    }

    @Test
    void signingOutEndsTheSessionHereAndAtTheProvider() {
        var browser = Browser.signedIn(desk, "rivera");

        var out = browser.get("/sign-out", "Sec-Fetch-Site", "same-origin");

        assertThat(browser.location(out).toString())
                .contains("/endsession?", "id_token_hint=", "post_logout_redirect_uri=")
                .contains("signed-out");
        assertThat(out.headers().firstValue("clear-site-data").orElse("")).contains("storage", "cache");
        assertThat(browser.cookies().keySet()).noneMatch(name -> name.startsWith("q_session"));
        assertThat(browser.ask("/session").statusCode()).isEqualTo(499);
    }

    @Test
    void anotherSiteCannotSignAnybodyOut() {
        var browser = Browser.signedIn(desk, "rivera");

        var refused = browser.get("/sign-out", "Sec-Fetch-Site", "cross-site");

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(browser.ask("/session").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/signed-out", "/sign-in-failed", "/static/icon.svg", "/q/health/ready", "/q/metrics"})
    void whatTellsNothingOfAnybodyIsOpen(String path) {
        assertThat(new Browser(desk).get(path).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/session", "/api/outreach/v1/call-tasks", "/v1/dead-letters", "/anything", "/find"})
    void everythingElseAsksForASignIn(String path) {
        assertThat(new Browser(desk).get(path).statusCode()).isEqualTo(302);
    }

    @Test
    void aPageLoadsNothingFromElsewhereAndRunsNothingInline() {
        var page = new Browser(desk).get("/signed-out");

        assertThat(page.headers().firstValue("content-security-policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'")
                .contains("require-trusted-types-for 'script'")
                .doesNotContain("unsafe");
        assertThat(page.headers().firstValue("cache-control")).hasValue("no-store");
        assertThat(page.headers().firstValue("referrer-policy")).hasValue("no-referrer");
    }

    @Test
    void theFirstLoadIsSmall() {
        var page = new Browser(desk).get("/signed-out").body();
        var files = new LinkedHashSet<String>();
        found("(?:src|href)=\"(/static/[^\"]+)\"", page, files);
        long bytes = page.length();
        for (var waiting = new ArrayDeque<>(files); !waiting.isEmpty(); ) {
            var file = waiting.remove();
            var body = new Browser(desk).get(file);
            assertThat(body.statusCode()).as(file).isEqualTo(200);
            bytes += packed(file);
            // What a script imports at once comes with it; what it imports later does not.
            var imported = new LinkedHashSet<String>();
            found("(?:from|import)\\s*\"((?:\\./|/static/)[^\"]+)\"", body.body(), imported);
            imported.stream()
                    .map(each -> URI.create(file).resolve(each).getPath())
                    .filter(files::add)
                    .forEach(waiting::add);
        }

        assertThat(files).hasSizeGreaterThan(3);
        assertThat(bytes).as("bytes as they come over the line").isLessThan(150_000);
    }

    private static void found(String pattern, String text, Set<String> into) {
        Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(each -> each.group(1))
                .forEach(into::add);
    }

    private int packed(String file) {
        return new Browser(desk)
                .send(
                        new Browser(desk).request(file, "Accept-Encoding", "gzip"),
                        java.net.http.HttpResponse.BodyHandlers.ofByteArray())
                .body()
                .length;
    }

    private static String subject(Upstream.Asked asked) {
        var token = asked.headers().getFirst("Authorization").replace("Bearer ", "");
        var claims = decoded(token.split("\\.")[1]);
        var subject = Pattern.compile("\"sub\":\"([^\"]+)\"").matcher(claims);
        assertThat(subject.find()).as(claims).isTrue();
        return subject.group(1);
    }

    private static String decoded(String value) {
        var all = new StringBuilder();
        for (String part : value.split("\\.")) {
            try {
                all.append(new String(Base64.getUrlDecoder().decode(part)));
            } catch (IllegalArgumentException e) {
                all.append(part);
            }
        }
        return all.toString();
    }
}
