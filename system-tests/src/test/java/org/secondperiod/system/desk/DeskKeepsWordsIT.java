package org.secondperiod.system.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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

/** What a caller has written is never lost; and a family that nobody can dial stops nobody. */
@ExtendWith(PlayedMorning.class)
class DeskKeepsWordsIT {

    private static final String SCHOOL = School.SOCIAL_JUSTICE.id();
    private static final String CALLER = "chen";
    private static final String LEAD = "okafor";
    private static final String NOTE = "Bus 14 — no vino, 5 minutos";
    private static final Duration LIVE = Duration.ofSeconds(20);

    /** As long as a family is somebody's, and a little more. */
    private static final Duration LEASE = Duration.ofMinutes(11);

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
    void whoGoesToAnotherFamilyFindsWhatTheyHaveWritten() {
        try (var desk = signIn()) {
            var page = desk.page();
            var written = write(desk, "2");
            chip(page, "Ill").click();

            page.locator(".task:not([aria-current])").last().click();
            assertThat(page.locator("textarea[name=note]")).hasCount(0);
            page.goBack();

            assertThat(page).hasURL(Desk.addressOf(written));
            assertThat(page.locator("textarea[name=note]")).hasValue(NOTE);
            assertThat(page.locator("input[value=WILL_NOT_COME_VALID_REASON]")).isChecked();
            assertThat(page.locator("input[value=ILLNESS]")).isChecked();
            desk.assertQuiet();
        }
    }

    @Test
    void aSlipOfTheEscapeKeyLosesNothing() {
        try (var desk = signIn()) {
            var page = desk.page();
            write(desk, "6");
            page.locator("input[name=restricted]").check();

            page.keyboard().press("Escape");
            assertThat(page.locator(".tile.reached")).isVisible();
            page.locator(".tile.reached").click();

            assertThat(page.locator("textarea[name=note]")).hasValue(NOTE);
            assertThat(page.locator("input[name=restricted]")).isChecked();
        }
    }

    @Test
    void whatContradictsItselfComesBackWithTheFieldAndTheWords() {
        try (var desk = signIn()) {
            var page = desk.page();
            var written = write(desk, "1");
            page.getByText("Next step, and promises").click();
            chip(page, "Call again").click();

            page.keyboard().press("Control+Enter");

            assertThat(page).hasURL(Desk.addressOf(written));
            assertThat(page.locator("#error-callAgainAt")).containsText("the student is expected");
            assertThat(page.locator("input[name=again]")).isFocused();
            assertThat(page.locator("textarea[name=note]")).hasValue(NOTE);
            assertThat(attempts(written)).isEmpty();
            assertThat(desk.findings()).isEmpty();
            chip(page, "None").click();
            page.keyboard().press("Control+Enter");
            await().atMost(LIVE)
                    .untilAsserted(() ->
                            assertThat(task(written).path("state").asText()).isEqualTo("AWAITING_ARRIVAL"));
        }
    }

    @Test
    void whatTheFamilyPromisesIsWrittenDownAsTheirs() {
        try (var desk = signIn()) {
            var page = desk.page();
            var written = write(desk, "3");
            page.getByText("Next step, and promises").click();
            chip(page, "The family promises").click();
            page.locator("textarea[name=promise0]").fill("A note of the doctor");
            assertThat(desk.findings()).isEmpty();
            page.keyboard().press("Escape");
            page.locator(".tile.reached").click();

            assertThat(page.locator("input[name=promise0Side][value=FAMILY]")).isChecked();
            page.keyboard().press("Control+Enter");

            await().atMost(LIVE)
                    .untilAsserted(() -> assertThat(items(as(CALLER)
                                    .get(
                                            Part.OUTREACH,
                                            "/v1/promises?student="
                                                    + task(written)
                                                            .path("studentId")
                                                            .asText())
                                    .path("items")))
                            .filteredOn(promise -> promise.path("what").asText().equals("A note of the doctor"))
                            .extracting(promise -> promise.path("side").asText())
                            .containsExactly("FAMILY"));
        }
    }

    @Test
    void nobodyIsExpectedAfterTheLastBell() {
        try (var desk = signIn()) {
            var page = desk.page();
            write(desk, "1");
            page.locator("input[name=comingBy]").fill("23:55");

            page.keyboard().press("Control+Enter");

            assertThat(page.locator("form.log .error")).containsText("The school day ends at");
            assertThat(page.locator("input[name=comingBy]")).isFocused();
            assertThat(page.locator("textarea[name=note]")).hasValue(NOTE);
        }
    }

    @Test
    void whatIsTakenBackIsThereToBeWrittenAnew() {
        try (var desk = signIn()) {
            var page = desk.page();
            var written = write(desk, "3");
            page.keyboard().press("Control+Enter");
            assertThat(page.locator(".toast .link")).isEnabled();

            page.keyboard().press("u");

            assertThat(page).hasURL(Desk.addressOf(written));
            assertThat(page.locator("textarea[name=note]")).hasValue(NOTE);
        }
    }

    @Test
    void aScanThatLandsWhileSomebodyWritesTakesNothingAway() {
        try (var desk = signIn()) {
            var page = desk.page();
            page.locator(".task:not(.taken)").last().click();
            assertThat(page.locator(".callee").first()).isVisible();
            var written = write(desk, "3");

            as("doors")
                    .post(
                            Part.ENTRY,
                            "/v1/scans",
                            Map.of(
                                    "readerId", "R-SOUTH-MAIN",
                                    "studentId", task(written).path("studentId").asText(),
                                    "scannedAt",
                                            new ClockFile(layout.clockFile())
                                                    .now()
                                                    .toString()));

            assertThat(page.locator(".banner.arrived"))
                    .containsText(
                            "while you were calling",
                            new LocatorAssertions.ContainsTextOptions().setTimeout(LIVE.toMillis()));
            assertThat(page.locator("textarea[name=note]")).hasValue(NOTE);
            page.keyboard().press("Control+Enter");
            await().atMost(LIVE)
                    .untilAsserted(() -> assertThat(attempts(written))
                            .extracting(attempt -> attempt.path("note").asText())
                            .filteredOn(note -> !note.isEmpty())
                            .containsExactly(NOTE));
        }
    }

    @Test
    void whoseSignInEndsWhileTheyWriteSignsInBesideItAndGoesOn() {
        var address = layout.url(Part.DESK);
        try (var desk = Desk.signIn(chromium.browser(), Screen.WIDE, address, LEAD)) {
            var page = desk.page();
            desk.open("/s/" + SCHOOL + "/calls");
            var written = write(desk, "3");

            page.context().clearCookies();

            assertThat(page.locator("main > .notice"))
                    .containsText(
                            "Your sign-in has ended",
                            new LocatorAssertions.ContainsTextOptions().setTimeout(LIVE.toMillis()));
            assertThat(page.locator("textarea[name=note]")).hasValue(NOTE);
            var beside = page.context()
                    .waitForPage(() -> page.getByText("Sign in in another tab").click());
            beside.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(LEAD))
                    .click();
            beside.locator("nav.pages").waitFor();
            page.bringToFront();
            page.locator("textarea[name=note]").focus();
            page.keyboard().press("Control+Enter");
            await().atMost(LIVE)
                    .untilAsserted(() -> assertThat(attempts(written))
                            .extracting(attempt -> attempt.path("note").asText())
                            .contains(NOTE));
        }
    }

    @Test
    void whatSomebodyWroteIsNotShownToTheNextWhoSignsInAndIsThereForThemAgain() {
        try (var desk = signIn()) {
            var page = desk.page();
            write(desk, "3");

            var next = desk.nextPerson(LEAD);

            assertThat(page.locator("h1")).hasText("Somebody else has signed in here");
            assertThat(page.locator("textarea, .card, nav.pages")).hasCount(0);
            assertThat(next.locator("body")).not().containsText(NOTE);
            next.close();
            desk.nextPerson(CALLER);
            assertThat(page.locator("textarea[name=note]")).hasValue(NOTE);
        }
    }

    @Test
    void whoseTimeWithAFamilyRunsOutKeepsWhatTheyHaveWritten() {
        try (var desk = signIn()) {
            var page = desk.page();
            page.keyboard().press("n");
            assertThat(page.locator(".task[aria-current] .mark.mine")).isVisible();
            var written = write(desk, "3");
            var clock = new ClockFile(layout.clockFile());

            clock.set(clock.now().plus(LEASE), 1);

            // Services look at the clock a few times a second.
            await().atMost(LIVE)
                    .ignoreExceptions()
                    .until(() ->
                            as(LEAD).post(Part.OUTREACH, "/v1/call-tasks/" + written + "/claim", Map.of()) != null);
            assertThat(page.locator(".banner", new Page.LocatorOptions().setHasText(LEAD)))
                    .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(LIVE.toMillis()));
            assertThat(page.locator("textarea[name=note]")).hasValue(NOTE);
            page.keyboard().press("Control+Enter");
            await().atMost(LIVE)
                    .untilAsserted(() -> assertThat(attempts(written))
                            .extracting(attempt -> attempt.path("note").asText())
                            .contains(NOTE));
        }
    }

    @Test
    void aContactWithoutANumberIsShownWithTheWayOut() {
        var found = School.ALL.stream()
                .flatMap(school -> tasks(LEAD, school.id()))
                .flatMap(task -> callees(LEAD, task)
                        .filter(callee -> callee.path("mayBeCalled").asBoolean()
                                && callee.path("numbers").isEmpty())
                        .map(callee -> Map.entry(task, callee.path("name").asText())))
                .findFirst()
                .orElseThrow();
        try (var desk = Desk.signIn(chromium.browser(), Screen.WIDE, layout.url(Part.DESK), LEAD)) {
            desk.settled();
            var page = desk.page();
            desk.open("/s/%s/calls/%s".formatted(found.getKey().path("schoolId").asText(), id(found.getKey())));
            var callee = page.locator(".callee", new Page.LocatorOptions().setHasText(found.getValue()))
                    .first();
            assertThat(callee).containsText("No number is known");

            callee.getByText("We have found a number").click();

            assertThat(callee.locator("input[name=number]")).isFocused();
            assertThat(callee.locator("input[name=whose]")).hasValue(found.getValue());
            assertThat(desk.findings()).isEmpty();
        }
    }

    @Test
    void aFamilyThatNobodyCanDialStopsNobody() {
        var task = tasks().filter(
                        each -> dialable(each).size() == 1 && attempts(id(each)).isEmpty())
                .findFirst()
                .orElseThrow();
        var only = dialable(task).getFirst();
        as(CALLER)
                .post(
                        Part.OUTREACH,
                        "/v1/call-tasks/" + id(task) + "/attempts",
                        Map.of(
                                "outcome",
                                "NOT_IN_SERVICE",
                                "keepClaim",
                                false,
                                "number",
                                only.path("number").asText()));
        try (var desk = signIn()) {
            var page = desk.page();
            desk.open("/s/" + SCHOOL + "/calls/" + id(task));
            assertThat(page.locator(".nobody")).containsText("Nobody here can be dialled now");
            assertThat(page.locator(".number").first()).containsText("not in service");
            assertThat(desk.findings()).isEmpty();

            page.locator(".nobody button").click();

            assertThat(page).not().hasURL(Desk.addressOf(id(task)));
            assertThat(page.locator(".task[aria-current] .mark.mine")).isVisible();
        }
    }

    private static Desk signIn() {
        var desk = Desk.signIn(chromium.browser(), Screen.WIDE, layout.url(Part.DESK), CALLER);
        desk.settled();
        return desk;
    }

    /** Somebody was reached, by whatever telephone; what they say is written, and not saved yet. */
    private static String write(Desk desk, String result) {
        var page = desk.page();
        assertThat(page.locator(".tile").first()).isVisible();
        page.keyboard().press("5");
        assertThat(page.locator("form.log")).isVisible();
        page.keyboard().press(result);
        assertThat(page.locator("textarea[name=note]")).isFocused();
        page.keyboard().type(NOTE);
        return page.url().replaceFirst(".*/", "");
    }

    private static Locator chip(Page page, String words) {
        return page.locator("label.chip", new Page.LocatorOptions().setHasText(Pattern.compile("^" + words + "$")));
    }

    private static Stream<JsonNode> tasks() {
        return tasks(CALLER, SCHOOL);
    }

    private static Stream<JsonNode> tasks(String who, String school) {
        return items(as(who).get(
                        Part.OUTREACH,
                        "/v1/call-tasks?state=OPEN&limit=1000&school=%s&day=%s"
                                .formatted(school, PlayedMorning.morning().day()))
                .path("items"));
    }

    private static Stream<JsonNode> callees(String who, JsonNode task) {
        return items(as(who).get(Part.OUTREACH, "/v1/call-tasks/" + id(task) + "/card")
                .path("callees"));
    }

    private static List<JsonNode> dialable(JsonNode task) {
        return callees(CALLER, task)
                .flatMap(callee -> items(callee.path("numbers")))
                .filter(number -> number.path("mayBeDialledNow").asBoolean())
                .toList();
    }

    private static List<JsonNode> attempts(String taskId) {
        return items(as(CALLER)
                        .get(Part.OUTREACH, "/v1/call-tasks/" + taskId + "/attempts")
                        .path("items"))
                .toList();
    }

    private static JsonNode task(String taskId) {
        return as(CALLER).get(Part.OUTREACH, "/v1/call-tasks/" + taskId);
    }

    private static String id(JsonNode task) {
        return task.path("taskId").asText();
    }

    private static Stream<JsonNode> items(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static Api as(String name) {
        return Api.as(name, layout);
    }
}
