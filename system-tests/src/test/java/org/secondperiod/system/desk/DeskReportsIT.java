package org.secondperiod.system.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.assertj.core.data.Offset;
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

/** Reports at the desk: the chart and the table say what the service says, to whoever may see it. */
@ExtendWith(PlayedMorning.class)
class DeskReportsIT {

    private static final String SCHOOL = School.BRONX_LAB.id();
    private static final Duration SOON = Duration.ofSeconds(40);
    private static final Locator.WaitForOptions ATTACHED =
            new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED);
    private static final String NONE = "–";
    private static final String APPROVED = "The board has approved it: does it help to call earlier?";
    private static final String TAKEN_BACK = "The trial is over.";
    private static final List<String> BANDS = List.of("satisfactory", "atRisk", "chronic", "severelyChronic");
    private static final List<String> WHY =
            List.of("NEWLY_AT_RISK", "ONE_ABSENCE_FROM_A_BAND", "THREE_IN_A_ROW", "FEW_ABSENCES_LEFT");
    private static final List<String> REASONS = List.of("attendance", "families", "rootCauses");
    private static final List<String> SHARES = List.of(
            "within30",
            "within60",
            "within120",
            "reached",
            "successful",
            "sameDayReturn",
            "promisesKept",
            "continuity",
            "numbersNotWorking",
            "absentNextDay");

    private static Chromium chromium;
    private static Layout layout;

    @BeforeAll
    static void open() {
        layout = PlayedMorning.morning().stack().layout();
        chromium = new Chromium();
        for (var caller : List.of("okafor", "rivera")) {
            saysWhatIsBehindIt(caller, reachesAFamily(caller));
        }
    }

    /** The demo's morning makes no calls. The id of the call is returned. */
    private static String reachesAFamily(String caller) {
        var task = Api.as(caller, layout)
                .get(
                        Part.OUTREACH,
                        "/v1/call-tasks?school=%s&day=%s&state=OPEN&uncalled=true&limit=1"
                                .formatted(SCHOOL, PlayedMorning.morning().day()))
                .path("items")
                .get(0);
        return Api.as(caller, layout)
                .post(
                        Part.OUTREACH,
                        "/v1/call-tasks/" + task.path("taskId").asText() + "/attempts",
                        Map.of(
                                "outcome",
                                "REACHED_GUARDIAN",
                                "result",
                                "WILL_NOT_COME_VALID_REASON",
                                "reason",
                                "ILLNESS"))
                .path("attempts")
                .get(0)
                .path("attemptId")
                .asText();
    }

    private static void saysWhatIsBehindIt(String caller, String attempt) {
        Api.as(caller, layout)
                .put(Part.OUTREACH, "/v1/attempts/" + attempt + "/root-cause", Map.of("cause", "BARRIER"));
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @Test
    void chronicAbsenceIsTheServicesInTheTableAndInTheChart() {
        try (var desk = signIn(Screen.WIDE, "okafor")) {
            equal(desk, "/reports/chronic-absence?school=" + SCHOOL + "&groupBy=GRADE", () -> {
                var report = reports("okafor", "/v1/chronic-absence?school=" + SCHOOL + "&groupBy=GRADE");
                var lines = totalAndLines(report);
                assertThat(lines).hasSizeGreaterThan(4);
                assertThat(figures(desk, 0)).isEqualTo(lines.map(DeskReportsIT::chronicAbsence));
                assertThat(parts(desk)).isEqualTo(lines.flatMap(DeskReportsIT::inBands));
                for (int i = 0; i < lines.size(); i++) {
                    assertChronicIsAsWideAsItsShare(desk, i, lines.get(i).path("bands"));
                }
                assertThat(desk.page().locator(".left-out")).containsText(leftOut(report.path("total")));
            });
            desk.assertQuiet();
        }
    }

    @Test
    void itIsDividedByWhatSomebodyChoosesAndShownAsItWasKnown() {
        try (var desk = signIn(Screen.WIDE, "okafor")) {
            var page = desk.page();
            desk.open("/reports/chronic-absence?school=" + SCHOOL);
            page.locator("select[name=groupBy]").selectOption("GROUP");
            desk.settled();
            assertThat(rows(desk, 0).getFirst().getFirst()).isEqualTo("Total");
            assertThat(rows(desk, 0).stream().map(List::getFirst)).contains("ell", "iep");

            // What was loaded this morning was not known yesterday.
            for (int daysAgo : new int[] {0, 1}) {
                var day = PlayedMorning.morning().day().minusDays(daysAgo).toString();
                page.locator("input[name=knownOn]").fill(day);
                desk.settled();

                assertThat(page).hasURL(Pattern.compile(".*knownOn=" + day + ".*"));
                var known = reports("okafor", "/v1/chronic-absence?school=" + SCHOOL + "&groupBy=GROUP&knownOn=" + day);
                assertThat(figures(desk, 0)).isEqualTo(totalAndLines(known).map(DeskReportsIT::chronicAbsence));
                assertThat(page.locator(".report-scope")).containsText("As it was known at the end of");
            }
            desk.assertQuiet();
        }
    }

    @Test
    void everyReportThatCountsIsShownAsItWasKnown() {
        var yesterday = PlayedMorning.morning().day().minusDays(1).toString();
        try (var desk = signIn(Screen.WIDE, "okafor")) {
            for (var report : List.of(
                    "attendance",
                    "movement",
                    "watch-list",
                    "outreach",
                    "absence-reasons",
                    "in-building",
                    "data-quality",
                    "calling-earlier")) {
                desk.open("/reports/" + report + "?school=" + SCHOOL + "&knownOn=" + yesterday);
                desk.settled();

                assertThat(desk.page().locator("input[name=knownOn]")).hasValue(yesterday);
                assertThat(desk.page().locator(".report-scope")).containsText("As it was known at the end of");
            }
            desk.assertQuiet();
        }
    }

    @Test
    void attendanceOverTimeIsTheServicesWithChronicAbsenceBelowIt() {
        try (var desk = signIn(Screen.WIDE, "okafor")) {
            for (var by : List.of("WEEK", "DAY", "MONTH", "WEEKDAY")) {
                equal(desk, "/reports/attendance?by=" + by, () -> {
                    var trend = reports("okafor", "/v1/attendance?by=" + by);
                    var lines = list(trend.path("lines"));
                    assertThat(lines).isNotEmpty();
                    var rows = rows(desk, 0);
                    assertThat(rows).hasSize(lines.size() + 1);
                    for (int i = 0; i < lines.size(); i++) {
                        assertThat(rows.get(i).subList(1, 8)).isEqualTo(attendance(lines.get(i)));
                    }
                    assertThat(rows.getLast().subList(1, 8)).isEqualTo(attendance(trend.path("total")));
                    assertThat(values(desk, "circle"))
                            .isEqualTo(Stream.of("attendancePercent", "chronicPercent")
                                    .flatMap(of -> lines.stream()
                                            .map(line -> line.path(of))
                                            .filter(JsonNode::isNumber)
                                            .map(each -> each.decimalValue().stripTrailingZeros()))
                                    .toList());
                });
            }
            desk.assertQuiet();
        }
    }

    @Test
    void attendanceIsOfTheGradeThatSomebodyChooses() {
        try (var desk = signIn(Screen.WIDE, "bianchi")) {
            var page = desk.page();
            desk.open("/reports/attendance");
            page.locator("select[name=of]").selectOption("GRADE");
            page.locator("select[name=value]").selectOption("11");
            desk.settled();

            var trend = reports("bianchi", "/v1/attendance?school=" + SCHOOL + "&by=WEEK&of=GRADE&value=11");
            assertThat(page.locator(".report-scope")).containsText("Grade 11");
            assertThat(rows(desk, 0).getLast().subList(1, 8)).isEqualTo(attendance(trend.path("total")));
            assertThat(page.url()).doesNotContain("value");
        }
    }

    @Test
    void movementIsTheServices() {
        try (var desk = signIn(Screen.WIDE, "okafor")) {
            var month = PlayedMorning.morning().day();
            equal(desk, "/reports/movement?groupBy=SCHOOL&month=" + month, () -> {
                var lines = totalAndLines(reports("okafor", "/v1/movement?groupBy=SCHOOL&month=" + month));
                assertThat(rows(desk, 0).stream().map(row -> row.subList(1, 3)))
                        .isEqualTo(lines.map(line -> List.of(figure(line.path("worse")), figure(line.path("better")))));
                assertThat(rows(desk, 1).stream()
                                .flatMap(row -> row.stream().skip(1))
                                .mapToLong(DeskReportsIT::number)
                                .sum())
                        .isEqualTo(list(lines.getFirst().path("moves")).stream()
                                .mapToLong(move -> move.path("students").asLong())
                                .sum())
                        .isPositive();
            });
            desk.assertQuiet();
        }
    }

    @Test
    void movementIsBetweenTheDatesThatSomebodyChooses() {
        try (var desk = signIn(Screen.WIDE, "okafor")) {
            var page = desk.page();
            var to = PlayedMorning.morning().day();
            var from = to.minusDays(15);
            desk.open("/reports/movement?groupBy=GRADE");
            page.locator("select[name=span]").selectOption("DATES");
            desk.settled();
            page.locator("input[name=from]").fill(from.toString());
            desk.settled();
            assertThat(page).hasURL(Pattern.compile(".*span=DATES.*"));
            assertThat(page).hasURL(Pattern.compile(".*from=" + from + ".*"));

            var path = "/reports/movement?groupBy=GRADE&span=DATES&from=%s&to=%s".formatted(from, to);
            equal(desk, path, () -> {
                var lines = totalAndLines(
                        reports("okafor", "/v1/movement?groupBy=GRADE&from=%s&to=%s".formatted(from, to)));
                assertThat(rows(desk, 0).stream().map(row -> row.subList(1, 3)))
                        .isEqualTo(lines.map(line -> List.of(figure(line.path("worse")), figure(line.path("better")))));
                assertThat(rows(desk, 1).stream()
                                .flatMap(row -> row.stream().skip(1))
                                .mapToLong(DeskReportsIT::number)
                                .sum())
                        .isEqualTo(list(lines.getFirst().path("moves")).stream()
                                .mapToLong(move -> move.path("students").asLong())
                                .sum())
                        .isPositive();
            });
            desk.assertQuiet();
        }
    }

    @Test
    void theWatchListIsOfTheGradeThatSomebodyChooses() {
        try (var desk = signIn(Screen.WIDE, "bianchi")) {
            var page = desk.page();
            var everybody =
                    list(reports("bianchi", "/v1/watch-list?school=" + SCHOOL).path("students"));
            var grade = everybody.getFirst().path("grade").asText();
            desk.open("/reports/watch-list");
            page.locator("select[name=of]").selectOption("GRADE");
            page.locator("select[name=value]").selectOption(grade);
            desk.settled();

            var students = list(reports("bianchi", "/v1/watch-list?school=" + SCHOOL + "&grade=" + grade)
                    .path("students"));
            assertThat(page.locator(".report-scope")).containsText("Grade " + grade.replaceFirst("^0+(?=\\d)", ""));
            assertThat(number(rows(desk, 0).getLast().getLast())).isEqualTo(students.size());
            assertThat(page.url()).doesNotContain("value").doesNotContain("grade");
        }
    }

    @Test
    void theWatchListCountsAndEachNameLeadsToTheStudentsDay() {
        try (var desk = signIn(Screen.WIDE, "bianchi")) {
            var page = desk.page();
            equal(desk, "/reports/watch-list", () -> {
                var students = list(
                        reports("bianchi", "/v1/watch-list?school=" + SCHOOL).path("students"));
                var counts = WHY.stream()
                        .map(why -> students.stream()
                                .filter(one -> list(one.path("why")).stream()
                                        .anyMatch(each -> each.asText().equals(why)))
                                .count())
                        .toList();
                assertThat(rows(desk, 0).stream().map(row -> number(row.getLast())))
                        .isEqualTo(Stream.concat(counts.stream(), Stream.of((long) students.size()))
                                .toList());
                assertThat(values(desk, "rect").stream().map(BigDecimal::longValue))
                        .isEqualTo(counts.stream().filter(count -> count > 0).toList());
                assertThat(page.locator(".report-table").nth(1).locator("tbody tr"))
                        .hasCount(students.size());
                assertThat(page.locator(".report-table a").first())
                        .hasAttribute(
                                "href",
                                "/students/"
                                        + students.getFirst().path("studentId").asText());
            });

            var name = page.locator(".report-table a").first().innerText();
            assertThat(name).matches("\\p{L}.* \\p{L}.*");
            page.locator(".report-table a").first().click();
            assertThat(page.locator("h1")).containsText(name);
            desk.assertQuiet();
        }
    }

    @Test
    void whatTheCallsAchieveIsTheServicesAndCallersAreNoRanking() {
        try (var desk = signIn(Screen.WIDE, "okafor")) {
            // The morning is not over: it is told to who asks for it.
            var today = "&to=" + PlayedMorning.morning().day();
            equal(desk, "/reports/outreach?groupBy=CALLER" + today, () -> {
                var report = reports("okafor", "/v1/outreach?groupBy=CALLER" + today);
                var total = report.path("total");
                assertThat(total.path("calls").asLong()).isGreaterThanOrEqualTo(2);
                assertThat(rows(desk, 0).stream().limit(SHARES.size()).map(row -> row.subList(2, 5)))
                        .isEqualTo(SHARES.stream()
                                .map(share -> total.path(share))
                                .map(share -> List.of(
                                        figure(share.path("count")),
                                        figure(share.path("of")),
                                        percent(share.path("percent"))))
                                .toList());
                var callers = rows(desk, 1).stream().map(List::getFirst).toList();
                assertThat(callers)
                        .isSorted()
                        .containsExactlyInAnyOrderElementsOf(list(report.path("lines")).stream()
                                .map(line -> line.path("caller").asText())
                                .toList());
                // Nothing is drawn of callers: the bars are of all of them together, and of errors.
                assertThat(desk.page().locator("chart-bars").first().locator(".bar"))
                        .hasCount(SHARES.size());
                assertThat(desk.page().locator("main .notice")).containsText("This is no ranking");
            });
            desk.assertQuiet();
        }
        try (var desk = signIn(Screen.WIDE, "bianchi")) {
            desk.open("/reports/outreach?groupBy=CALLER");
            assertThat(desk.page().locator("select[name=groupBy] option[value=WEEK]"))
                    .hasCount(1);
            assertThat(desk.page().locator("select[name=groupBy] option[value=CALLER]"))
                    .hasCount(0);
            assertThat(desk.page().locator("main")).not().containsText("okafor");
            desk.assertQuiet();
        }
    }

    @Test
    void withoutADrawNothingIsSaidOfCallingEarlier() {
        try (var desk = signIn(Screen.WIDE, "okafor")) {
            var page = desk.page();
            var report = reports("okafor", "/v1/calling-earlier");
            assertThat(report.path("state").asText()).isEqualTo("NOT_DRAWN");

            desk.open("/reports/calling-earlier");

            assertThat(page.locator(".report .notice")).containsText("In these days nobody was drawn");
            assertThat(page.locator(".report > .hint")).containsText("It does not show");
            assertThat(page.locator(".chart, .report-table")).hasCount(0);
            // Whoever leads decides nothing of it.
            assertThat(page.locator("a[href='/draw']")).hasCount(0);
            desk.open("/draw");
            assertThat(page.locator("main")).containsText("Your role does not allow this.");
            desk.assertQuiet();
        }
    }

    @Test
    void anAdministratorApprovesTheDrawAndTakesItBack() {
        try (var desk = signIn(Screen.WIDE, "moreau")) {
            var page = desk.page();
            desk.open("/draw");
            assertThat(page.locator("#draw-now")).hasText("Equals are not drawn");
            assertThat(page.locator(".draw-means")).containsText("Safety waits for nobody");

            decide(desk, "Approve the draw", APPROVED);

            assertThat(page.locator("#draw-now")).hasText("Equals are drawn");
            assertThat(page.locator("section.panel")).containsText("moreau");
            assertThat(page.locator("section.panel blockquote")).hasText(APPROVED);
            assertThat(isDrawn()).isTrue();
            assertThat(desk.findings()).isEmpty();

            decide(desk, "Take the approval back", TAKEN_BACK);

            assertThat(page.locator("#draw-now")).hasText("Equals are not drawn");
            assertThat(page.locator("section.panel blockquote")).hasText(TAKEN_BACK);
            assertThat(page.locator("tbody tr").nth(0)).containsText(TAKEN_BACK);
            assertThat(page.locator("tbody tr").nth(1)).containsText(APPROVED);
            assertThat(isDrawn()).isFalse();
            desk.assertQuiet();
        }
    }

    @Test
    void aDrawIsNotApprovedWithoutAReason() {
        try (var desk = signIn(Screen.WIDE, "moreau")) {
            desk.open("/draw");

            decide(desk, "Approve the draw", " ");

            assertThat(desk.page().locator("#error-why")).containsText("must be given");
            assertThat(desk.findings()).isEmpty();
            assertThat(isDrawn()).isFalse();
        }
    }

    @Test
    void reasonsAndTheBuildingAreTheServices() {
        try (var desk = signIn(Screen.WIDE, "okafor")) {
            equal(desk, "/reports/absence-reasons?groupBy=NONE", () -> {
                var report = reports("okafor", "/v1/absence-reasons");
                for (int i = 0; i < REASONS.size(); i++) {
                    var lines = list(report.path(REASONS.get(i)));
                    assertThat(lines).isNotEmpty();
                    assertThat(rows(desk, i).stream().limit(lines.size()).map(row -> row.subList(1, 3)))
                            .isEqualTo(lines.stream()
                                    .map(line -> List.of(figure(line.path("absences")), percent(line.path("percent"))))
                                    .toList());
                    assertThat(desk.page().locator("chart-bars").nth(i).locator("rect[data-value]").all().stream()
                                    .map(each -> Long.parseLong(each.getAttribute("data-value"))))
                            .isEqualTo(lines.stream()
                                    .map(line -> line.path("absences").asLong())
                                    .toList());
                }
                assertThat(desk.page().locator("main")).containsText("Something stands in the way");
            });
            equal(desk, "/reports/in-building", () -> {
                var report = reports("okafor", "/v1/in-building");
                assertThat(report.path("students").asLong()).isPositive();
                assertThat(rows(desk, 0).stream().map(List::getLast))
                        .isEqualTo(Stream.concat(
                                        list(report.path("lines")).stream().map(line -> figure(line.path("students"))),
                                        Stream.of(figure(report.path("students"))))
                                .toList());
            });
            desk.assertQuiet();
        }
    }

    @Test
    void reasonsAreDividedAndWhatIsBehindThemIsToldOfNoSmallGroup() {
        try (var desk = signIn(Screen.WIDE, "okafor")) {
            desk.open("/reports/absence-reasons?school=" + SCHOOL);
            desk.page().locator("select[name=groupBy]").selectOption("HOMEROOM");
            desk.settled();
            assertThat(desk.page()).hasURL(Pattern.compile(".*groupBy=HOMEROOM.*"));

            for (var groupBy : List.of("GRADE", "HOMEROOM", "GROUP")) {
                var asked = "absence-reasons?school=" + SCHOOL + "&groupBy=" + groupBy;
                equal(desk, "/reports/" + asked, () -> {
                    var report = reports("okafor", "/v1/" + asked);
                    var groups = list(report.path("groups"));
                    assertThat(groups).isNotEmpty();
                    for (int i = 0; i < REASONS.size(); i++) {
                        var saidBy = REASONS.get(i);
                        var reasons = list(report.path(saidBy));
                        var shown = new ArrayList<List<String>>();
                        groups.forEach(group -> shown.add(divided(group.path(saidBy), reasons)));
                        if (saidBy.equals("rootCauses") && report.hasNonNull("smallGroups")) {
                            shown.add(divided(report.path("smallGroups"), reasons));
                        }
                        assertThat(figures(desk, 2 * i + 1).stream()
                                        .map(row -> row.stream()
                                                .map(cell -> cell.replaceAll("\\s+", " "))
                                                .toList()))
                                .isEqualTo(shown);
                    }
                    assertThat(desk.page().locator("main small", new Page.LocatorOptions().setHasText("told with")))
                            .hasCount((int) groups.stream()
                                    .filter(group -> !group.hasNonNull("rootCauses"))
                                    .count());
                });
            }
            assertThat(desk.findings()).isEmpty();
            desk.assertQuiet();
        }
    }

    @Test
    void dataQualitySaysWhatIsMissingAndWhatToDo() {
        try (var desk = signIn(Screen.WIDE, "okafor")) {
            equal(desk, "/reports/data-quality", () -> {
                var schools = list(reports("okafor", "/v1/data-quality").path("schools"));
                assertThat(rows(desk, 0).stream().map(row -> row.subList(1, 6)))
                        .isEqualTo(schools.stream()
                                .map(school -> List.of(
                                        figure(school.path("schoolDays")),
                                        String.valueOf(
                                                school.path("notSubmitted").size()),
                                        figure(school.path("unmapped")),
                                        String.valueOf(
                                                school.path("silentDoors").size()),
                                        students(school.path("silentDoors"))))
                                .toList());
                assertThat(rows(desk, 0).stream().map(List::getLast))
                        .isEqualTo(schools.stream()
                                .map(school -> String.valueOf(
                                        school.path("fewerClasses").size()))
                                .toList());
                assertThat(desk.page().locator("main section.panel")).hasCount(schools.size());
                for (int i = 0; i < schools.size(); i++) {
                    int missing = schools.get(i).path("notSubmitted").size();
                    assertThat(desk.page().locator("main section.panel").nth(i))
                            .containsText(
                                    missing == 0
                                            ? schools.get(i).path("schoolName").asText()
                                            : missing + " day");
                }
                assertThat(desk.page()
                                .locator("main section.panel a[href='/feeds']")
                                .first())
                        .isVisible();
            });
            desk.assertQuiet();
        }
    }

    @Test
    void theCsvIsTheServices() throws IOException, InterruptedException {
        try (var desk = signIn(Screen.WIDE, "okafor")) {
            desk.open("/reports/chronic-absence?school=" + SCHOOL + "&groupBy=HOMEROOM");
            var download = desk.page()
                    .waitForDownload(() -> desk.page().locator(".save-csv").click());

            var saved = Files.readString(download.path(), StandardCharsets.UTF_8);
            assertThat(download.suggestedFilename()).isEqualTo("chronic-absence.csv");
            assertThat(saved).startsWith("\ufeff");
            assertThat(saved.substring(1))
                    .isEqualTo(csv("okafor", "/v1/chronic-absence?school=" + SCHOOL + "&groupBy=HOMEROOM"));
        }
    }

    @Test
    void eachFileThatLeavesIsSavedAndSaysWhatItLacks() throws IOException, InterruptedException {
        try (var desk = signIn(Screen.WIDE, "okafor")) {
            var page = desk.page();
            desk.open("/reports/files");
            page.locator("form[data-file='edfacts'] select[name=school]").selectOption(SCHOOL);
            page.locator("form[data-file='contact-records'] select[name=school]")
                    .selectOption(SCHOOL);
            page.locator("form[data-file='ed-fi'] select[name=school]").selectOption(SCHOOL);
            var day = PlayedMorning.morning().day();

            var edFacts = saved(desk, "edfacts");
            assertThat(edFacts)
                    .startsWith("SCH CHRON ABSENT,")
                    .isEqualTo(csv("okafor", "/v1/edfacts/chronic-absenteeism?school=" + SCHOOL + "&asOf=" + day));
            assertThat(page.locator("section.panel").first()).containsText("Nobody has said which state it is");

            assertThat(saved(desk, "contact-records"))
                    .startsWith("\ufeffschoolDay,schoolId,studentId,kind,channel,date,time,");

            page.locator("input[name=name]").fill(familyNames().getFirst());
            page.locator("form[role=search] button").click();
            page.locator("form[data-file='contact-record'] option").first().waitFor(ATTACHED);
            assertThat(saved(desk, "contact-record"))
                    .startsWith("\ufeffschoolDay,schoolId,studentId,kind,channel,date,time,");

            assertThat(saved(desk, "ed-fi")).startsWith("localSchoolId,schoolId,schoolYear,sessionName,");
            assertThat(page.locator("section.panel").last())
                    .containsText("Nobody has said the school's number in Ed-Fi");
            assertThat(desk.findings()).isEmpty();
            desk.assertQuiet();
        }
    }

    private static String saved(Desk desk, String name) throws IOException {
        var button = desk.page().locator("form[data-file='" + name + "'] button");
        var download = desk.page().waitForDownload(button::click);
        return Files.readString(download.path(), StandardCharsets.UTF_8);
    }

    @Test
    void aFileThatIsRefusedSaysWhy() {
        try (var desk = signIn(Screen.WIDE, "okafor")) {
            var page = desk.page();
            desk.open("/reports/files");
            var from = page.locator("form[data-file='ed-fi'] input[name=from]");
            from.fill(PlayedMorning.morning().day().minusYears(2).toString());

            page.locator("form[data-file='ed-fi'] button").click();

            assertThat(page.locator("section.panel").last().locator(".error"))
                    .containsText("must be a date of the year up to 'to'");
        }
        try (var desk = signIn(Screen.WIDE, "haddad")) {
            desk.open("/reports/files");
            assertThat(desk.page().locator("section.panel h2")).hasText(new String[] {"EDFacts: chronic absenteeism"});
            assertThat(desk.page().locator("form[role=search]")).hasCount(0);
            desk.assertQuiet();
        }
    }

    @Test
    void whoReadsOfNoStudentIsShownReleasedMonthsAndNothingElse() {
        try (var desk = signIn(Screen.WIDE, "haddad")) {
            var page = desk.page();
            desk.open("/");
            page.getByRole(
                            AriaRole.LINK,
                            new Page.GetByRoleOptions().setName("Reports").setExact(true))
                    .first()
                    .click();
            assertThat(page.locator(".report-list a"))
                    .hasText(new String[] {"Chronic absence", "Attendance over time", "Files"});
            equal(desk, "/reports/chronic-absence?groupBy=GRADE", () -> {
                var report = reports("haddad", "/v1/chronic-absence?groupBy=GRADE");
                var shown = new ArrayList<List<String>>(totalAndLines(report).map(DeskReportsIT::chronicAbsence));
                if (report.hasNonNull("rest")) {
                    shown.add(chronicAbsence(report.path("rest")));
                }
                assertThat(figures(desk, 0)).isEqualTo(shown);
                if (report.hasNonNull("releasedAt")) {
                    assertThat(page.locator(".report-scope")).containsText("A month without small groups");
                }
            });
            assertThat(page.locator("select[name=groupBy] option[value=HOMEROOM]"))
                    .hasCount(0);
            assertThat(page.locator("input[name=knownOn]")).hasCount(0);
            desk.open("/reports/attendance");
            page.locator("circle").first().waitFor();
            assertThat(values(desk, "circle"))
                    .isEqualTo(Stream.of("attendancePercent", "chronicPercent")
                            .flatMap(of -> list(reports("haddad", "/v1/attendance?by=MONTH")
                                            .path("lines"))
                                    .stream()
                                    .map(line -> line.path(of))
                                    .filter(JsonNode::isNumber)
                                    .map(each -> each.decimalValue().stripTrailingZeros()))
                            .toList());
            desk.open("/reports/watch-list");
            assertThat(page.locator("main")).containsText("Your role does not allow this.");
            desk.assertQuiet();
        }
        try (var desk = signIn(Screen.WIDE, "chen")) {
            assertThat(desk.page().locator("a[href='/reports']")).hasCount(0);
            desk.open("/reports");
            assertThat(desk.page().locator("main")).containsText("Your role does not allow this.");
        }
    }

    @Test
    void theWeekForAWallNamesNobodyAndIsOneSheet() throws IOException {
        try (var desk = signIn(Screen.WIDE, "okafor")) {
            var page = desk.page();
            desk.open("/reports/weekly?school=" + SCHOOL);
            page.locator(".poster").waitFor();
            var text = page.locator(".poster").innerText();

            assertThat(familyNames()).hasSizeGreaterThan(50).noneMatch(name -> text.contains(" " + name));
            assertThat(page.locator("main h1")).hasText(School.BRONX_LAB.name() + ": our week");
            // What is told is a whole percent, nobody, or ten and more.
            assertThat(page.locator(".poster td, .poster dd:not(.note)").allInnerTexts())
                    .isNotEmpty()
                    .allMatch(told -> told.matches("\\d+%|–|0|not told|fewer than 10|[1-9][\\d,]+"));
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(desk.findings()).isEmpty();
            var pdf = page.pdf(new Page.PdfOptions().setFormat("A4").setPrintBackground(true));
            Files.createDirectories(Path.of("target/screenshots"));
            Files.write(Path.of("target/screenshots/reports-weekly.pdf"), pdf);
            assertThat(Pattern.compile("/Type\\s*/Page\\b")
                            .matcher(new String(pdf, StandardCharsets.ISO_8859_1))
                            .results()
                            .count())
                    .isEqualTo(1);
        }
    }

    @Test
    void aReportIsLookedAtOnPaperToo() {
        for (var screen : List.of(Screen.NARROW, new Screen("ar", false, true))) {
            try (var desk = signIn(screen, "okafor")) {
                for (var report : List.of("watch-list", "chronic-absence", "attendance", "outreach", "data-quality")) {
                    desk.open("/reports/" + report);
                    desk.page().locator(".chart svg").first().waitFor();
                    desk.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
                    assertThat(desk.findings()).as("%s %s", screen, report).isEmpty();
                    desk.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
                }
                desk.assertQuiet();
            }
        }
    }

    // ---- what the services say
    // ------------------------------------------------------------------------------------------

    private static JsonNode reports(String who, String path) {
        return Api.as(who, layout).get(Part.REPORTING, path);
    }

    private static boolean isDrawn() {
        var draw = Api.as("moreau", layout).get(Part.OUTREACH, "/v1/draw");
        return draw.path("drawn").asBoolean();
    }

    private static String csv(String who, String path) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(layout.url(Part.REPORTING) + path))
                    .header("Accept", "text/csv")
                    .header("Authorization", "Bearer " + Api.as(who, layout).token())
                    .build();
            return http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8))
                    .body();
        }
    }

    private static List<String> familyNames() {
        return list(Api.as("okafor", layout)
                        .get(
                                Part.OUTREACH,
                                "/v1/whereabouts?school=%s&day=%s&limit=400"
                                        .formatted(
                                                SCHOOL, PlayedMorning.morning().day()))
                        .path("items"))
                .stream()
                .map(each -> each.path("student").path("familyName").asText())
                .distinct()
                .toList();
    }

    private static Lines totalAndLines(JsonNode report) {
        return new Lines(Stream.concat(Stream.of(report.path("total")), list(report.path("lines")).stream())
                .toList());
    }

    /** Lines of a report, as lists of what a page shows of each. */
    private static final class Lines extends ArrayList<JsonNode> {
        private static final long serialVersionUID = 1L;

        Lines(List<JsonNode> lines) {
            super(lines);
        }

        <T> List<T> map(Function<JsonNode, T> shown) {
            return stream().map(shown).toList();
        }

        <T> List<T> flatMap(Function<JsonNode, List<T>> shown) {
            return stream().map(shown).flatMap(List::stream).toList();
        }
    }

    private static List<String> chronicAbsence(JsonNode line) {
        var cells = new ArrayList<String>();
        cells.add(figure(line.path("students")));
        BANDS.forEach(band -> cells.add(figure(line.path("bands").path(band))));
        cells.add(percent(line.path("bands").path("chronicPercent")));
        cells.add(figure(line.path("leftOut").path("belowMinimumEnrolment")));
        cells.add(figure(line.path("leftOut").path("noDayCounts")));
        cells.add(percent(line.path("attendance").path("percent")));
        cells.add(days(line.path("attendance").path("attendedHalfDays")));
        cells.add(days(line.path("attendance").path("enrolledHalfDays")));
        return cells;
    }

    private static List<String> attendance(JsonNode line) {
        return List.of(
                figure(line.path("days")),
                percent(line.path("attendancePercent")),
                days(line.path("attendedHalfDays")),
                days(line.path("enrolledHalfDays")),
                percent(line.path("chronicPercent")),
                figure(line.path("chronicallyAbsent")),
                figure(line.path("studentsInBands")));
    }

    /** The worst first, as the chart has them. */
    private static List<BigDecimal> inBands(JsonNode line) {
        return BANDS.reversed().stream()
                .map(band -> line.path("bands").path(band).decimalValue().stripTrailingZeros())
                .filter(students -> students.signum() > 0)
                .toList();
    }

    /** What a group has of each reason that there is; nothing is told of it where it has no list. */
    private static List<String> divided(JsonNode told, List<JsonNode> reasons) {
        return reasons.stream()
                .map(reason -> told.isArray()
                        ? list(told).stream()
                                .filter(line -> line.path("reason").equals(reason.path("reason"))
                                        && line.path("excused").equals(reason.path("excused")))
                                .findFirst()
                                .map(line -> figure(line.path("absences")) + " " + percent(line.path("percent")))
                                .orElse("0")
                        : NONE)
                .toList();
    }

    private static String leftOut(JsonNode total) {
        long students = total.path("leftOut").path("belowMinimumEnrolment").asLong()
                + total.path("leftOut").path("noDayCounts").asLong();
        return students == 0 ? "Nobody is left out" : students + " student";
    }

    private static String students(JsonNode held) {
        return String.format(
                Locale.US,
                "%,d",
                list(held).stream()
                        .mapToLong(each -> each.path("students").asLong())
                        .sum());
    }

    private static String figure(JsonNode value) {
        return value.isNumber() ? String.format(Locale.US, "%,d", value.asLong()) : NONE;
    }

    private static String percent(JsonNode value) {
        return value.isNumber() ? String.format(Locale.US, "%.2f%%", value.decimalValue()) : NONE;
    }

    private static String days(JsonNode halfDays) {
        if (!halfDays.isNumber()) {
            return NONE;
        }
        long halves = halfDays.asLong();
        return String.format(Locale.US, "%,d", halves / 2) + (halves % 2 == 0 ? "" : ".5");
    }

    private static List<JsonNode> list(JsonNode items) {
        return StreamSupport.stream(items.spliterator(), false).toList();
    }

    // ---- what the page shows
    // --------------------------------------------------------------------------------------------

    private static Desk signIn(Screen screen, String name) {
        return Desk.signIn(chromium.browser(), screen, layout.url(Part.DESK), name);
    }

    private static void decide(Desk desk, String button, String why) {
        var page = desk.page();
        page.locator("form.decide textarea").fill(why);
        assertThat(page.locator("form.decide button")).hasText(button);
        page.locator("form.decide button").click();
    }

    /** Opens the page until it says the same: what others did a moment before is still being added up. */
    private static void equal(Desk desk, String path, ThrowingRunnable asserted) {
        await().pollInSameThread().atMost(SOON).untilAsserted(() -> {
            desk.open(path);
            desk.page().locator(".report-table").first().waitFor();
            asserted.run();
        });
    }

    /** The rows of a table, each with its head. */
    private static List<List<String>> rows(Desk desk, int table) {
        return desk.page().locator(".report-table").nth(table).locator("tbody tr").all().stream()
                .map(row -> row.locator("th, td").allInnerTexts())
                .toList();
    }

    private static List<List<String>> figures(Desk desk, int table) {
        return rows(desk, table).stream().map(row -> row.subList(1, row.size())).toList();
    }

    private static List<BigDecimal> values(Desk desk, String mark) {
        return desk.page().locator(".chart " + mark + "[data-value]").all().stream()
                .map(each -> new BigDecimal(each.getAttribute("data-value")).stripTrailingZeros())
                .toList();
    }

    private static List<BigDecimal> parts(Desk desk) {
        return values(desk, ".bar rect");
    }

    /** A bar is all who are in a band; its first two parts are who is chronically absent. */
    private static void assertChronicIsAsWideAsItsShare(Desk desk, int bar, JsonNode bands) {
        var drawn = desk.page().locator(".bar").nth(bar);
        double whole = ((Number) drawn.locator("svg").evaluate("svg => svg.viewBox.baseVal.width")).doubleValue();
        double chronic = drawn.locator("rect[data-part=chronic], rect[data-part=severe]").all().stream()
                .mapToDouble(rect -> Double.parseDouble(rect.getAttribute("width")))
                .sum();
        assertThat(100 * chronic / whole).isCloseTo(bands.path("chronicPercent").asDouble(), Offset.offset(1.0));
        assertThat(drawn.locator(".bar-figure")).hasText(percent(bands.path("chronicPercent")));
    }

    private static long number(String shown) {
        return Long.parseLong(shown.replace(",", ""));
    }
}
