package org.secondperiod.system.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.secondperiod.local.api.Api;
import org.secondperiod.local.district.School;
import org.secondperiod.local.stack.Layout;
import org.secondperiod.local.stack.Part;
import org.secondperiod.system.PlayedMorning;

/** Calls that wait in the browser: what lies there, for how long, whose they are, and that each is told once. */
@ExtendWith(PlayedMorning.class)
class DeskOutboxIT {

    private static final String SCHOOL = School.BRONX_LAB.id();
    private static final String CALLER = "rivera";
    private static final String ANOTHER = "okafor";
    private static final String CALLS = "/s/" + SCHOOL + "/calls";
    private static final String ATTEMPTS = "**/api/outreach/v1/call-tasks/*/attempts";
    private static final String NOTE = "Grandmother is in hospital";
    private static final Duration SOON = Duration.ofSeconds(30);

    /** Longer than the desk waits before it sends again. */
    private static final double A_WHILE = 6_500;

    /** Long enough for an answer that is there to be shown. */
    private static final double A_MOMENT = 500;

    /** What is shorter may stand in anything that is encrypted, by chance. */
    private static final int TELLING = 4;

    /** From now on lists come as they were when they were asked for, and not before they are let through. */
    private static final String LISTS_COME_LATE = """
            () => {
              const soon = window.fetch;
              window.late = [];
              window.fetch = async (...asked) => {
                const answer = await soon(...asked);
                if (String(asked[0]).includes('/v1/call-tasks?')) await new Promise(done => window.late.push(done));
                return answer;
              };
            }""";

    private static final FulfillOptions NOT_NOW = new FulfillOptions()
            .setStatus(503)
            .setContentType("application/problem+json")
            .setBody("{}");
    private static final FulfillOptions NEVER = new FulfillOptions()
            .setStatus(409)
            .setContentType("application/problem+json")
            .setBody("{\"type\":\"https://secondperiod.org/problems/made-up\",\"detail\":\"Not like this\"}");

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
    void whatWaitsHoldsNoNameNoNumberAndNoWordInTheClear() {
        try (var desk = signIn()) {
            var page = desk.page();
            var called = desk.somebodyWithANumber();
            var student = task(called).path("student");
            var number =
                    page.locator(".number a.call").first().getAttribute("href").replaceAll("\\D", "");
            page.keyboard().press("c");
            assertThat(page.locator(".task[aria-current] .mark.mine")).isVisible();
            page.keyboard().press("5");
            assertThat(page.locator("form.log")).isVisible();
            page.keyboard().press("3");
            assertThat(page.locator("textarea[name=note]")).isFocused();
            page.keyboard().type(NOTE);
            page.context().setOffline(true);

            page.keyboard().press("Control+Enter");

            eventually(page, () -> assertThat(waiting(page)).hasSize(1));
            assertThat(Desk.stored(page))
                    .anyMatch(row -> row.startsWith("keys ") && row.endsWith("extractable: false"));
            var inTheClear = Stream.of(
                            student.path("givenName").asText(),
                            student.path("familyName").asText(),
                            number.substring(number.length() - 7),
                            "hospital",
                            "REACHED",
                            called,
                            CALLER)
                    .filter(word -> word.length() >= TELLING);
            assertThat(String.join("\n", Desk.stored(page))).doesNotContain(inTheClear.toList());
        }
    }

    @Test
    void theSignOutAsksAndWipesAll() {
        try (var desk = signIn()) {
            var page = desk.page();
            var called = mine(page);
            var before = attempts(called);
            var asked = new ArrayList<String>();
            page.onDialog(dialog -> {
                asked.add(dialog.message());
                dialog.accept();
            });
            page.route(ATTEMPTS, route -> route.fulfill(NOT_NOW));
            page.evaluate("localStorage.setItem('desk.shortcuts', 'on')");
            page.keyboard().press("3");
            eventually(page, () -> assertThat(waiting(page)).hasSize(1));
            assertThat(page.evaluate("localStorage.length")).isEqualTo(1);

            page.locator(".menu summary").click();
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Sign out"))
                    .click();

            assertThat(page.locator("h1")).hasText("You have signed out");
            assertThat(asked).singleElement().asString().contains("1 call has not been sent yet");
            eventually(
                    page,
                    () -> assertThat(page.evaluate("indexedDB.databases().then(all => all.length)"))
                            .isEqualTo(0));
            assertThat(page.evaluate("localStorage.length")).isEqualTo(0);
            assertThat(attempts(called)).isEqualTo(before);
        }
    }

    @Test
    void theEndOfTheDayWipesWhatWaitsAndSaysSo() {
        try (var desk = signIn()) {
            var page = desk.page();
            var called = mine(page);
            var before = attempts(called);
            page.context().route(ATTEMPTS, route -> route.fulfill(NOT_NOW));
            page.keyboard().press("3");
            eventually(page, () -> assertThat(waiting(page)).hasSize(1));
            page.close();
            desk.page().context().route("**/session", DeskOutboxIT::aDayLater);

            var nextDay = desk.another(CALLS + "?day=" + PlayedMorning.morning().day());

            assertThat(nextDay.locator(".announcer")).containsText("1 call of an earlier day was never sent");
            assertThat(waiting(nextDay)).isEmpty();
            nextDay.context().unroute(ATTEMPTS);
            nextDay.waitForTimeout(A_WHILE);
            assertThat(attempts(called)).isEqualTo(before);
        }
    }

    @Test
    void whoClosesTheBrowserFindsTheirCallsSentOnceItIsOpenAgain() {
        try (var desk = signIn()) {
            var page = desk.page();
            var called = mine(page);
            var before = attempts(called);
            page.context().setOffline(true);
            page.keyboard().press("3");
            eventually(page, () -> assertThat(waiting(page)).hasSize(1));
            page.close();
            page.context().setOffline(false);

            var again = desk.another(CALLS);

            eventually(again, () -> assertThat(attempts(called)).isEqualTo(before + 1));
            eventually(again, () -> assertThat(waiting(again)).isEmpty());
            again.reload();
            again.waitForTimeout(A_WHILE);
            assertThat(attempts(called)).isEqualTo(before + 1);
        }
    }

    @Test
    void anAnswerThatIsLostAfterTheCallWasTakenInMakesNoSecondCall() {
        try (var desk = signIn()) {
            var page = desk.page();
            var called = mine(page);
            var before = attempts(called);
            var keys = new ArrayList<String>();
            page.route(ATTEMPTS, route -> {
                keys.add(route.request().headers().get("idempotency-key"));
                if (keys.size() == 1) {
                    route.fetch();
                    route.abort();
                } else {
                    route.resume();
                }
            });

            page.keyboard().press("3");

            eventually(page, () -> assertThat(keys).hasSizeGreaterThan(1));
            eventually(page, () -> assertThat(waiting(page)).isEmpty());
            assertThat(keys).containsOnly(keys.getFirst());
            assertThat(attempts(called)).isEqualTo(before + 1);
        }
    }

    @Test
    void twoPagesWithTheSameCallsSendThemOnce() {
        try (var desk = signIn()) {
            var page = desk.page();
            var called = mine(page);
            var before = attempts(called);
            var reached = new ArrayList<String>();
            page.context().route(ATTEMPTS, route -> route.fulfill(NOT_NOW));
            page.keyboard().press("3");
            eventually(page, () -> assertThat(waiting(page)).hasSize(1));
            var beside = desk.another(CALLS);
            beside.locator(".card h1").waitFor();

            page.context().onRequest(request -> {
                if (request.url().endsWith(called + "/attempts")
                        && request.method().equals("POST")) {
                    reached.add(request.headers().get("idempotency-key"));
                }
            });
            reached.clear();
            page.context().unroute(ATTEMPTS);

            eventually(page, () -> assertThat(attempts(called)).isEqualTo(before + 1));
            beside.waitForTimeout(A_WHILE);
            assertThat(attempts(called)).isEqualTo(before + 1);
            assertThat(reached).hasSize(1);
            assertThat(waiting(beside)).isEmpty();
        }
    }

    @Test
    void whatOnePersonWroteIsNotSentForTheNextAndIsTheirsWhenTheyComeBack() {
        try (var desk = signIn()) {
            var page = desk.page();
            var called = mine(page);
            var before = attempts(called);
            var beforeByAnother = by(ANOTHER, called);
            page.context().setOffline(true);
            page.keyboard().press("3");
            eventually(page, () -> assertThat(waiting(page)).hasSize(1));
            page.close();
            page.context().setOffline(false);

            var next = desk.nextPerson(ANOTHER);

            assertThat(next.locator(".strip .of-others"))
                    .containsText("1 call of another person waits on this computer");
            next.waitForTimeout(A_WHILE);
            assertThat(attempts(called)).isEqualTo(before);
            assertThat(waiting(next)).hasSize(1);
            next.close();
            var back = desk.nextPerson(CALLER);
            eventually(back, () -> assertThat(attempts(called)).isEqualTo(before + 1));
            assertThat(by(ANOTHER, called)).isEqualTo(beforeByAnother);
            assertThat(back.locator(".of-others")).hasCount(0);
        }
    }

    @Test
    void whatWaitsIsTakenBackWithoutAConnectionAndNeverSent() {
        try (var desk = signIn()) {
            var page = desk.page();
            var called = mine(page);
            var before = attempts(called);
            page.context().setOffline(true);
            page.keyboard().press("2");
            assertThat(page.locator(".toast")).containsText("Voicemail");
            assertThat(page.locator(".toast .link")).isEnabled();

            page.keyboard().press("u");

            assertThat(page).hasURL(Desk.addressOf(called));
            assertThat(page.locator(".tile").first()).isVisible();
            eventually(page, () -> assertThat(waiting(page)).isEmpty());
            page.context().setOffline(false);
            assertThat(page.locator(".connection")).containsText("live");
            page.waitForTimeout(A_WHILE);
            assertThat(attempts(called)).isEqualTo(before);
        }
    }

    @Test
    void whatWillNeverBeTakenInComesBackToItsCardAndHoldsUpNobody() {
        try (var desk = signIn()) {
            var page = desk.page();
            var refused = mine(page);
            var before = attempts(refused);
            page.route("**/" + refused + "/attempts", route -> route.fulfill(NEVER));

            page.keyboard().press("1");

            assertThat(page).hasURL(Desk.addressOf(refused));
            assertThat(page.locator(".unsaved")).containsText("Not saved: No answer");
            assertThat(page.locator(".unsaved")).containsText("Not like this");
            assertThat(desk.findings()).isEmpty();
            eventually(page, () -> assertThat(waiting(page)).isEmpty());
            page.unroute("**/" + refused + "/attempts");
            page.getByText("Save it again").click();
            eventually(page, () -> assertThat(attempts(refused)).isEqualTo(before + 1));
        }
    }

    @Test
    void aListThatComesLateBringsNoFamilyBackWhoseCallIsStillToBeTold() {
        try (var desk = signIn()) {
            var page = desk.page();
            var called = mine(page);
            aListIsOnItsWay(page, called);
            page.route(ATTEMPTS, route -> route.fulfill(NOT_NOW));
            page.keyboard().press("3");
            eventually(page, () -> assertThat(waiting(page)).hasSize(1));

            itComes(page);

            assertThat(page.locator(".task[href$='" + called + "']")).hasCount(0);
            assertThat(page).not().hasURL(Desk.addressOf(called));
        }
    }

    @Test
    void aListThatComesLateTakesNothingBackThatIsToldMeanwhile() {
        try (var desk = signIn()) {
            var page = desk.page();
            var called = mine(page);
            var before = attempts(called);
            aListIsOnItsWay(page, called);
            page.keyboard().press("3");
            eventually(page, () -> assertThat(attempts(called)).isEqualTo(before + 1));
            eventually(page, () -> assertThat(waiting(page)).isEmpty());

            itComes(page);

            assertThat(page.locator(".task[href$='" + called + "'] .mark.mine")).hasCount(0);
        }
    }

    /** Something happens to another family: the list is read, in which this one is still the caller's. */
    private static void aListIsOnItsWay(Page page, String called) {
        page.evaluate(LISTS_COME_LATE);
        var other = items(as(ANOTHER)
                        .get(
                                Part.OUTREACH,
                                "/v1/call-tasks?state=OPEN&limit=1000&school=%s&day=%s"
                                        .formatted(
                                                SCHOOL, PlayedMorning.morning().day())))
                .getLast();
        as(ANOTHER)
                .post(
                        Part.OUTREACH,
                        "/v1/call-tasks/" + other.path("taskId").asText() + "/attempts",
                        Map.of("outcome", "BUSY"));
        eventually(
                page,
                () -> assertThat((int) page.evaluate("window.late.length")).isPositive());
        assertThat(task(called).path("claimedBy").asText()).isEqualTo(CALLER);
    }

    /** What is shown then has come late. */
    private static void itComes(Page page) {
        page.evaluate("window.late.splice(0).forEach(done => done())");
        page.waitForTimeout(A_MOMENT);
    }

    @Test
    void aConversationThatFindsNoConnectionWaitsAndIsSavedOnce() {
        try (var desk = signIn()) {
            var page = desk.page();
            var student = task(mine(page)).path("studentId").asText();
            var before = conversations(student);
            desk.open("/s/" + SCHOOL + "/talk/" + student);
            page.locator("textarea[name=note]").fill(NOTE);
            page.context().setOffline(true);

            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save"))
                    .click();

            eventually(page, () -> assertThat(waiting(page)).hasSize(1));
            page.context().setOffline(false);
            eventually(page, () -> assertThat(conversations(student)).isEqualTo(before + 1));
            page.waitForTimeout(A_WHILE);
            assertThat(conversations(student)).isEqualTo(before + 1);
        }
    }

    @Test
    void aConversationThatIsHalfWrittenIsThereAgain() {
        try (var desk = signIn()) {
            var page = desk.page();
            var student = task(mine(page)).path("studentId").asText();
            desk.open("/s/" + SCHOOL + "/talk/" + student);
            page.locator("textarea[name=note]").fill(NOTE);

            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Cancel"))
                    .click();
            assertThat(page.locator("textarea[name=note]")).hasCount(0);
            page.goBack();

            assertThat(page.locator("textarea[name=note]")).hasValue(NOTE);
        }
    }

    private static Desk signIn() {
        var desk = Desk.signIn(chromium.browser(), Screen.WIDE, layout.url(Part.DESK), CALLER);
        desk.settled();
        return desk;
    }

    /** A family that is the caller's, and can be written of. */
    private static String mine(Page page) {
        page.keyboard().press("n");
        assertThat(page.locator(".task[aria-current] .mark.mine")).isVisible();
        assertThat(page.locator(".tile").first()).isVisible();
        return page.url().replaceFirst(".*/", "");
    }

    private static List<String> waiting(Page page) {
        return Desk.stored(page).stream()
                .filter(row -> row.startsWith("outbox "))
                .toList();
    }

    /** The desk's clock is a day ahead. */
    private static void aDayLater(Route route) {
        var answer = route.fetch();
        try {
            var json = new ObjectMapper();
            var session = (ObjectNode) json.readTree(answer.text());
            var now = Instant.parse(session.path("now").asText());
            session.put("now", now.plus(Duration.ofDays(1)).toString());
            route.fulfill(new FulfillOptions().setResponse(answer).setBody(json.writeValueAsString(session)));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    /** The browser's requests are answered by this very thread. */
    private static void eventually(Page page, ThrowingRunnable assertion) {
        await().atMost(SOON).pollInSameThread().untilAsserted(() -> {
            page.waitForTimeout(100);
            assertion.run();
        });
    }

    private static long attempts(String taskId) {
        return logged(taskId).size();
    }

    private static long by(String who, String taskId) {
        return logged(taskId).stream()
                .filter(attempt -> attempt.path("loggedBy").asText().equals(who))
                .count();
    }

    private static List<JsonNode> logged(String taskId) {
        return items(as(ANOTHER).get(Part.OUTREACH, "/v1/call-tasks/" + taskId + "/attempts"));
    }

    private static long conversations(String studentId) {
        return items(as(ANOTHER).get(Part.OUTREACH, "/v1/students/" + studentId + "/calls")).stream()
                .filter(call -> call.path("channel").asText().equals("INCOMING_CALL"))
                .count();
    }

    private static JsonNode task(String taskId) {
        return as(ANOTHER).get(Part.OUTREACH, "/v1/call-tasks/" + taskId);
    }

    private static List<JsonNode> items(JsonNode listing) {
        return StreamSupport.stream(listing.path("items").spliterator(), false).toList();
    }

    private static Api as(String name) {
        return Api.as(name, layout);
    }
}
