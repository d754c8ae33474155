package org.secondperiod.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.secondperiod.desk.testing.Browser;
import org.secondperiod.desk.testing.DeskTestResource;
import org.secondperiod.desk.testing.Upstream;

/** What crosses the desk, both ways, and what does not. */
@QuarkusTest
@QuarkusTestResource(DeskTestResource.class)
class ProxyQuarkusTest {

    private static final Executor BESIDE = task -> Thread.ofVirtual().start(task);
    private static final Duration SOON = Duration.ofSeconds(30);

    @TestHTTPResource("/")
    URI desk;

    private Browser browser;

    @BeforeEach
    void signIn() {
        browser = Browser.signedIn(desk, "rivera");
        Upstream.ASKED.clear();
    }

    @Test
    void onlyListedHeadersCross() throws InterruptedException {
        var answer = browser.post(
                "/api/outreach/v1/call-tasks/next?school=11X265",
                BodyPublishers.ofString("{}"),
                "Content-Type",
                "application/json",
                "Idempotency-Key",
                "k-1",
                "If-Match",
                "\"3\"",
                "Accept-Language",
                "es",
                "X-Forwarded-User",
                "okafor",
                "X-Forwarded-For",
                "203.0.113.9",
                "Authorization",
                "Bearer made-up");

        var asked = Upstream.ASKED.take();
        assertThat(asked.target()).isEqualTo("/outreach/v1/call-tasks/next?school=11X265");
        assertThat(asked.headers().getFirst("Idempotency-Key")).isEqualTo("k-1");
        assertThat(asked.headers().getFirst("If-Match")).isEqualTo("\"3\"");
        assertThat(asked.headers().getFirst("Accept-Language")).isEqualTo("es");
        assertThat(asked.headers()).doesNotContainKeys("X-forwarded-user", "Cookie", "X-requested-with");
        assertThat(asked.headers().get("X-Forwarded-For"))
                .as("from where the desk was asked, and not what the browser says")
                .singleElement()
                .isIn("127.0.0.1", "0:0:0:0:0:0:0:1");
        assertThat(asked.headers().get("Authorization"))
                .singleElement()
                .asString()
                .startsWith("Bearer ey");
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).isEqualTo("{\"here\":true}");
        assertThat(answer.headers().firstValue("etag")).hasValue("\"7\"");
        assertThat(answer.headers().firstValue("location")).hasValue("/api/outreach/v1/call-tasks/t-1");
        assertThat(answer.headers().map()).doesNotContainKeys("x-internal");
        assertThat(answer.headers().allValues("set-cookie")).noneMatch(cookie -> cookie.contains("upstream"));
        assertThat(answer.headers().firstValue("cache-control")).hasValue("no-store");
    }

    @Test
    void anEventLeavesAsItComesAndWhereAStreamEndedIsTold() throws Exception {
        Upstream.goOn = new CountDownLatch(1);
        Upstream.gone = new CountDownLatch(1);
        var answer = browser.send(
                browser.request("/api/outreach/v1/events?school=11X265", "Last-Event-ID", "0.0.1f.2")
                        .header("X-Requested-With", "JavaScript")
                        .header("Accept-Encoding", "gzip"),
                BodyHandlers.ofInputStream());
        try (var lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            var first = CompletableFuture.supplyAsync(() -> read(lines, "data:first"), BESIDE);

            assertThat(first.get(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(Upstream.goOn.getCount())
                    .as("the second event has not been told yet")
                    .isOne();
            Upstream.goOn.countDown();
            assertThat(read(lines, "data:second")).isTrue();
        }

        assertThat(Upstream.ASKED.take().headers().getFirst("Last-Event-ID")).isEqualTo("0.0.1f.2");
        assertThat(answer.headers().firstValue("content-type")).hasValue("text/event-stream");
        assertThat(Upstream.gone.await(SOON.toSeconds(), TimeUnit.SECONDS))
                .as("the service hears that nobody reads any more")
                .isTrue();
    }

    private static boolean read(BufferedReader lines, String wanted) {
        try {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.equals(wanted)) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void anUploadArrivesWhileItIsStillBeingSent() throws Exception {
        Upstream.ARRIVED.set(0);
        var out = new PipedOutputStream();
        var in = new PipedInputStream(out, 1 << 16);
        var answer = CompletableFuture.supplyAsync(
                () -> browser.post(
                        "/api/ingest/v1/rosters",
                        BodyPublishers.ofInputStream(() -> in),
                        "Content-Type",
                        "application/zip"),
                BESIDE);

        out.write(new byte[100_000]);
        out.flush();
        await().atMost(SOON).until(() -> Upstream.ARRIVED.get() > 50_000);
        assertThat(answer).isNotDone();
        out.write(new byte[5_000_000]);
        out.close();

        assertThat(answer.get(30, TimeUnit.SECONDS).statusCode()).isEqualTo(201);
        assertThat(Upstream.ASKED.take().length()).isEqualTo(5_100_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/outreach/q/metrics",
                "/api/outreach/v1/..%2f..%2fq/metrics",
                "/api/nothing/v1/x",
                "/api/",
                "/api/outreach/v1/"
            })
    void nothingElseIsReachedThroughTheDesk(String path) {
        var answer = browser.ask(path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(Upstream.ASKED).isEmpty();
    }

    @Test
    void whatAnotherSiteSendsIsNotPassedOn() {
        var withoutHeader =
                browser.send(browser.request("/api/outreach/v1/call-tasks/next").POST(BodyPublishers.ofString("{}")));
        var fromElsewhere = browser.post(
                "/api/outreach/v1/call-tasks/next", BodyPublishers.ofString("{}"), "Origin", "https://evil.example");

        assertThat(withoutHeader.statusCode()).isEqualTo(403);
        assertThat(withoutHeader.body()).contains("problems/other-site");
        assertThat(fromElsewhere.statusCode()).isEqualTo(403);
        assertThat(Upstream.ASKED).isEmpty();
    }

    @Test
    void aServiceThatDoesNotAnswerIsAProblemThatPasses() {
        var answer = browser.ask("/api/reports/v1/attendance");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("retry-after")).isPresent();
        assertThat(answer.body()).contains("problems/unavailable");
    }
}
