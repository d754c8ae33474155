package org.secondperiod.system.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.secondperiod.system.desk.OnTheDay.SOON;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.secondperiod.local.district.School;
import org.secondperiod.local.stack.Layout;
import org.secondperiod.local.stack.Part;
import org.secondperiod.system.PlayedMorning;

/** What a lead decides and sees to at the desk: holds, codes, roles, doors, follow-ups, and a list that comes as a file. */
@ExtendWith(PlayedMorning.class)
class DeskLeadDecidesIT {

    private static final String LEAD = "okafor";
    private static final Set<String> ABSENT = Set.of("OPEN", "CLAIMED", "DONE", "AWAITING_ARRIVAL");
    private static final String GRANTS = "**/api/outreach/v1/grants";

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
    void aHoldIsKeptAndThenReleasedEachWithItsReason() {
        var student = day.unseen(School.BRONX_LAB);
        day.mark(School.BRONX_LAB, student, "Q8");
        try (var desk = signIn()) {
            var page = desk.page();
            desk.open("/s/" + School.BRONX_LAB.id() + "/held");
            var panel = page.locator("section.panel[aria-labelledby='hold-CODE_UNKNOWN']");
            assertThat(panel).isVisible();

            decide(panel, "Keep: do not call", "the office asks the sender");
            assertThat(panel).containsText("Kept by okafor");
            assertThat(panel).containsText("the office asks the sender");
            assertThat(desk.findings()).isEmpty();
            decide(panel, "Release: call them", "nobody knows the code");

            assertThat(panel).containsText("Released by okafor");
            assertThat(day.toCall(School.BRONX_LAB, student)
                            .path("weakEvidence")
                            .asBoolean())
                    .isTrue();
            desk.assertQuiet();
        }
    }

    private static void decide(Locator panel, String what, String why) {
        button(panel, what).click();
        panel.locator("form.decide [name=why]").fill(why);
        panel.locator("form.decide [name=why]").press("Control+Enter");
        assertThat(panel.locator("form.decide")).hasCount(0);
    }

    @Test
    void aCodeIsGivenItsMeaningAndTheMarksThatWaitGoOn() {
        var student = day.unseen(School.SOCIAL_JUSTICE);
        day.mark(School.SOCIAL_JUSTICE, student, "Q9");
        try (var desk = signIn()) {
            var page = desk.page();
            var panel = page.locator("section.panel", new Page.LocatorOptions().setHasText("Q9"));
            await().atMost(SOON).pollInSameThread().untilAsserted(() -> {
                desk.open("/quarantine");
                assertThat(panel.count()).isOne();
            });
            button(panel, "Say what it means").click();
            panel.locator("form.decide select").first().selectOption("EXCUSED_ABSENCE");
            panel.locator("select[name=reason]").selectOption("medical");
            assertThat(desk.findings()).isEmpty();

            button(panel, "Save").click();

            assertThat(page.locator(".notice")).containsText("on now");
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(day.state(School.SOCIAL_JUSTICE, student))
                            .isEqualTo("EXPLAINED"));
            await().atMost(SOON).pollInSameThread().untilAsserted(() -> {
                desk.open("/quarantine");
                assertThat(panel.count()).isZero();
            });
        }
    }

    @Test
    void aRoleIsGivenAndEnded() {
        var who = "newcomer-" + UUID.randomUUID();
        try (var desk = signIn()) {
            var page = desk.page();
            desk.open("/people");
            button(page.locator("main"), "Give somebody a role").click();
            var form = page.locator("form.give");
            form.locator("input[name=subject]").fill(who);
            form.locator("[name=why]").fill("helps this week");
            form.locator("button.button").first().click();
            assertThat(form.locator(".error")).containsText("Choose at least one school");
            form.locator("input[value='" + School.BRONX_LAB.id() + "']").check();
            form.locator("button.button").first().click();
            var row = page.locator("tbody tr", new Page.LocatorOptions().setHasText(who))
                    .first();
            assertThat(row).containsText("Caller");
            assertThat(row).containsText("helps this week");

            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("End the role of " + who))
                    .click();
            page.locator("form.decide [name=why]").fill("the week is over");
            assertThat(desk.findings()).isEmpty();
            page.locator("form.decide [name=why]").press("Control+Enter");

            assertThat(page.locator(".notice")).containsText("The role of " + who + " has ended.");
            assertThat(page.locator("tbody tr", new Page.LocatorOptions().setHasText(who)))
                    .hasCount(0);
            assertThat(OnTheDay.items(day.as(LEAD).get(Part.OUTREACH, "/v1/grants?state=REVOKED&subject=" + who)))
                    .hasSize(1);
        }
    }

    @Test
    void whyARoleIsRefusedIsToldInTheReadersLanguage() {
        var spanish = new Screen("es", false, false);
        try (var desk = Desk.signIn(chromium.browser(), spanish, layout.url(Part.DESK), LEAD)) {
            var page = desk.page();
            var notice = page.locator(".notice");
            var form = page.locator("form.give");
            desk.open("/people");
            button(page.locator("main"), "Dar una función").click();
            form.locator("input[name=subject]").fill(LEAD);
            form.locator("[name=why]").fill("una semana más");
            form.locator("input[value='" + School.BRONX_LAB.id() + "']").check();

            form.locator("button.button").first().click();

            assertThat(notice).containsText("Nadie se da a sí mismo una función");
            assertThat(notice.locator("[lang=en]")).hasCount(0);
            assertThat(desk.findings()).isEmpty();

            page.route(GRANTS, route -> route.fulfill(refusal(422, """
                    {"type": "https://secondperiod.org/problems/invalid-field", "detail": "subject: is nobody",
                     "violations": [{"field": "subject", "message": "is nobody"}]}""")));
            form.locator("button.button").first().click();
            assertThat(form.locator(".error")).containsText("Esto no se puede aceptar así.");
            assertThat(form.locator(".error [lang=en][dir=ltr]")).hasText("is nobody");
            assertThat(notice).containsText("Algo de lo escrito no se puede aceptar así.");
            assertThat(notice.locator("small[lang=en][dir=ltr]")).hasText("subject: is nobody");
            assertThat(desk.findings()).isEmpty();

            page.route(GRANTS, route -> route.fulfill(refusal(409, """
                    {"type": "https://secondperiod.org/problems/made-up", "detail": "Not like this"}""")));
            form.locator("button.button").first().click();
            assertThat(notice).hasText("Not like this");
            assertThat(notice.locator("[lang=en][dir=ltr]")).hasText("Not like this");
        }
    }

    private static FulfillOptions refusal(int status, String problem) {
        return new FulfillOptions()
                .setStatus(status)
                .setContentType("application/problem+json")
                .setBody(problem);
    }

    @Test
    void aReaderThatIsSilentIsSeenUntilItIsHeard() {
        var reader = "R-LOADING-DOCK";
        register(reader, true);
        try (var desk = signIn()) {
            var row = desk.page().locator("tr", new Page.LocatorOptions().setHasText(reader));
            desk.open("/feeds");
            assertThat(row).containsText("silent");
            assertThat(row).containsText("never");
            assertThat(desk.findings()).isEmpty();

            day.as("doors")
                    .post(
                            Part.ENTRY,
                            "/v1/readers/" + reader + "/heartbeat",
                            Map.of("at", day.now().toString(), "queued", 3));
            desk.open("/feeds");

            assertThat(row).containsText("listening");
            assertThat(row.locator("td.figure").first()).hasText("3");
        } finally {
            register(reader, false);
        }
    }

    /** In a building of no school, so that no family's call waits for it. */
    private static void register(String reader, boolean inService) {
        day.as("doors")
                .put(
                        Part.ENTRY,
                        "/v1/readers/" + reader,
                        Map.of(
                                "buildingId",
                                "B-NOBODYS",
                                "name",
                                "Loading dock",
                                "inService",
                                inService,
                                "allowedSilenceMinutes",
                                10));
    }

    @Test
    void aFollowUpOfSomebodyElseIsTakenOver() {
        var what = "bring the form " + UUID.randomUUID();
        var school = School.HARBOR_POINT.id();
        var followUp = day.as("diallo")
                .post(
                        Part.OUTREACH,
                        "/v1/follow-ups",
                        Map.of(
                                "studentId",
                                day.unseen(School.HARBOR_POINT),
                                "schoolId",
                                school,
                                "what",
                                what,
                                "dueAt",
                                day.now().plus(Duration.ofDays(1)).toString()));
        try (var desk = signIn()) {
            var page = desk.page();
            desk.open("/s/" + school + "/follow-ups");
            button(page.locator("main"), "Everybody's").click();
            var panel = page.locator(".panel", new Page.LocatorOptions().setHasText(what));
            assertThat(panel).containsText("diallo");

            button(panel, "Take it over").click();

            assertThat(panel).containsText("yours");
            assertThat(day.as(LEAD)
                            .get(
                                    Part.OUTREACH,
                                    "/v1/follow-ups/"
                                            + followUp.path("followUpId").asText())
                            .path("owner")
                            .asText())
                    .isEqualTo(LEAD);
        }
    }

    @Test
    void anAbsenceListThatIsDroppedAsAFileIsLookedAtAndSent() {
        var school = School.HARBOR_POINT;
        var absent = OnTheDay.items(day.as(LEAD).get(Part.OUTREACH, "/v1/call-tasks?limit=1000&" + OnTheDay.of(school)))
                .filter(task -> !task.path("weakEvidence").asBoolean()
                        && ABSENT.contains(task.path("state").asText()))
                .limit(2)
                .toList();
        try (var desk = signIn()) {
            var page = desk.page();
            desk.open("/s/" + school.id() + "/absences");
            page.locator(".drop").waitFor();

            drop(page, "absent.csv", "Student ID,Code\n%s,A\n%s,A\n".formatted(id(absent.get(0)), id(absent.get(1))));

            assertThat(page.locator("absence-preview tbody tr")).hasCount(2);
            for (int i = 0; i < 2; i++) {
                assertThat(page.locator("absence-preview tbody tr").nth(i))
                        .containsText(
                                absent.get(i).path("student").path("familyName").asText());
            }
            assertThat(desk.findings()).isEmpty();
            page.getByLabel("Perhaps others").check();
            button(page.locator("main"), "Send 2 marks").click();
            assertThat(page.locator("#sent")).containsText("2 marks were taken");
            assertThat(page.locator("told-lists li").first()).containsText("2 marks");
        }
    }

    private static void drop(Page page, String name, String text) {
        var files = page.evaluateHandle(
                "([name, text]) => { const files = new DataTransfer();"
                        + " files.items.add(new File([text], name, { type: 'text/csv' })); return files; }",
                List.of(name, text));
        page.dispatchEvent(".drop", "dragover", Map.of("dataTransfer", files));
        assertThat(page.locator(".drop.over")).isVisible();
        page.dispatchEvent(".drop", "drop", Map.of("dataTransfer", files));
    }

    private static Desk signIn() {
        return Desk.signIn(chromium.browser(), Screen.WIDE, layout.url(Part.DESK), LEAD);
    }

    private static Locator button(Locator within, String name) {
        return within.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private static String id(JsonNode task) {
        return task.path("studentId").asText();
    }
}
