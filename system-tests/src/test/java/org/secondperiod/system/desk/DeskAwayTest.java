package org.secondperiod.system.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.secondperiod.local.api.Api;
import org.secondperiod.local.district.School;
import org.secondperiod.local.stack.Layout;
import org.secondperiod.local.stack.Part;
import org.secondperiod.local.stack.Stack;
import org.secondperiod.system.PlayedMorning;
import org.secondperiod.system.faults.FaultProxy;
import org.secondperiod.system.faults.ServiceProcess;

/**
 * A service behind the desk is away: what a caller sees, in their language, and that it comes back by itself. A second desk of the same stack,
 * between which and the services stands somebody who turns connections away.
 */
@ExtendWith(PlayedMorning.class)
class DeskAwayTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Path LOG = Path.of("target", "desk-away.log").toAbsolutePath();

    private static Chromium chromium;
    private static Layout layout;
    private static FaultProxy outreach;
    private static FaultProxy ingest;
    private static ServiceProcess desk;

    @BeforeAll
    static void open() {
        layout = PlayedMorning.morning().stack().layout();
        chromium = new Chromium();
        outreach = new FaultProxy().leadTo(layout.port(Part.OUTREACH));
        ingest = new FaultProxy().leadTo(layout.port(Part.INGEST));
        desk = ServiceProcess.start(Part.DESK, LOG, settings()).awaitReady();
    }

    private static Map<String, String> settings() {
        var stack = new Stack(layout);
        Map<String, String> settings = new HashMap<>(stack.settings(Part.DESK));
        settings.keySet().removeIf(name -> name.startsWith("quarkus.http."));
        var secrets = stack.environment(Part.DESK);
        settings.put("secondperiod.desk.session-key", secrets.get("SECONDPERIOD_DESK_SESSION_KEY"));
        settings.put("quarkus.oidc.credentials.secret", secrets.get("QUARKUS_OIDC_CREDENTIALS_SECRET"));
        settings.put("secondperiod.desk.services.outreach", through(outreach, Part.OUTREACH));
        settings.put("secondperiod.desk.services.ingest", through(ingest, Part.INGEST));
        return settings;
    }

    private static String through(FaultProxy proxy, Part service) {
        return layout.url(service).replace(":" + layout.port(service), ":" + proxy.port());
    }

    @AfterAll
    static void close() {
        desk.close();
        outreach.close();
        ingest.close();
        chromium.close();
    }

    @BeforeEach
    void everybodyIsThere() {
        outreach.pass();
        ingest.pass();
    }

    @Test
    void whoOpensTheDeskMeanwhileIsToldSoAndIsInOnceItIsBack() {
        outreach.refuse();
        try (var caller = enter(Screen.WIDE)) {
            var page = caller.page();

            assertThat(page.locator("main [role=alert]"))
                    .containsText("A part of the system does not answer right now. It is tried again by itself.");
            assertThat(page.locator(".card")).hasCount(0);
            assertThat(caller.findings()).isEmpty();
            outreach.pass();

            assertThat(page.locator(".card h1")).isVisible();
            assertThat(page.locator("main [role=alert]")).hasCount(0);
        }
    }

    @Test
    void itIsToldInTheReadersLanguage() {
        outreach.refuse();
        try (var caller = enter(new Screen("ar", true, true))) {
            assertThat(caller.page().locator("main [role=alert]")).containsText("جزء من النظام");
            assertThat(caller.page().evaluate("document.documentElement.dir")).isEqualTo("rtl");
            assertThat(caller.findings()).isEmpty();
        }
    }

    @Test
    void aServiceThatTheCallsDoNotNeedStopsNoCall() {
        ingest.refuse();
        try (var caller = enter(Screen.WIDE)) {
            var page = caller.page();

            assertThat(page.locator(".card h1")).isVisible();
            assertThat(page.locator("main [role=alert]"))
                    .containsText("A part of the system does not answer right now");
            ingest.pass();

            assertThat(page.locator("main [role=alert]")).hasCount(0);
        }
    }

    @Test
    void aCallThatIsWrittenDownMeanwhileIsSavedOnceItIsBack() {
        try (var caller = enter(Screen.WIDE)) {
            var page = caller.page();
            assertThat(page.locator(".card h1")).isVisible();
            page.keyboard().press("n");
            assertThat(page.locator(".task[aria-current] .mark.mine")).isVisible();
            assertThat(page.locator(".tile").first()).isVisible();
            var called = page.url().replaceFirst(".*/", "");
            var before = attempts(called);
            outreach.refuse();
            assertThat(page.locator(".connection")).containsText("offline");

            page.keyboard().press("3");

            assertThat(page.locator(".toast")).containsText("Busy");
            assertThat(page.locator(".connection")).containsText("1 call waits to be saved");
            outreach.pass();
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(attempts(called)).isEqualTo(before + 1));
            assertThat(page.locator(".connection")).containsText("live");
        }
    }

    private static Desk enter(Screen screen) {
        URI address = desk.uri("/");
        return Desk.enter(chromium.browser(), screen, address.toString().replaceFirst("/$", ""), "okafor")
                .at("/s/" + School.BRONX_LAB.id() + "/calls");
    }

    private static long attempts(String taskId) {
        return Api.as("okafor", layout)
                .get(Part.OUTREACH, "/v1/call-tasks/" + taskId + "/attempts")
                .path("items")
                .size();
    }
}
