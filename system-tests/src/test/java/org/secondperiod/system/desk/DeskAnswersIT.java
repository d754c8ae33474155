package org.secondperiod.system.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.secondperiod.local.district.School;
import org.secondperiod.local.stack.Layout;
import org.secondperiod.local.stack.Part;
import org.secondperiod.system.PlayedMorning;

/** The desk of whoever answers for a school or the district: the principal's morning, the lead's notes, and who saw what. */
@ExtendWith(PlayedMorning.class)
class DeskAnswersIT {

    private static final School SCHOOL = School.BRONX_LAB;

    private static Chromium chromium;
    private static Layout layout;
    private static OnTheDay day;

    @BeforeAll
    static void open() {
        layout = PlayedMorning.morning().stack().layout();
        chromium = new Chromium();
        day = new OnTheDay(layout);
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @Test
    void thePrincipalSeesWhoCameInAndWhomNobodyHasReached() {
        var inVain = day.absent(SCHOOL);
        day.call(inVain, Map.of("outcome", "NO_ANSWER"));
        var never = day.absent(SCHOOL);
        try (var desk = signIn("bianchi")) {
            var page = desk.page();
            assertThat(page).hasURL(Pattern.compile(".*/s/" + SCHOOL.id() + "/principal$"));
            assertThat(page.locator("main h1")).hasText("Principal's morning");
            assertThat(page.locator("nav.pages")).not().containsText("This morning");
            var called = families(page, "Called, and nobody reached").locator(dayOf(inVain));
            assertThat(called).isVisible();
            assertThat(families(page, "Not called yet").locator(dayOf(never))).isVisible();
            assertThat(families(page, "Came in").locator("li").first())
                    .containsText(Pattern.compile("at \\d\\d:\\d\\d"));
            assertThat(page.locator(".figures.large dd").first()).containsText(Pattern.compile("\\d+ of \\d+"));
            assertThat(desk.findings()).isEmpty();

            day.call(inVain, Map.of("outcome", "REACHED_GUARDIAN", "result", "WILL_NOT_COME_OTHER"));

            assertThat(called).hasCount(0);
            families(page, "Not called yet").locator(dayOf(never)).click();
            assertThat(page.locator(".timeline li").first()).isVisible();
            desk.assertQuiet();
        }
    }

    private static Locator families(Page page, String title) {
        return page.locator("section[aria-label='" + title + "']");
    }

    @Test
    void theLeadSeesWhatManyHaveInCommonAndHowMany() {
        var words = "late bus 14, " + UUID.randomUUID();
        var task = day.absent(SCHOOL);
        day.as("rivera")
                .post(
                        Part.OUTREACH,
                        "/v1/group-notes",
                        Map.of(
                                "schoolId",
                                SCHOOL.id(),
                                "schoolDay",
                                PlayedMorning.morning().day().toString(),
                                "reason",
                                "TRANSPORT",
                                "text",
                                words,
                                "taskIds",
                                List.of(task.path("taskId").asText())));
        try (var desk = signIn("okafor")) {
            var page = desk.page();
            desk.open("/s/" + SCHOOL.id() + "/morning");
            assertThat(page.locator("group-notes li", new Page.LocatorOptions().setHasText(words)))
                    .containsText("1 student");
            assertThat(desk.findings()).isEmpty();

            desk.open("/s/" + SCHOOL.id() + "/calls/" + task.path("taskId").asText());

            assertThat(page.locator(".card .notice", new Page.LocatorOptions().setHasText(words)))
                    .containsText("1 student");
        }
    }

    @Test
    void theAuditSaysWhoseDataSomebodySawAndWhetherAStudentIsAmongThem() {
        var seen = OnTheDay.items(day.as("rivera").get(Part.OUTREACH, "/v1/call-tasks?limit=1&" + OnTheDay.of(SCHOOL)))
                .findFirst()
                .orElseThrow()
                .path("studentId")
                .asText();
        try (var desk = signIn("moreau")) {
            var page = desk.page();
            desk.open("/audit");
            page.locator("select[name=show]").selectOption("students");
            search(page);
            assertThat(page.locator(".notice")).containsText("a person or system, or an address");
            page.locator("input[name=subject]").fill("rivera");
            page.locator("select[name=school]").selectOption(SCHOOL.id());
            page.locator("input[name=student]").fill(seen);
            search(page);

            assertThat(page.locator("tbody tr")).hasCount(1);
            assertThat(page.locator("tbody th code")).hasText(seen);
            assertThat(desk.findings()).isEmpty();
            page.locator("input[name=student]").fill("nobody-of-that-id");
            search(page);
            assertThat(page.locator("tbody tr")).hasCount(0);

            page.locator("select[name=show]").selectOption("rows");
            page.locator("input[name=from]").fill("2026-01-02");
            page.locator("input[name=to]").fill("2026-01-01");
            search(page);
            assertThat(page.locator(".notice")).containsText("before the first");
            page.locator("input[name=from]").fill("");
            page.locator("input[name=to]").fill("");
            search(page);
            assertThat(page.locator("tbody tr").first()).containsText("rivera");
            assertThat(desk.findings()).isEmpty();
            desk.assertQuiet();
        }
    }

    private static void search(Page page) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Search").setExact(true))
                .click();
    }

    private static Desk signIn(String name) {
        var desk = Desk.signIn(chromium.browser(), Screen.WIDE, layout.url(Part.DESK), name);
        desk.settled();
        return desk;
    }

    private static String dayOf(JsonNode task) {
        return "a[href='/students/" + task.path("studentId").asText() + "']";
    }
}
