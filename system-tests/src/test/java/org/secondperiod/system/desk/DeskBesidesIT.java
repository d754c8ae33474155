package org.secondperiod.system.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.secondperiod.local.api.Api;
import org.secondperiod.local.clock.ClockFile;
import org.secondperiod.local.district.School;
import org.secondperiod.local.stack.Layout;
import org.secondperiod.local.stack.Part;
import org.secondperiod.system.PlayedMorning;

/** What is done beside calling: a call is corrected, a family calls us, a sheet is printed and keyed in, calls change hands. */
@ExtendWith(PlayedMorning.class)
class DeskBesidesIT {

    private static final String SCHOOL = School.HARBOR_POINT.id();
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HHmm").withZone(ZoneId.of("America/New_York"));

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
    void aCallIsCorrectedWhateverOthersDidMeanwhileAndSaysWhatItSaidBefore() {
        var task = toCall().findFirst().orElseThrow();
        var call = as("diallo")
                .post(
                        Part.OUTREACH,
                        "/v1/call-tasks/" + id(task) + "/attempts",
                        Map.of("outcome", "REACHED_GUARDIAN", "result", "WILL_NOT_COME_OTHER", "note", "bus 14"));
        var attemptId = call.path("attempts").get(0).path("attemptId").asText();
        try (var desk = signIn("diallo")) {
            var page = desk.page();
            desk.open("/s/" + SCHOOL + "/done");
            page.locator("td a[href='/students/" + task.path("studentId").asText() + "']")
                    .click();
            page.getByText("history, correct").click();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Correct it"))
                    .click();
            chip(page, "Not today, with a good reason").click();
            chip(page, "Ill").click();
            assertThat(page.locator("textarea")).hasValue("bus 14");
            as("okafor")
                    .put(
                            Part.OUTREACH,
                            "/v1/attempts/" + attemptId,
                            Map.of("outcome", "REACHED_STUDENT", "result", "WILL_NOT_COME_OTHER"));

            save(page).click();

            assertThat(page.locator(".notice")).containsText("Somebody else has changed this meanwhile");
            assertThat(page.locator("textarea")).hasValue("bus 14");
            save(page).click();
            assertThat(page.locator(".notice")).containsText("Corrected.");
            assertThat(page.locator("ol.said li")).hasCount(3);
            assertThat(page.locator("ol.said li").last()).containsText("Not today, otherwise");
            assertThat(attempt(attemptId).path("reason").asText()).isEqualTo("ILLNESS");
            assertThat(attempt(attemptId).path("note").asText()).isEqualTo("bus 14");
            assertThat(desk.findings()).isEmpty();
        }
    }

    @Test
    void aFamilyThatCallsUsIsFoundByNameAndNobodyCallsThemAgain() {
        var task = toCall().skip(1).findFirst().orElseThrow();
        try (var desk = signIn("diallo")) {
            var page = desk.page();
            desk.open("/find");
            page.locator("#q").fill(familyName(task));
            page.keyboard().press("Enter");
            page.locator(".results a.they[href*='" + task.path("studentId").asText() + "']")
                    .click();
            chip(page, "Not today, with a good reason").click();
            save(page).click();
            assertThat(page.locator(".error")).containsText("A good reason is a reason");
            chip(page, "Family emergency").click();
            assertThat(desk.findings()).isEmpty();

            save(page).click();

            assertThat(page.locator("ol.said")).containsText("Family emergency");
            assertThat(page.locator("ol.said")).containsText("They called us");
            await().atMost(SOON)
                    .untilAsserted(() ->
                            assertThat(task(id(task)).path("state").asText()).isEqualTo("DONE"));
            desk.assertQuiet();
        }
    }

    @Test
    void aSheetIsPrintedAndKeyedInOnceByItsCodes() {
        try (var desk = signIn("diallo")) {
            var page = desk.page();
            desk.open("/s/" + SCHOOL + "/sheet");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Make a sheet")))
                    .click();
            assertThat(page.locator(".sheet-line").first()).isVisible();
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(page.locator(".strip")).isHidden();
            assertThat(page.locator(".sheet")).containsText("shred it");
            var line = page.locator(".sheet-line").first();
            assertThat(page.locator(".sheet-numbers b").first()).isVisible();
            var code = line.locator(".sheet-code").innerText();
            var name = line.locator("strong").first().innerText();
            var called = tasks("")
                    .filter(task -> name.endsWith(familyName(task)))
                    .map(DeskBesidesIT::id)
                    .toList();
            var before = called.stream().mapToLong(DeskBesidesIT::attempts).sum();
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
            var at = CLOCK.format(now().minusSeconds(120));

            keyIn(desk, code.toLowerCase(Locale.ROOT), at);
            assertThat(page.locator(".keyed-says").first()).containsText(name);
            type(page, 1, "code", "2222");
            type(page, 1, "what", "1");
            type(page, 1, "at", at);
            page.keyboard().press("Control+Enter");

            assertThat(page.locator(".keyed-row.saved")).hasCount(1);
            assertThat(page.locator(".keyed-row.refused .error")).containsText("No family of this day has this code");
            assertThat(desk.findings()).isEmpty();
            page.onDialog(Dialog::accept);
            keyIn(desk, code, at);
            page.keyboard().press("Control+Enter");
            assertThat(page.locator(".keyed-row.saved")).hasCount(1);
            assertThat(called.stream().mapToLong(DeskBesidesIT::attempts).sum()).isEqualTo(before + 1);
        }
    }

    @Test
    void linesThatAreTypedAndNotSavedAreThereAgainForTheirDayAndGoAlongToAnother() {
        var yesterday = PlayedMorning.morning().day().minusDays(1).toString();
        try (var desk = signIn("diallo")) {
            var page = desk.page();
            desk.open("/s/" + SCHOOL + "/key-in");
            type(page, 0, "code", "2222");
            type(page, 0, "what", "1");
            type(page, 0, "note", "bus 14");

            page.locator("nav.pages a[href$='/done']").click();
            assertThat(page.locator(".keyed-row")).hasCount(0);
            page.goBack();

            assertThat(typed(page, "code")).hasValue("2222");
            assertThat(typed(page, "what")).hasValue("1");
            assertThat(typed(page, "note")).hasValue("bus 14");

            page.locator("input[type=date]").fill(yesterday);
            assertThat(page).hasURL(Pattern.compile(".*/key-in\\?day=" + yesterday + "$"));
            assertThat(typed(page, "code")).hasValue("2222");
            page.goBack();
            assertThat(typed(page, "code")).hasValue("");
            page.goForward();
            assertThat(typed(page, "code")).hasValue("2222");
        }
    }

    @Test
    void linesThatAreTypedAreNotShownToTheNextWhoSignsInAndAreThereForTheirWriterAgain() {
        try (var desk = signIn("diallo")) {
            var page = desk.page();
            desk.open("/s/" + SCHOOL + "/key-in");
            type(page, 0, "code", "2222");
            type(page, 0, "note", "bus 14");
            page.locator("nav.pages a[href$='/done']").click();
            assertThat(page.locator(".keyed-row")).hasCount(0);

            var next = desk.nextPerson("okafor");

            assertThat(page.locator("h1")).hasText("Somebody else has signed in here");
            next.navigate(layout.url(Part.DESK) + "/s/" + SCHOOL + "/key-in");
            assertThat(typed(next, "code")).hasValue("");
            next.close();
            desk.nextPerson("diallo");
            page.goBack();
            assertThat(typed(page, "note")).hasValue("bus 14");
        }
    }

    /** What stands in the first line. */
    private static Locator typed(Page page, String field) {
        return page.locator(".keyed-row").first().locator("input[name^=" + field + "-]");
    }

    @Test
    void theLeadSharesCallsOutAndTakesThemBackWhenSomebodyGoesHome() {
        try (var desk = signIn("okafor")) {
            var page = desk.page();
            desk.open("/s/" + SCHOOL + "/sharing");
            var diallo = page.locator(".callers label", new Page.LocatorOptions().setHasText("diallo"));
            diallo.waitFor();
            if (!diallo.locator("input").isChecked()) {
                diallo.click();
            }
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Propose"))
                    .click();
            assertThat(page.locator("td .mark").first()).isVisible();
            assertThat(desk.findings()).isEmpty();

            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Share \\d+ calls?")))
                    .click();

            assertThat(page.locator(".notice")).containsText("shared out");
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(sharedOutTo("diallo")).isPositive());
            page.locator("select[name=from]").selectOption("diallo");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Hand them over"))
                    .click();
            assertThat(page.locator(".notice")).containsText("changed hands");
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(sharedOutTo("diallo")).isZero());
        }
    }

    @Test
    void aFollowUpIsHandedOn() {
        var student = toCall().findFirst().orElseThrow().path("studentId").asText();
        var what = "a MetroCard " + UUID.randomUUID();
        var followUp = as("diallo")
                .post(
                        Part.OUTREACH,
                        "/v1/follow-ups",
                        Map.of(
                                "studentId",
                                student,
                                "schoolId",
                                SCHOOL,
                                "what",
                                what,
                                "dueAt",
                                now().plus(Duration.ofDays(1)).toString()));
        try (var desk = signIn("diallo")) {
            var page = desk.page();
            desk.open("/s/" + SCHOOL + "/follow-ups");
            var panel = page.locator(".panel", new Page.LocatorOptions().setHasText(what));
            panel.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Hand it on"))
                    .click();
            panel.locator("input[name=owner]").fill("haddad");
            page.keyboard().press("Enter");
            assertThat(panel.locator(".error")).containsText("Nobody of that name");
            panel.locator("input[name=owner]").fill("okafor");
            assertThat(desk.findings()).isEmpty();

            page.keyboard().press("Enter");

            assertThat(page.locator(".notice")).containsText("okafor");
            assertThat(as("okafor")
                            .get(
                                    Part.OUTREACH,
                                    "/v1/follow-ups/"
                                            + followUp.path("followUpId").asText())
                            .path("owner")
                            .asText())
                    .isEqualTo("okafor");
        }
    }

    @Test
    void whatSomebodyElseGivesIsThereByItselfAndIsCountedOnceItIsDue() {
        var task = toCall().findFirst().orElseThrow();
        var what = "a MetroCard " + UUID.randomUUID();
        try (var desk = signIn("diallo")) {
            var page = desk.page();
            desk.open("/s/" + SCHOOL + "/follow-ups");
            var due = page.locator("nav.pages due-follow-ups b");
            due.waitFor();
            var before = Integer.parseInt(due.innerText());
            as("okafor")
                    .post(
                            Part.OUTREACH,
                            "/v1/follow-ups",
                            Map.of(
                                    "studentId",
                                    task.path("studentId").asText(),
                                    "schoolId",
                                    SCHOOL,
                                    "what",
                                    what,
                                    "owner",
                                    "diallo",
                                    "dueAt",
                                    now().minusSeconds(60).toString()));

            as("okafor").post(Part.OUTREACH, "/v1/call-tasks/" + id(task) + "/attempts", Map.of("outcome", "BUSY"));

            var panel = page.locator(".panel", new Page.LocatorOptions().setHasText(what));
            panel.waitFor();
            assertThat(due).hasText(String.valueOf(before + 1), soon());
            panel.locator("button.button:not(.quiet)").click();
            panel.locator("form button.button:not(.quiet)").click();
            assertThat(panel).hasCount(0);
            assertThat(due).hasText(String.valueOf(before));
        }
    }

    private static LocatorAssertions.HasTextOptions soon() {
        return new LocatorAssertions.HasTextOptions().setTimeout(SOON.toMillis());
    }

    @Test
    void whoEndsAPromiseThatSomebodyElseHasEndedSeesHowItIsAndChangesNothing() {
        var task = toCall().findFirst().orElseThrow();
        var what = "a MetroCard " + UUID.randomUUID();
        var due = now().plus(Duration.ofDays(1)).toString();
        as("okafor")
                .post(
                        Part.OUTREACH,
                        "/v1/call-tasks/" + id(task) + "/attempts",
                        Map.of(
                                "outcome",
                                "REACHED_GUARDIAN",
                                "result",
                                "WILL_NOT_COME_OTHER",
                                "promises",
                                List.of(Map.of("what", what, "dueAt", due))));
        var promise = promise(task, what).path("promiseId").asText();
        try (var desk = signIn("diallo")) {
            var page = desk.page();
            desk.open("/s/" + SCHOOL + "/calls/" + id(task));
            var shown = page.locator("card-history li", new Page.LocatorOptions().setHasText(what));
            shown.waitFor();
            as("okafor").post(Part.OUTREACH, "/v1/promises/" + promise + "/end", Map.of("how", "KEPT"));

            shown.getByText("It was not kept").click();

            assertThat(page.locator("card-history .changed")).containsText("Somebody else was first");
            assertThat(page.locator("card-history .changed")).containsText("okafor");
            assertThat(desk.findings()).isEmpty();
            var kept = as("okafor").get(Part.OUTREACH, "/v1/promises/" + promise);
            assertThat(kept.path("state").asText()).isEqualTo("KEPT");
        }
    }

    private static JsonNode promise(JsonNode task, String what) {
        var promises = as("okafor")
                .get(
                        Part.OUTREACH,
                        "/v1/promises?student=" + task.path("studentId").asText());
        return StreamSupport.stream(promises.path("items").spliterator(), false)
                .filter(each -> each.path("what").asText().equals(what))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everybodySaysWhichLanguagesTheySpeak() {
        try (var desk = signIn("diallo")) {
            var page = desk.page();
            desk.open("/me");
            page.locator("spoken-languages .chip", new Page.LocatorOptions().setHasText("French"))
                    .click();
            assertThat(desk.findings()).isEmpty();

            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Save").setExact(true))
                    .click();

            assertThat(page.locator("spoken-languages [role=status]")).hasText("Saved.");
        }
    }

    @Test
    void theDistrictSaysItInItsOwnWords() {
        try (var desk = signIn("moreau")) {
            var page = desk.page();
            desk.open("/scripts");
            page.getByText("Another language").click();
            page.locator("input[name=code]").fill("wo");
            page.keyboard().press("Enter");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Say it otherwise: To a machine"))
                    .click();
            page.locator("textarea").fill("{student} a. b. c. d.");
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Save").setExact(true))
                    .click();
            assertThat(page.locator(".error")).containsText("at most 3 sentences");
            page.locator("textarea").fill("{school} la. Wo leen ma.");
            assertThat(page.locator("form.script blockquote")).hasText("Bronx Lab la. Wo leen ma.");
            assertThat(desk.findings()).isEmpty();

            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Save").setExact(true))
                    .click();

            assertThat(page.locator(".notice")).containsText("Saved");
            var scripts = as("moreau").get(Part.OUTREACH, "/v1/scripts").path("items");
            assertThat(StreamSupport.stream(scripts.spliterator(), false)
                            .filter(script -> script.path("language").asText().equals("wo"))
                            .map(script -> script.path("text").asText()))
                    .containsExactly("{school} la. Wo leen ma.");
        }
    }

    // ---- at the desk ------------------------------------------------------------------------------------------------

    private static Desk signIn(String name) {
        return Desk.signIn(chromium.browser(), Screen.WIDE, layout.url(Part.DESK), name);
    }

    private static Locator chip(Page page, String words) {
        return page.locator("label.chip", new Page.LocatorOptions().setHasText(Pattern.compile("^" + words + "$")));
    }

    private static Locator save(Page page) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save").setExact(true));
    }

    private static void keyIn(Desk desk, String code, String at) {
        desk.open("/s/" + SCHOOL + "/key-in");
        type(desk.page(), 0, "code", code);
        assertThat(desk.page().locator("input[name^=what-]").first()).isFocused();
        type(desk.page(), 0, "what", "1");
        type(desk.page(), 0, "at", at);
        desk.page().keyboard().press("Enter");
        assertThat(desk.page().locator(".keyed-row")).hasCount(2);
    }

    private static void type(Page page, int row, String field, String words) {
        var input = page.locator(".keyed-row").nth(row).locator("input[name^=" + field + "-]");
        input.click();
        page.keyboard().type(words);
    }

    // ---- what came of it --------------------------------------------------------------------------------------------

    /** Tasks that nobody has and nobody was called about. */
    private static Stream<JsonNode> toCall() {
        return tasks("&state=OPEN&uncalled=true");
    }

    private static Stream<JsonNode> tasks(String which) {
        var tasks = as("okafor")
                .get(
                        Part.OUTREACH,
                        "/v1/call-tasks?school=%s&day=%s&limit=1000%s"
                                .formatted(SCHOOL, PlayedMorning.morning().day(), which));
        return StreamSupport.stream(tasks.path("items").spliterator(), false);
    }

    private static long sharedOutTo(String caller) {
        return toCall().filter(task -> task.path("assignedTo").asText().equals(caller))
                .count();
    }

    private static String id(JsonNode task) {
        return task.path("taskId").asText();
    }

    private static String familyName(JsonNode task) {
        return task.path("student").path("familyName").asText();
    }

    private static JsonNode task(String taskId) {
        return as("okafor").get(Part.OUTREACH, "/v1/call-tasks/" + taskId);
    }

    private static JsonNode attempt(String attemptId) {
        return as("okafor").get(Part.OUTREACH, "/v1/attempts/" + attemptId);
    }

    private static long attempts(String taskId) {
        return as("okafor")
                .get(Part.OUTREACH, "/v1/call-tasks/" + taskId + "/attempts")
                .path("items")
                .size();
    }

    private static Instant now() {
        return new ClockFile(layout.clockFile()).now();
    }

    private static Api as(String name) {
        return Api.as(name, layout);
    }
}
