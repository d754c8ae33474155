package org.secondperiod.system.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.secondperiod.local.api.Api;
import org.secondperiod.local.district.School;
import org.secondperiod.local.stack.Layout;
import org.secondperiod.local.stack.Part;
import org.secondperiod.system.PlayedMorning;

/** Every page of the desk, in every language, on every screen: axe finds nothing, and nothing is wider than the screen. */
@ExtendWith(PlayedMorning.class)
class DeskPagesIT {

    private static final String SCHOOL = "/s/" + School.BRONX_LAB.id();
    private static final List<String> OF_LEADS = List.of(
            SCHOOL + "/calls",
            SCHOOL + "/hallway",
            SCHOOL + "/held",
            SCHOOL + "/waiting",
            SCHOOL + "/follow-ups",
            SCHOOL + "/morning",
            SCHOOL + "/done",
            SCHOOL + "/sheet",
            SCHOOL + "/key-in",
            SCHOOL + "/sharing",
            SCHOOL + "/numbers",
            SCHOOL + "/note",
            "/find",
            "/me",
            "/feeds",
            "/quarantine",
            "/people",
            SCHOOL + "/absences",
            SCHOOL + "/door-check",
            "/schools",
            "/schools/" + School.BRONX_LAB.id(),
            "/practice",
            "/reports",
            "/reports/watch-list",
            "/reports/chronic-absence",
            "/reports/attendance",
            "/reports/attendance?by=WEEKDAY",
            "/reports/movement",
            "/reports/movement?span=DATES",
            "/reports/outreach?groupBy=CALLER",
            "/reports/calling-earlier",
            "/reports/absence-reasons",
            "/reports/in-building",
            "/reports/data-quality",
            "/reports/weekly?school=" + School.BRONX_LAB.id(),
            "/reports/files",
            SCHOOL + "/nowhere",
            "/signed-out",
            "/sign-in-failed");
    private static final List<String> OF_PRINCIPALS = List.of(
            SCHOOL + "/principal",
            SCHOOL + "/morning",
            SCHOOL + "/held",
            SCHOOL + "/hallway",
            "/people",
            "/reports/watch-list");
    private static final List<String> OF_ANALYSTS =
            List.of("/", "/reports", "/reports/chronic-absence?groupBy=GRADE", "/reports/attendance", "/reports/files");
    private static final List<String> OF_ADMINS = List.of(
            "/", "/people", "/scripts", "/draw", "/audit", "/setup", "/imports", "/schools/" + School.BRONX_LAB.id());

    /** What the documentation shows; {@code -Dupdate} takes the pictures anew. */
    private static final Path PICTURES = Path.of("../docs/images");

    private static Chromium chromium;
    private static Layout layout;
    /** Of a student whose family was called, and of one whose family was not. */
    private static List<String> ofFamilies;

    private static String toCall;

    @BeforeAll
    static void open() {
        layout = PlayedMorning.morning().stack().layout();
        chromium = new Chromium();
        var day = new OnTheDay(layout);
        var called = day.absent(School.BRONX_LAB);
        var attempt = day.call(
                called,
                Map.of("outcome", "REACHED_GUARDIAN", "result", "WILL_NOT_COME_OTHER", "note", "Missed the bus"));
        var student = called.path("studentId").asText();
        ofFamilies = List.of(
                "/students/" + student,
                SCHOOL + "/talk/" + student,
                "/calls/" + attempt.path("attempts").get(0).path("attemptId").asText());
        toCall =
                SCHOOL + "/calls/" + day.absent(School.BRONX_LAB).path("taskId").asText();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    static Stream<Screen> screens() {
        return Stream.of("en", "es", "ar")
                .flatMap(language -> Stream.of(false, true)
                        .flatMap(narrow -> Stream.of(false, true).map(dark -> new Screen(language, narrow, dark))));
    }

    @ParameterizedTest
    @MethodSource("screens")
    void noPageHasAFinding(Screen screen) {
        var softly = new SoftAssertions();
        look(softly, screen, "okafor", OF_LEADS);
        look(softly, screen, "okafor", ofFamilies);
        look(softly, screen, "bianchi", OF_PRINCIPALS);
        look(softly, screen, "moreau", OF_ADMINS);
        look(softly, screen, "haddad", OF_ANALYSTS);
        softly.assertAll();
    }

    @ParameterizedTest
    @MethodSource("screens")
    void whatOpensOnAPageHasNoFinding(Screen screen) {
        var softly = new SoftAssertions();
        try (var desk = Desk.signIn(chromium.browser(), screen, layout.url(Part.DESK), "okafor")) {
            var page = desk.page();
            desk.open(SCHOOL + "/sheet");
            page.locator("main button.button:not(.quiet)").first().click();
            page.locator(".sheet-line").first().waitFor();
            look(softly, desk, screen, "the sheet, with families");

            desk.open(SCHOOL + "/held");
            page.locator(".menu summary").click();
            page.locator(".menu-body").waitFor();
            look(softly, desk, screen, "the menu");
            page.locator(".menu-body button.link").click();
            page.locator("dialog.help").waitFor();
            look(softly, desk, screen, "the help");

            desk.open(toCall);
            if (screen.narrow()) {
                page.locator(".callbar .link").click();
            }
            page.locator(".tile.reached").click();
            page.locator("form.log").waitFor();
            look(softly, desk, screen, "the form of somebody who was reached");
            giveBack(desk);
            desk.assertQuiet();
        }
        softly.assertAll();
    }

    /** Whoever writes has the family: other classes find it as it was. */
    private static void giveBack(Desk desk) {
        var lease = desk.page().locator(".lease .link");
        if (lease.isVisible()) {
            lease.click();
            lease.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es", "ar"})
    void whatIsPrintedHasNoFinding(String language) {
        var screen = new Screen(language, false, false);
        try (var desk = Desk.signIn(chromium.browser(), screen, layout.url(Part.DESK), "okafor")) {
            desk.open(SCHOOL + "/sheet");
            desk.page().locator("main button.button:not(.quiet)").first().click();
            desk.page().locator(".sheet-line").first().waitFor();
            assertThat(printed(desk)).isEmpty();

            desk.open("/students/" + aStudent());
            desk.page().locator(".timeline li").first().waitFor();
            assertThat(printed(desk)).isEmpty();
            desk.assertQuiet();
        }
    }

    private static List<String> printed(Desk desk) {
        assertThat(desk.isOpening()).isFalse();
        desk.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        var findings = desk.findings();
        desk.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        return findings;
    }

    private static String aStudent() {
        return Api.as("okafor", layout)
                .get(
                        Part.OUTREACH,
                        "/v1/call-tasks?limit=1&school=%s&day=%s"
                                .formatted(
                                        School.BRONX_LAB.id(),
                                        PlayedMorning.morning().day()))
                .path("items")
                .get(0)
                .path("studentId")
                .asText();
    }

    private static void look(SoftAssertions softly, Screen screen, String who, List<String> pages) {
        try (var desk = Desk.signIn(chromium.browser(), screen, layout.url(Part.DESK), who)) {
            for (var path : pages) {
                desk.open(path);
                look(softly, desk, screen, path);
                softly.assertThat(desk.page().evaluate("document.documentElement.lang"))
                        .isEqualTo(screen.language());
            }
            desk.assertQuiet();
        }
    }

    /** Of a page that has not opened yet nothing is found, and it is as wide as it likes: that is no answer. */
    private static void look(SoftAssertions softly, Desk desk, Screen screen, String what) {
        softly.assertThat(desk.isOpening())
                .as("%s %s: still opening", screen, what)
                .isFalse();
        softly.assertThat(desk.findings()).as("%s %s", screen, what).isEmpty();
        softly.assertThat((int) desk.page().evaluate("document.documentElement.scrollWidth"))
                .as("%s %s: as wide as the screen", screen, what)
                .isLessThanOrEqualTo(screen.narrow() ? 390 : 1440);
    }

    @Test
    void picturesAreTaken() throws IOException {
        var folder = System.getProperty("update") == null ? Path.of("target/screenshots") : PICTURES;
        Files.createDirectories(folder);
        picture(Screen.WIDE, SCHOOL + "/calls", "html[lang=en] .card .people", folder.resolve("desk-card.png"));
        picture(
                new Screen("ar", false, true),
                SCHOOL + "/calls",
                "html[lang=ar][dir=rtl] .card .people",
                folder.resolve("desk-card-arabic-dark.png"));
        picture(Screen.NARROW, SCHOOL + "/calls", "html[lang=en] .card .people", folder.resolve("desk-card-phone.png"));
        picture(Screen.WIDE, SCHOOL + "/morning", "html[lang=en] .figures", folder.resolve("desk-morning.png"));

        assertThat(pictures(folder)).isNotEmpty().containsAll(shown());
    }

    private static List<String> pictures(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(each -> each.getFileName().toString()).toList();
        }
    }

    /** Those that the README shows. */
    private static List<String> shown() throws IOException {
        return Pattern.compile("docs/images/([\\w-]+\\.png)")
                .matcher(Files.readString(Path.of("../README.md")))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    /** A page is photographed once it shows what the picture is of; one that does not come to it is a failure. */
    private static void picture(Screen screen, String path, String of, Path file) {
        try (var desk = Desk.signIn(chromium.browser(), screen, layout.url(Part.DESK), "okafor")) {
            desk.open(path);
            desk.page().locator(of).first().waitFor();
            desk.settled();
            desk.photograph(file);
        }
    }
}
