package org.secondperiod.system.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.secondperiod.local.stack.Part;

/** A district that has nothing is set up in the desk alone, and works a morning without live feeds. */
@TestMethodOrder(OrderAnnotation.class)
class DeskSetUpIT {

    private static final String SCHOOL = FirstRun.SCHOOL;
    private static final Duration SOON = Duration.ofSeconds(30);

    private static FirstRun district;

    @BeforeAll
    static void anEmptyDistrict() {
        district = FirstRun.start();
    }

    @AfterAll
    static void close() {
        district.close();
    }

    @Test
    @Order(1)
    void anEmptyDistrictIsLedToItsFirstMorning() throws IOException {
        try (var desk = district.signIn(Screen.WIDE, "moreau")) {
            var page = desk.page();
            var setUp = new SettingUp(desk);
            assertThat(page).hasURL(district.url(Part.DESK) + "/setup");
            assertThat(page.locator(".checklist")).containsText("A door that speaks");
            assertThat(page.getByText("1 of 7 are done")).isVisible();
            Look.at(desk, "set-up-empty");

            setUp.follow("A school");
            setUp.school(SCHOOL, "B-MAPLE");
            setUp.bells();
            setUp.calendar();
            assertThat(page.locator(".lead")).containsText("Today families are called from 08:48");
            setUp.door("R-MAPLE");
            Look.at(desk, "set-up-school");
            setUp.goOn("Roster");
            setUp.roster(SCHOOL);
            setUp.goOn("People");
            setUp.role("okafor", "Attendance lead");
            setUp.role("rivera", "Caller");

            await().atMost(SOON).pollInSameThread().untilAsserted(() -> {
                desk.open("/setup");
                assertThat(page.locator("main").innerText()).contains("7 of 7 are done");
            });
            assertThat(page.locator(".banner.arrived")).containsText("Maple School");
            Look.at(desk, "set-up-done");
            desk.assertQuiet();
        }
    }

    @ParameterizedTest
    @EnumSource
    @Order(2)
    void aListIsRecognisedHoweverItWasCopied(PastedList list) {
        try (var desk = district.signIn(Screen.WIDE, "okafor")) {
            paste(desk, list.text());

            assertThat(desk.page().locator("tbody tr")).hasCount(list.names().size());
            assertThat(desk.page()
                            .locator(".columns select")
                            .evaluateAll("selects => selects.map(select => select.value)"))
                    .isEqualTo(list.columns());
            assertThat(desk.page().locator("tbody tr td:nth-child(2)").allInnerTexts())
                    .isEqualTo(list.names());
        }
    }

    private static void paste(Desk desk, String text) {
        desk.open("/s/" + SCHOOL + "/absences");
        desk.page().getByLabel("Paste the list here").fill(text);
        named(desk.page(), "Look at it first").click();
        assertThat(desk.page().locator("tbody tr").first()).isVisible();
    }

    @Test
    @Order(3)
    void anAbsenceListIsPastedCorrectedAndCountsOnce() throws IOException {
        try (var desk = district.signIn(Screen.NARROW, "okafor")) {
            var page = desk.page();
            paste(desk, "Student\tCode\nREYES, ANA\tA\nReyes, Luis\tA\nNobody Known\tA\n");
            assertThat(page.locator("tbody tr").first()).containsText("Ana Reyes");
            assertThat(page.getByText("2 lines have to be corrected")).isVisible();
            Look.at(desk, "absences");

            row(page, 1).locator("td select").first().selectOption("s-3");
            row(page, 2).locator("input[type=checkbox]").check();
            page.getByLabel("Nobody: these are all").check();
            page.context().setOffline(true);
            named(page, "Send 2 marks").click();
            assertThat(page.locator("absence-preview .notice")).containsText("it counts once");
            page.context().setOffline(false);
            named(page, "Send 2 marks").click();

            assertThat(page.locator("#sent")).containsText("2 marks were taken");
            assertThat(page.locator("told-lists li")).hasCount(1);
            // The door has never been heard from, and a new one is given some time.
            district.awaitState("s-1", "HELD", "UNACCOUNTED");
            district.awaitState("s-3", "HELD", "UNACCOUNTED");
        }
    }

    @Test
    @Order(4)
    void aListThatIsTakenBackTakesNothingOfAnEarlierOneWithIt() throws IOException {
        try (var desk = district.signIn(Screen.WIDE, "okafor")) {
            var page = desk.page();
            paste(desk, "Student ID,Code\ns-1,A\ns-2,A\n");
            page.getByLabel("Perhaps others").check();
            named(page, "Send 2 marks").click();
            assertThat(page.locator("told-lists li")).hasCount(2);
            district.awaitState("s-2", "HELD", "UNACCOUNTED");
            desk.open("/s/" + SCHOOL + "/absences");

            page.locator("told-lists .link").first().click();
            Look.at(desk, "absences-take-back");
            page.locator("told-lists .decide .button").first().click();

            assertThat(page.locator("told-lists")).containsText("2 marks were taken back.");
            district.awaitState("s-2", "NOT_ABSENT");
            district.awaitState("s-1", "HELD", "UNACCOUNTED");
        }
    }

    @Test
    @Order(5)
    void whoWasSeenAtTheDoorIsNotCalledAndAWrongTapIsTakenBack() throws IOException {
        try (var desk = district.signIn(Screen.NARROW, "okafor")) {
            var page = desk.page();
            desk.open("/s/" + SCHOOL + "/door-check");
            page.getByLabel("Who looked").fill("M. Ortiz");
            Look.at(desk, "door-check");

            named(page, "Luis Reyes: Seen in the building").tap();
            named(page, "Luis Reyes: Take it back").tap();
            named(page, "Ana Reyes: Seen in the building").tap();

            assertThat(page.locator(".is-done")).hasCount(1);
            assertThat(page.locator(".is-done")).containsText("M. Ortiz");
            district.awaitState("s-1", "SEEN_IN_SCHOOL");
            district.awaitState("s-3", "HELD", "UNACCOUNTED");
        }
    }

    @Test
    @Order(6)
    void thatNobodyIsAbsentIsToldWithoutAList() throws IOException {
        try (var desk = district.signIn(Screen.NARROW, "okafor")) {
            var page = desk.page();
            desk.open("/s/" + SCHOOL + "/absences");
            named(page, "Nobody is absent").tap();
            Look.at(desk, "absences-nobody");

            page.locator("nobody-absent .decide .button").first().tap();

            assertThat(page.locator("told-lists li").first()).containsText("0 marks");
            assertThat(page.locator("told-lists li").first()).containsText("all who are absent");
        }
    }

    @Test
    @Order(7)
    void twoWhoChangeOneSchoolDoNotUndoEachOther() {
        try (var desk = district.signIn(Screen.WIDE, "moreau")) {
            var page = desk.page();
            desk.open("/schools/" + SCHOOL);
            page.getByLabel("Grace, in minutes").fill("7");
            assertThat(page.locator("school-settings .consequence")).containsText("08:52");
            var now = district.as("moreau").get(Part.INGEST, "/v1/schools/" + SCHOOL);
            district.as("moreau")
                    .put(
                            Part.INGEST,
                            "/v1/schools/" + SCHOOL,
                            Map.of(
                                    "name",
                                    "Maple Street School",
                                    "buildings",
                                    List.of("B-MAPLE"),
                                    "principal",
                                    "okafor",
                                    "graceMinutes",
                                    now.path("graceMinutes").asInt()));

            page.locator("school-settings form .button").first().click();

            assertThat(page.locator("school-settings .notice")).containsText("Somebody else has changed: Name");
            assertThat(page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)))
                    .hasValue("Maple Street School");
            new SettingUp(desk).save("school-settings");
            var saved = district.as("moreau").get(Part.INGEST, "/v1/schools/" + SCHOOL);
            assertThat(saved.path("graceMinutes").asInt()).isEqualTo(7);
            assertThat(saved.path("name").asText()).isEqualTo("Maple Street School");
            assertThat(saved.path("principal").asText()).isEqualTo("okafor");
        }
    }

    private static Locator row(Page page, int at) {
        return page.locator("tbody tr").nth(at);
    }

    private static Locator named(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .first();
    }
}
