package org.secondperiod.system.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.secondperiod.local.api.Api;
import org.secondperiod.local.district.School;
import org.secondperiod.local.stack.Layout;
import org.secondperiod.local.stack.Part;
import org.secondperiod.system.PlayedMorning;

/** Where a child's safety is in question whoever leads sees it, whatever page they are on, until the child is found safe. */
@ExtendWith(PlayedMorning.class)
class DeskSafetyIT {

    private static final String SCHOOL = School.BRONX_LAB.id();
    private static final Duration SOON = Duration.ofSeconds(25);

    private static Chromium chromium;
    private static Layout layout;

    @BeforeAll
    static void open() {
        layout = PlayedMorning.morning().stack().layout();
        chromium = new Chromium();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @Test
    void aFlagIsSeenOnEveryPageOfTheLeadUntilTheChildIsFoundSafe() {
        try (var desk = Desk.signIn(chromium.browser(), Screen.WIDE, layout.url(Part.DESK), "okafor")) {
            var page = desk.page();
            desk.open("/s/" + SCHOOL + "/hallway");
            var before = page.locator(".urgent").innerText();

            var task = flagged();

            var banner = page.locator(".urgent .banner.safety");
            banner.waitFor(new Locator.WaitForOptions().setTimeout(SOON.toMillis()));
            await().atMost(SOON)
                    .pollInSameThread()
                    .untilAsserted(() ->
                            assertThat(page.locator(".urgent").innerText()).isNotEqualTo(before));
            assertThat(desk.findings()).isEmpty();
            banner.click();
            var panel = page.locator(".safety-panel", new Page.LocatorOptions().setHasText(familyName(task)));
            panel.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("I have it in hand"))
                    .click();
            assertThat(panel.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("I have it in hand")))
                    .hasCount(0);
            panel.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Found safe"))
                    .click();
            panel.locator("textarea[name=note]").fill("In the library");
            page.keyboard().press("Control+Enter");

            assertThat(panel).hasCount(0);
            assertThat(states(task)).containsOnly("FOUND_SAFE");
            desk.assertQuiet();
        }
    }

    @Test
    void whoOnlyCallsIsNotToldOfIt() {
        try (var desk = Desk.signIn(chromium.browser(), Screen.WIDE, layout.url(Part.DESK), "rivera")) {
            desk.open("/s/" + SCHOOL + "/calls");
            assertThat(desk.page().locator(".card")).isVisible(new IsVisibleOptions().setTimeout(SOON.toMillis()));
            assertThat(desk.page().locator(".urgent")).not().containsText("in question");
        }
    }

    /** A family was reached, and nobody knows where their child is. */
    private static JsonNode flagged() {
        var task = items(as("rivera")
                        .get(
                                Part.OUTREACH,
                                "/v1/call-tasks?state=OPEN&uncalled=true&limit=1000&school=%s&day=%s"
                                        .formatted(
                                                SCHOOL, PlayedMorning.morning().day())))
                .reduce((first, last) -> last)
                .orElseThrow();
        as("rivera")
                .post(
                        Part.OUTREACH,
                        "/v1/call-tasks/" + task.path("taskId").asText() + "/attempts",
                        Map.of(
                                "outcome", "REACHED_GUARDIAN",
                                "result", "UNDETERMINED",
                                "flags", List.of("WHEREABOUTS_NOT_KNOWN")));
        return task;
    }

    private static Stream<String> states(JsonNode task) {
        var student = task.path("studentId").asText();
        return await()
                .atMost(SOON)
                .until(
                        () -> items(as("okafor")
                                        .get(
                                                Part.OUTREACH,
                                                "/v1/escalations?school=%s&day=%s"
                                                        .formatted(
                                                                SCHOOL,
                                                                PlayedMorning.morning()
                                                                        .day())))
                                .filter(each -> each.path("studentId").asText().equals(student))
                                .map(each -> each.path("state").asText())
                                .toList(),
                        found -> !found.isEmpty())
                .stream();
    }

    private static String familyName(JsonNode task) {
        return task.path("student").path("familyName").asText();
    }

    private static Stream<JsonNode> items(JsonNode listing) {
        return StreamSupport.stream(listing.path("items").spliterator(), false);
    }

    private static Api as(String name) {
        return Api.as(name, layout);
    }
}
