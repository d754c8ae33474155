package org.secondperiod.system.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

/** What callers write down beside a call: a number, a note for many, what came of a promise, what is to be done, and why. */
@ExtendWith(PlayedMorning.class)
class DeskWrittenDownIT {

    private static final String SCHOOL = School.HARBOR_POINT.id();
    private static final String CALLER = "diallo";
    private static final Duration SOON = Duration.ofSeconds(20);

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
    void aNumberThatIsFoundTakesTheFamilyOffTheListOfThoseWithoutOne() {
        try (var desk = signIn()) {
            var page = desk.page();
            desk.open("/s/" + SCHOOL + "/numbers");
            var panel = page.locator("section.panel").first();
            var student = panel.locator("h2 a").getAttribute("href").replaceFirst(".*/", "");
            assertThat(desk.findings()).isEmpty();
            panel.getByText("We have found a number").click();
            panel.locator("input[name=number]").fill("12");
            panel.locator("input[name=whose]").fill("an aunt");
            page.keyboard().press("Enter");
            assertThat(panel.locator(".error")).isVisible();
            panel.locator("input[name=number]").fill("(401) 555-0198");

            page.keyboard().press("Enter");

            assertThat(page.locator("section.panel h2 a[href$='" + student + "']"))
                    .hasCount(0);
            assertThat(stream(as(CALLER).get(Part.OUTREACH, "/v1/find-a-number?limit=500&school=" + SCHOOL))
                            .map(each -> each.path("studentId").asText()))
                    .doesNotContain(student);
        }
    }

    @Test
    void oneNoteStandsOnTheCardsOfManyAndIsTakenBack() {
        var words = "the 14 bus did not run, " + UUID.randomUUID();
        var task = toCall(0);
        try (var desk = signIn()) {
            var page = desk.page();
            desk.open("/s/" + SCHOOL + "/note");
            page.locator("textarea[name=text]").fill(words);
            page.keyboard().press("Control+Enter");
            assertThat(page.locator(".error")).containsText("Tick at least one family");
            page.locator("fieldset button").click();
            assertThat(desk.findings()).isEmpty();

            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Write it"))
                    .click();

            assertThat(page.locator(".notice")).isVisible();
            assertThat(notes(words)).hasSize(1);
            desk.open("/s/" + SCHOOL + "/calls/" + id(task));
            assertThat(page.locator(".card")).containsText(words);
            desk.open("/s/" + SCHOOL + "/note");
            page.locator("li", new Page.LocatorOptions().setHasText(words))
                    .locator("button")
                    .click();
            assertThat(page.getByText(words)).hasCount(0);
            assertThat(notes(words)).isEmpty();
        }
    }

    @Test
    void whatTheSchoolPromisedIsSaidToBeKeptOnTheCard() {
        var task = toCall(2);
        var what = "a MetroCard " + UUID.randomUUID();
        call(task, Map.of("promises", List.of(Map.of("what", what, "dueAt", inADay()))));
        try (var desk = signIn()) {
            var page = desk.page();
            desk.open("/s/" + SCHOOL + "/calls/" + id(task));
            var promise = page.locator("li", new Page.LocatorOptions().setHasText(what));

            promise.getByText("It was kept").click();

            assertThat(promise.locator(".mark.arrived")).containsText("kept");
            assertThat(desk.findings()).isEmpty();
        }
    }

    @Test
    void somethingToBeDoneIsWrittenDownOnTheStudentsDay() {
        var task = toCall(3);
        var what = "ask the nurse " + UUID.randomUUID();
        try (var desk = signIn()) {
            var page = desk.page();
            desk.open("/students/" + task.path("studentId").asText());
            page.getByText("Something is to be done").click();
            page.locator("textarea[name=what]").fill(what);
            assertThat(desk.findings()).isEmpty();

            page.locator("new-follow-up")
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Save"))
                    .click();

            assertThat(page.locator("new-follow-up [role=status]").first()).containsText("It is written down");
            assertThat(stream(as(CALLER).get(Part.OUTREACH, "/v1/follow-ups?limit=1000&owner=me&school=" + SCHOOL))
                            .map(each -> each.path("what").asText()))
                    .contains(what);
        }
    }

    @Test
    void whoKnowsTheStudentSaysWhatIsBehindAnAbsence() {
        var task = toCall(4);
        var attempt =
                call(task, Map.of()).path("attempts").get(0).path("attemptId").asText();
        try (var desk = signIn()) {
            var page = desk.page();
            desk.open("/calls/" + attempt);
            page.locator("summary", new Page.LocatorOptions().setHasText("What is behind it"))
                    .click();
            page.locator("select[name=cause]").last().selectOption("BARRIER");
            assertThat(desk.findings()).isEmpty();

            page.locator("details", new Page.LocatorOptions().setHasText("What is behind it"))
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Save"))
                    .click();

            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(as(CALLER)
                                    .get(Part.OUTREACH, "/v1/attempts/" + attempt)
                                    .path("rootCause")
                                    .path("cause")
                                    .asText())
                            .isEqualTo("BARRIER"));
        }
    }

    @Test
    void aStudentsDayIsToldInTheReadersLanguage() {
        var task = toCall(5);
        for (var language : List.of("es", "ar")) {
            var screen = new Screen(language, false, false);
            try (var desk = Desk.signIn(chromium.browser(), screen, layout.url(Part.DESK), CALLER)) {
                desk.open("/students/" + task.path("studentId").asText());
                assertThat(desk.page().locator(".timeline li").first()).isVisible();
                assertThat(desk.page().locator(".timeline [lang=en]")).hasCount(0);
                assertThat(desk.findings()).isEmpty();
            }
        }
    }

    @Test
    void whetherAttendanceArrivesIsShownBesideTheDoors() {
        try (var desk = Desk.signIn(chromium.browser(), Screen.WIDE, layout.url(Part.DESK), "okafor")) {
            desk.open("/feeds");

            var row = desk.page()
                    .locator("desk-sis-feeds tr", new Page.LocatorOptions().setHasText(School.HARBOR_POINT.name()));
            assertThat(row).containsText("attendance comes");
            assertThat(desk.findings()).isEmpty();
        }
    }

    private static Desk signIn() {
        return Desk.signIn(chromium.browser(), Screen.WIDE, layout.url(Part.DESK), CALLER);
    }

    /** A family was reached, and it stays open what comes of it. */
    private static JsonNode call(JsonNode task, Map<String, Object> more) {
        var body = new HashMap<String, Object>(more);
        body.put("outcome", "REACHED_GUARDIAN");
        body.put("result", "WILL_NOT_COME_OTHER");
        return as(CALLER).post(Part.OUTREACH, "/v1/call-tasks/" + id(task) + "/attempts", body);
    }

    /** One of those whom nobody has called: each test takes another. */
    private static JsonNode toCall(int n) {
        return stream(as("okafor")
                        .get(
                                Part.OUTREACH,
                                "/v1/call-tasks?state=OPEN&uncalled=true&limit=1000&school=%s&day=%s"
                                        .formatted(
                                                SCHOOL, PlayedMorning.morning().day())))
                .skip(n)
                .findFirst()
                .orElseThrow();
    }

    private static Stream<String> notes(String words) {
        return stream(as(CALLER)
                        .get(
                                Part.OUTREACH,
                                "/v1/group-notes?school=%s&day=%s"
                                        .formatted(
                                                SCHOOL, PlayedMorning.morning().day())))
                .map(note -> note.path("text").asText())
                .filter(words::equals);
    }

    private static String inADay() {
        return new ClockFile(layout.clockFile()).now().plus(Duration.ofDays(1)).toString();
    }

    private static String id(JsonNode task) {
        return task.path("taskId").asText();
    }

    private static Stream<JsonNode> stream(JsonNode listing) {
        return StreamSupport.stream(listing.path("items").spliterator(), false);
    }

    private static Api as(String name) {
        return Api.as(name, layout);
    }
}
