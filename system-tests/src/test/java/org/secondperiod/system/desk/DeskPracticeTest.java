package org.secondperiod.system.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.secondperiod.local.stack.Layout;
import org.secondperiod.local.stack.Part;
import org.secondperiod.system.PlayedMorning;

/** Somebody practises before they call a family. */
@ExtendWith(PlayedMorning.class)
class DeskPracticeTest {

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
    void practiceAsksNoServiceAndSaysWhatItIs() throws IOException {
        try (var desk = Desk.signIn(chromium.browser(), Screen.NARROW, layout.url(Part.DESK), "chen")) {
            var page = desk.page();
            desk.open("/practice");
            assertThat(page.locator(".practice h2").first()).hasText("Ana Reyes");
            var asked = new ArrayList<String>();
            page.onRequest(request -> {
                if (request.url().contains("/api/")) {
                    asked.add(request.url());
                }
            });
            Look.at(desk, "practice");

            page.keyboard().press("c");
            page.keyboard().press("5");
            page.keyboard().press("1");
            page.keyboard().press("Control+Enter");
            assertThat(page.locator(".notice")).containsText("Just so.");
            page.keyboard().press("c");
            page.keyboard().press("1");
            assertThat(page.locator(".notice")).containsText("Most people would write: Voicemail");
            page.keyboard().press("u");

            assertThat(page.locator("#practice-title")).hasText("Marcus Reid");
            assertThat(page.locator(".practice-label")).isInViewport();
            assertThat(asked).isEmpty();
        }
    }

    @Test
    void aSecondNumberThatIsTakenBackIsTheSecondNumberStill() {
        try (var desk = Desk.signIn(chromium.browser(), Screen.WIDE, layout.url(Part.DESK), "chen")) {
            var page = desk.page();
            desk.open("/practice");
            page.getByText("Amina Diallo").first().click();
            page.keyboard().press("c");
            page.keyboard().press("4");
            assertThat(page.locator("article .button bdi").first()).hasText("(347) 555-0163");
            page.keyboard().press("c");
            page.keyboard().press("1");

            page.keyboard().press("u");

            assertThat(page.locator("#practice-title")).containsText("Amina Diallo");
            assertThat(page.locator("article .button bdi").first()).hasText("(347) 555-0163");
        }
    }
}
