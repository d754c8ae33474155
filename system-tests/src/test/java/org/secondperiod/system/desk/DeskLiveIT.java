package org.secondperiod.system.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
import org.secondperiod.local.stack.Layout;
import org.secondperiod.local.stack.Part;
import org.secondperiod.system.PlayedMorning;

/** How a desk comes back to a stream of events that ends, whatever ends it. */
@ExtendWith(PlayedMorning.class)
class DeskLiveIT {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
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

    /** Milliseconds between so many requests for the stream, each of which is answered like that. */
    private static List<Long> gaps(FulfillOptions answer, int requests) {
        var asked = new ArrayList<Long>();
        try (var desk = Desk.signIn(chromium.browser(), Screen.WIDE, layout.url(Part.DESK), "chen")) {
            var page = desk.page();
            page.route("**/api/outreach/v1/events*", (Route route) -> {
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
