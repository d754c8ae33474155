package org.secondperiod.system.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.secondperiod.local.api.Api;
import org.secondperiod.local.clock.ClockFile;
import org.secondperiod.local.stack.Layout;
import org.secondperiod.local.stack.Part;
import org.secondperiod.system.OwnStack;

/** A district that has nothing is set up in the desk alone, and works a morning without live feeds. */
@TestMethodOrder(OrderAnnotation.class)
class DeskSetUpTest {

    private static final String SCHOOL = "99X001";
    private static final String DAY = "2026-10-14";

    /** A Wednesday, 08:55 in New York: period 1 is over. */
    private static final Instant MORNING = Instant.parse("2026-10-14T12:55:00Z");

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Path PICTURES = Path.of("target/screenshots");

    private static OwnStack stack;
    private static Layout layout;
    private static Chromium chromium;

    @BeforeAll
    static void anEmptyDistrict() throws IOException {
        stack = new OwnStack("first-run");
        layout = stack.layout();
        new ClockFile(layout.clockFile()).set(MORNING, 1);
        var started = stack.sp().run(Duration.ofMinutes(9), "start");
        assertThat(started.exitCode()).as(started.output()).isZero();
        chromium = new Chromium();
        Files.createDirectories(PICTURES);
    }

    @AfterAll
    static void close() {
        chromium.close();
        stack.close();
    }

    @Test
    @Order(1)
    void anEmptyDistrictIsLedToItsFirstMorning() throws IOException {
        try (var desk = signIn(Screen.WIDE, "moreau")) {
            var page = desk.page();
            assertThat(page).hasURL(layout.url(Part.DESK) + "/setup");
            assertThat(page.locator(".checklist")).containsText("A door that speaks");
            assertThat(page.getByText("1 of 7 are done")).isVisible();
            look(desk, "setup-empty");

            button(page, "A school").click();
            setUpTheSchool(page);
            writeBells(page);
            fillTheCalendar(page);
            assertThat(page.locator(".lead")).containsText("Today families are called from 08:48");
            giveADoorAKey(page);
            look(desk, "school");
            importTheRoster(desk);
            give(page, "okafor", "Attendance lead");
            give(page, "rivera", "Caller");

            desk.open("/setup");
            assertThat(page.getByText("7 of 7 are done")).isVisible();
            assertThat(page.locator(".banner.arrived")).containsText("Maple School");
            look(desk, "setup-done");
            desk.assertQuiet();
        }
    }

    private static void setUpTheSchool(Page page) {
        named(page, AriaRole.BUTTON, "Set up a school").click();
        page.getByLabel("Its id").fill(SCHOOL);
        page.getByLabel("Its name").fill("Maple School");
        named(page, AriaRole.BUTTON, "Set it up").click();
        page.getByLabel("Buildings").fill("B-MAPLE");
        save(page, "school-settings");
    }

    private static void writeBells(Page page) {
        named(page, AriaRole.BUTTON, "Add a type of day").click();
        named(page, AriaRole.BUTTON, "Add a period").click();
        save(page, "school-bells");
        assertThat(page.locator("school-bells .trigger")).containsText("08:00–08:45");
    }

    private static void fillTheCalendar(Page page) {
        named(page, AriaRole.BUTTON, "Fill in school days").click();
        assertThat(page.locator("school-calendar .consequence")).containsText("When saved: Today families are called");
        save(page, "school-calendar");
    }

    private static void giveADoorAKey(Page page) {
        named(page, AriaRole.BUTTON, "Register a reader").click();
        page.getByLabel("Its id").fill("R-MAPLE");
        page.getByLabel("What people call it").fill("Main door");
        page.locator("school-readers form .button").first().click();
        named(page, AriaRole.BUTTON, "Give it a key").click();
        assertThat(page.locator(".secret")).containsText("BEGIN PRIVATE KEY");
        named(page, AriaRole.BUTTON, "Hide it").click();
        named(page, AriaRole.BUTTON, "Give it a key").click();
        page.locator("school-readers .key .link").first().click();
        page.locator("school-readers .keys-of .decide .button").first().click();
        assertThat(page.locator("school-readers")).containsText("is revoked");
    }

    private static void importTheRoster(Desk desk) throws IOException {
        var page = desk.page();
        desk.open("/imports");
        page.locator("#roster").setInputFiles(new FilePayload("roster.zip", "application/zip", roster()));
        assertThat(page.locator(".panel")).containsText("Nothing was stored");
        assertThat(page.locator(".panel")).containsText("users.csv");
        assertThat(page.locator(".panel")).containsText("not used");
        look(desk, "imports");
        named(page, AriaRole.BUTTON, "Import it now").click();
        assertThat(page.locator(".panel")).containsText("3 of 3 students changed");
    }

    private static void give(Page page, String who, String role) {
        page.navigate(layout.url(Part.DESK) + "/people");
        named(page, AriaRole.BUTTON, "Give somebody a role").click();
        page.getByLabel("Their id at the district").fill(who);
        page.getByLabel("Role").selectOption(new com.microsoft.playwright.options.SelectOption().setLabel(role));
        page.getByLabel("Maple School").check();
        page.getByLabel("Why, for whoever").fill("the first morning");
        page.locator("form.give .button").first().click();
        assertThat(page.getByText("Given.")).isVisible();
    }

    @Test
    @Order(2)
    void anAbsenceListIsPastedCorrectedAndCountsOnce() {
        try (var desk = signIn(Screen.NARROW, "okafor")) {
            var page = desk.page();
            desk.open("/s/" + SCHOOL + "/absences");
            page.getByLabel("Paste the list here")
                    .fill("Student\tCode\nREYES, ANA\tA\nReyes, Luis\tA\nNobody Known\tA\n");
            named(page, AriaRole.BUTTON, "Look at it first").click();
            assertThat(page.locator("tbody tr")).hasCount(3);
            assertThat(page.locator("tbody tr").first()).containsText("Ana Reyes");
            assertThat(page.getByText("2 lines have to be corrected")).isVisible();
            look(desk, "absences");

            page.locator("tbody tr").nth(1).locator("td select").first().selectOption("s-3");
            page.locator("tbody tr").nth(2).locator("input[type=checkbox]").check();
            page.getByLabel("Nobody: these are all").check();
            page.context().setOffline(true);
            named(page, AriaRole.BUTTON, "Send 2 marks").click();
            assertThat(page.locator(".notice")).containsText("it counts once");
            page.context().setOffline(false);
            named(page, AriaRole.BUTTON, "Send 2 marks").click();

            assertThat(page.locator(".banner.arrived")).containsText("2 marks were taken");
            // The door has never been heard from, and a new one is given some time.
            awaitState("s-1", "HELD", "UNACCOUNTED");
            awaitState("s-3", "HELD", "UNACCOUNTED");
        }
    }

    @Test
    @Order(3)
    void whoWasSeenAtTheDoorIsNotCalled() {
        try (var desk = signIn(Screen.NARROW, "okafor")) {
            var page = desk.page();
            desk.open("/s/" + SCHOOL + "/door-check");
            page.getByLabel("Who looked").fill("M. Ortiz");
            look(desk, "door-check");

            named(page, AriaRole.BUTTON, "Ana Reyes: Seen in the building").tap();

            assertThat(page.locator(".is-done")).containsText("M. Ortiz");
            awaitState("s-1", "SEEN_IN_SCHOOL");
        }
    }

    @Test
    @Order(4)
    void twoWhoChangeOneSchoolDoNotUndoEachOther() {
        try (var desk = signIn(Screen.WIDE, "moreau")) {
            var page = desk.page();
            desk.open("/schools/" + SCHOOL);
            page.getByLabel("Grace, in minutes").fill("7");
            assertThat(page.locator("school-settings .consequence")).containsText("08:52");
            var now = as("moreau").get(Part.INGEST, "/v1/schools/" + SCHOOL);
            as("moreau")
                    .put(
                            Part.INGEST,
                            "/v1/schools/" + SCHOOL,
                            Map.of(
                                    "name",
                                    "Maple Street School",
                                    "buildings",
                                    List.of("B-MAPLE"),
                                    "graceMinutes",
                                    now.path("graceMinutes").asInt()));

            page.locator("school-settings form .button").click();

            assertThat(page.locator("school-settings .notice")).containsText("Somebody else has changed: Name");
            assertThat(page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)))
                    .hasValue("Maple Street School");
            save(page, "school-settings");
            var saved = as("moreau").get(Part.INGEST, "/v1/schools/" + SCHOOL);
            assertThat(saved.path("graceMinutes").asInt()).isEqualTo(7);
            assertThat(saved.path("name").asText()).isEqualTo("Maple Street School");
        }
    }

    @Test
    @Order(5)
    void practiceAsksNoServiceAndSaysWhatItIs() {
        try (var desk = signIn(Screen.NARROW, "rivera")) {
            var page = desk.page();
            desk.open("/practice");
            assertThat(page.locator(".practice h2")).hasText("Ana Reyes");
            var asked = new ArrayList<String>();
            page.onRequest(request -> note(asked, request));
            look(desk, "practice");

            page.keyboard().press("c");
            page.keyboard().press("5");
            page.keyboard().press("1");
            page.keyboard().press("Control+Enter");
            assertThat(page.locator(".notice")).containsText("Just so.");
            page.keyboard().press("c");
            page.keyboard().press("1");
            assertThat(page.locator(".notice")).containsText("Most people would write: Voicemail");
            page.keyboard().press("u");

            assertThat(page.locator(".practice h2")).hasText("Marcus Reid");
            assertThat(page.locator(".practice-label")).isInViewport();
            assertThat(asked).isEmpty();
        }
    }

    private static void note(List<String> asked, Request request) {
        if (request.url().contains("/api/")) {
            asked.add(request.url());
        }
    }

    // ---- what they have in common
    // -------------------------------------------------------------------------------------

    /** Nothing for axe to find, nothing wider than the screen; and a picture, at both widths. */
    private static void look(Desk desk, String name) {
        var page = desk.page();
        var usual = page.viewportSize();
        for (int width : new int[] {1280, 390}) {
            page.setViewportSize(width, 1600);
            assertThat(desk.findings()).as("%s at %d", name, width).isEmpty();
            assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
                    .as("%s at %d", name, width)
                    .isLessThanOrEqualTo(width);
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(PICTURES.resolve("set-up-%s-%d.png".formatted(name, width))));
        }
        page.setViewportSize(usual.width, usual.height);
    }

    private static Locator button(Page page, String step) {
        return page.locator(".checklist li")
                .filter(new Locator.FilterOptions().setHasText(step))
                .first()
                .locator("a.button");
    }

    private static Locator named(Page page, AriaRole role, String name) {
        return page.getByRole(role, new Page.GetByRoleOptions().setName(name)).first();
    }

    private static void save(Page page, String section) {
        page.locator(section + " form button.button:not(.quiet)").last().click();
        assertThat(page.locator(section + " .notice")).containsText("Saved");
    }

    private static byte[] roster() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, UTF_8)) {
            file(zip, "manifest.csv", """
                    propertyName,value
                    manifest.version,1.0
                    oneroster.version,1.1
                    file.orgs,bulk
                    file.users,bulk
                    """);
            file(zip, "orgs.csv", "sourcedId,name,type\n" + SCHOOL + ",Maple School,school\n");
            file(zip, "users.csv", """
                    sourcedId,givenName,familyName,role,orgSourcedIds,grades
                    s-1,Ana,Reyes,student,%1$s,09
                    s-2,Luis,Reyes,student,%1$s,09
                    s-3,Luis,Reyes,student,%1$s,11
                    s-4,Eva,Soto,pupil,%1$s,10
                    """.formatted(SCHOOL));
        }
        return bytes.toByteArray();
    }

    private static void file(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(UTF_8));
    }

    private static Desk signIn(Screen screen, String name) {
        var desk = Desk.signIn(chromium.browser(), screen, layout.url(Part.DESK), name);
        desk.settled();
        return desk;
    }

    private static void awaitState(String student, String... oneOf) {
        await().atMost(SOON).untilAsserted(() -> {
            var found = as("okafor")
                    .get(Part.OUTREACH, "/v1/whereabouts?school=%s&day=%s&limit=100".formatted(SCHOOL, DAY))
                    .path("items");
            var states = new ArrayList<String>();
            found.forEach(each -> {
                if (each.path("studentId").asText().equals(student)) {
                    states.add(each.path("state").asText());
                }
            });
            assertThat(states).as(student).hasSize(1).containsAnyOf(oneOf);
        });
    }

    private static Api as(String name) {
        return Api.as(name, layout);
    }
}
