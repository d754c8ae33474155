package org.secondperiod.system.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.secondperiod.system.desk.OnTheDay.SOON;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.secondperiod.local.district.District;
import org.secondperiod.local.district.Guardian;
import org.secondperiod.local.district.School;
import org.secondperiod.local.district.Student;
import org.secondperiod.local.stack.Layout;
import org.secondperiod.local.stack.Part;
import org.secondperiod.system.PlayedMorning;

/** What callers see beside the next call: whom to look for, who calls from a number, what is done, and a day on paper. */
@ExtendWith(PlayedMorning.class)
class DeskCallersDayIT {

    private static final School SCHOOL = School.SOCIAL_JUSTICE;
    private static final String CALLER = "chen";
    private static final Pattern DIALLED = Pattern.compile("\\(\\d{3}\\) 555-0\\d{3}");

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
    void whoeverCallsSeesWhomToLookForAndSaysWhoWasFound() {
        try (var desk = signIn(CALLER)) {
            var page = desk.page();
            var task = day.absent(SCHOOL);
            day.call(task, Map.of("outcome", "REACHED_GUARDIAN", "result", "SAYS_LEFT_FOR_SCHOOL"));
            page.locator(".urgent .banner", new Page.LocatorOptions().setHasText("to be looked for in the building"))
                    .click();
            assertThat(page).hasURL(Pattern.compile(".*/hallway$"));
            var panel = page.locator(
                    ".check-panel", new Page.LocatorOptions().setHas(page.locator("a[href='" + dayOf(task) + "']")));
            assertThat(panel).containsText("left for school");
            assertThat(desk.findings()).isEmpty();

            panel.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Found in the building"))
                    .click();

            assertThat(panel).hasCount(0);
            assertThat(OnTheDay.items(day.as(CALLER).get(Part.OUTREACH, "/v1/building-checks?" + OnTheDay.of(SCHOOL)))
                            .filter(check -> check.path("studentId").asText().equals(id(task)))
                            .map(check -> check.path("state").asText()))
                    .containsExactly("FOUND");
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(day.state(SCHOOL, id(task))).isEqualTo("SEEN_IN_SCHOOL"));
            desk.assertQuiet();
        }
    }

    /** Of a contact whom a court keeps from the student; nobody else of the district has the number. */
    private record Kept(Student student, String number) {}

    @Test
    void whoCallsFromANumberThatMustNotBeToldIsKnownAtOnceAndOnTheForm() {
        var kept = somebodyKeptFromIt();
        try (var desk = signIn("okafor")) {
            var page = desk.page();
            desk.open("/find");
            page.locator("#q").fill(kept.number());
            page.keyboard().press("Enter");
            var href = "a[href='/students/" + kept.student().id() + "']";
            var found = page.locator(".results li", new Page.LocatorOptions().setHas(page.locator(href)));
            assertThat(found.locator(".mark.safety")).containsText("must not be told anything");
            assertThat(desk.findings()).isEmpty();

            found.locator("a.they").click();

            assertThat(page.locator("main .banner.safety")).containsText("must not be told anything");
            assertThat(page.locator("input[name=number]")).hasValue(kept.number());
            assertThat(page.url()).doesNotContain("555");
            assertThat(desk.findings()).isEmpty();
        }
    }

    private static Kept somebodyKeptFromIt() {
        var district = District.usual();
        var guardians = district.guardians().stream().collect(toMap(Guardian::id, identity()));
        return district.students().stream()
                .filter(student -> !student.isOfAge())
                .flatMap(student -> student.contacts().stream()
                        .filter(link -> link.restriction().equals("no-contact")
                                && !link.phoneType().equals("fax"))
                        .flatMap(link -> Stream.ofNullable(guardians.get(link.guardianId())))
                        .flatMap(guardian -> Stream.ofNullable(guardian.phone()))
                        .filter(phone -> DIALLED.matcher(phone).matches())
                        .map(phone -> new Kept(student, phone)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whoWasCalledAndWhoCameInStandsOnTheDonePage() {
        var task = day.absent(SCHOOL);
        day.call(
                task,
                Map.of("outcome", "REACHED_GUARDIAN", "result", "WILL_NOT_COME_VALID_REASON", "reason", "ILLNESS"));
        try (var desk = signIn(CALLER)) {
            var page = desk.page();
            desk.open("/s/" + SCHOOL.id() + "/done");
            var called = page.locator("section[aria-labelledby='done.reached'] a[href='" + dayOf(task) + "']");
            assertThat(called).isVisible();
            assertThat(page.locator("section[aria-labelledby='done.arrived'] .mark.arrived")
                            .first())
                    .containsText(Pattern.compile("at \\d\\d:\\d\\d"));
            assertThat(desk.findings()).isEmpty();

            called.click();

            assertThat(page).hasURL(Pattern.compile(".*" + dayOf(task) + "$"));
            assertThat(page.locator("ol.said li").first()).containsText("good reason");
            desk.assertQuiet();
        }
    }

    @Test
    void onPaperAFamilySeesNeitherCallsNorNotesNorWhatIsBehindThem() {
        var task = day.absent(SCHOOL);
        var note = "the aunt knows more " + UUID.randomUUID();
        var attempt = day.call(
                        task, Map.of("outcome", "REACHED_GUARDIAN", "result", "WILL_NOT_COME_OTHER", "note", note))
                .path("attempts")
                .get(0)
                .path("attemptId")
                .asText();
        day.as(CALLER).put(Part.OUTREACH, "/v1/attempts/" + attempt + "/root-cause", Map.of("cause", "AVERSION"));
        try (var desk = signIn(CALLER)) {
            var page = desk.page();
            desk.open(dayOf(task));
            assertThat(page.locator(".timeline .entry-call").first()).isVisible();
            assertThat(page.locator("main")).containsText(note);

            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

            assertThat(page.locator(".timeline .entry-call").first()).isHidden();
            assertThat(page.locator(".timeline .entry-mark").first()).isVisible();
            assertThat(page.locator("main").innerText())
                    .contains("This is what the school has noted of this day")
                    .doesNotContain(note, "Does not want to be at school");
        }
    }

    private static Desk signIn(String name) {
        return Desk.signIn(chromium.browser(), Screen.WIDE, layout.url(Part.DESK), name);
    }

    private static String id(JsonNode task) {
        return task.path("studentId").asText();
    }

    private static String dayOf(JsonNode task) {
        return "/students/" + id(task);
    }
}
