package org.secondperiod.system.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.Route.FulfillOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.secondperiod.local.api.Api;
import org.secondperiod.local.district.School;
import org.secondperiod.local.stack.Layout;
import org.secondperiod.local.stack.Part;
import org.secondperiod.system.PlayedMorning;

/** What comes while somebody looks, and how a desk comes back to a stream of events that ends, whatever ends it. */
@ExtendWith(PlayedMorning.class)
class DeskLiveIT {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final String CALLER = "rivera";
    private static final int NEW = 3;

    /** Below those whom somebody has, so that what is new comes above it. */
    private static final int ROW = 3;

    private static final String CALLS = "/s/" + School.BRONX_LAB.id() + "/calls";
    private static final String LIST = "**/api/outreach/v1/call-tasks?*";
    private static final String EVENTS = "**/api/outreach/v1/events*";
    private static final FulfillOptions ENDS_AT_ONCE = new FulfillOptions()
            .setStatus(200)
            .setContentType("text/event-stream")
            .setBody("retry: 2000\n\nevent: ready\ndata: {}\n\n");
    private static final FulfillOptions NOT_NOW = new FulfillOptions()
            .setStatus(503)
            .setContentType("application/problem+json")
            .setHeaders(Map.of("Retry-After", "4"))
            .setBody("{}");

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
    void streamsThatEndAtOnceAreAskedForMoreAndMoreSeldomAndAsTheServerWishes() {
        var gaps = gaps(ENDS_AT_ONCE, 3);

        assertThat(gaps.get(0)).isGreaterThanOrEqualTo(1_900);
        assertThat(gaps.get(1)).isGreaterThanOrEqualTo(3_900);
    }

    @Test
    void whoSaysWhenToComeBackIsNotAskedBefore() {
        var gaps = gaps(NOT_NOW, 2);

        assertThat(gaps.get(0)).isGreaterThanOrEqualTo(3_900);
    }

    @Test
    void whatIsNewWaitsBehindAButtonAndMovesNothing() {
        try (var desk = Desk.signIn(chromium.browser(), Screen.WIDE, layout.url(Part.DESK), CALLER)) {
            var page = desk.page();
            page.route(LIST, DeskLiveIT::withoutTheFirstThree);
            desk.open(CALLS);
            var row = page.locator(".tasks .task").nth(ROW);
            var before = row.boundingBox();
            var under = row.getAttribute("href");
            var shown = page.locator(".tasks .task").count();
            page.mouse().move(before.x + before.width / 2, before.y + before.height / 2);
            page.unroute(LIST);

            somethingHappensTo(lastOf(page));

            assertThat(page.locator(".pill")).containsText("3 new");
            var after = row.boundingBox();
            assertThat(List.of(after.x, after.y)).isEqualTo(List.of(before.x, before.y));
            assertThat(page.locator(".tasks .task:hover")).hasAttribute("href", under);
            page.locator(".pill").click();
            assertThat(page.locator(".pill")).hasCount(0);
            assertThat(page.locator(".tasks .task").nth(ROW + NEW)).hasAttribute("href", under);
            assertThat(page.locator(".tasks .task").count()).isGreaterThan(shown);
        }
    }

    @Test
    void whatHappensWhileTheStreamIsBrokenIsCaughtUpWith() {
        try (var desk = Desk.signIn(chromium.browser(), Screen.WIDE, layout.url(Part.DESK), CALLER)) {
            var page = desk.page();
            desk.open(CALLS);
            assertThat(page.locator(".connection")).containsText("live");
            page.waitForTimeout(500);
            var position = new ArrayList<String>();
            page.route(EVENTS, Route::abort);
            page.context().setOffline(true);
            assertThat(page.locator(".connection")).containsText("offline");
            var missed = lastOf(page);
            somethingHappensTo(missed);
            page.onRequest(request -> {
                if (request.url().contains("/outreach/v1/events")) {
                    position.add(request.headers().get("last-event-id"));
                }
            });
            page.waitForRequest(EVENTS, () -> page.context().setOffline(false));

            page.unroute(EVENTS);

            assertThat(page.locator(".tasks .task[href$='" + missed + "']")).hasCount(0);
            assertThat(page.locator(".connection")).containsText("live");
            assertThat(position).isNotEmpty().doesNotContainNull();
        }
    }

    /** The list as it was before three families were to be called. */
    private static void withoutTheFirstThree(Route route) {
        var answer = route.fetch();
        try {
            var json = new ObjectMapper();
            var list = (ObjectNode) json.readTree(answer.text());
            var left = json.createArrayNode();
            var taken = 0;
            for (var task : list.path("items")) {
                if (taken < NEW && task.path("state").asText().equals("OPEN") && !task.has("callAgainAt")) {
                    taken++;
                } else {
                    left.add(task);
                }
            }
            list.set("items", left);
            route.fulfill(new FulfillOptions().setResponse(answer).setBody(json.writeValueAsString(list)));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static String lastOf(Page page) {
        return page.locator(".tasks .task:not(.taken)")
                .last()
                .getAttribute("href")
                .replaceFirst(".*/", "");
    }

    /** Somebody else has reached the family. */
    private static void somethingHappensTo(String taskId) {
        Api.as("okafor", layout)
                .post(
                        Part.OUTREACH,
                        "/v1/call-tasks/" + taskId + "/attempts",
                        Map.of("outcome", "REACHED_GUARDIAN", "result", "WILL_NOT_COME_OTHER"));
    }

    /** Milliseconds between so many requests for the stream, each of which is answered like that. */
    private static List<Long> gaps(FulfillOptions answer, int requests) {
        var asked = new ArrayList<Long>();
        try (var desk = Desk.signIn(chromium.browser(), Screen.WIDE, layout.url(Part.DESK), "chen")) {
            var page = desk.page();
            page.route(EVENTS, (Route route) -> {
                asked.add(System.nanoTime() / 1_000_000);
                route.fulfill(answer);
            });
            page.reload();
            await().atMost(PATIENCE).pollInSameThread().until(() -> {
                page.waitForTimeout(100);
                return asked.size() >= requests;
            });
        }
        return IntStream.range(1, requests)
                .mapToObj(at -> asked.get(at) - asked.get(at - 1))
                .toList();
    }
}
