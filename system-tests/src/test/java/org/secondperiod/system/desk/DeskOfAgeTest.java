package org.secondperiod.system.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.secondperiod.local.api.Api;
import org.secondperiod.local.stack.Layout;
import org.secondperiod.local.stack.Part;
import org.secondperiod.system.PlayedMorning;

/** A student who is of age is called first, and nobody of the family without the student's consent. */
@ExtendWith(PlayedMorning.class)
class DeskOfAgeTest {

    private static final String LEAD = "okafor";

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
    void theStudentComesFirstAndTheFamilyOnlyWithConsentOnPaper() {
        var task = withoutConsent();
        try (var desk = Desk.signIn(chromium.browser(), Screen.WIDE, layout.url(Part.DESK), LEAD)) {
            var page = desk.page();
            desk.open("/s/%s/calls/%s"
                    .formatted(
                            task.path("schoolId").asText(), task.path("taskId").asText()));
            assertThat(page.locator(".restrictions")).containsText("18 or older");
            assertThat(page.locator(".callee").first()).containsText("The student");
            var guardian = page.locator(".callee.barred", new Page.LocatorOptions().setHasText("has not agreed"))
                    .first();
            assertThat(guardian.locator("a.call")).hasCount(0);
            assertThat(desk.findings()).isEmpty();
            var name = guardian.locator("strong").first().innerText();
            var of = page.locator(
                            ".callee",
                            new Page.LocatorOptions()
                                    .setHas(page.locator("strong", new Page.LocatorOptions().setHasText(name))))
                    .first();

            of.getByText("Consent is there on paper").click();
            of.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("May be called and told"))
                    .click();

            assertThat(of).containsText("May be told: The student signed");
            assertThat(of).not().hasClass("callee barred");
            assertThat(consents(task)).hasSize(1);

            of.getByText("The student has withdrawn it").click();

            assertThat(of).hasClass("callee barred");
            assertThat(consents(task)).isEmpty();
            desk.assertQuiet();
        }
    }

    /** A call about a student of age of whom somebody may not be called. */
    private static JsonNode withoutConsent() {
        return stream(as().get(
                                Part.OUTREACH,
                                "/v1/call-tasks?state=OPEN&limit=1000&day="
                                        + PlayedMorning.morning().day())
                        .path("items"))
                .filter(task -> task.path("student").path("ofAge").asBoolean())
                .filter(task -> stream(card(task).path("callees"))
                        .anyMatch(callee -> callee.path("whyNot").asText().equals("NO_CONSENT")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the demo district has nobody of age who is to be called"));
    }

    /** Those in force. */
    private static Stream<JsonNode> consents(JsonNode task) {
        return stream(card(task).path("ofAge").path("consents"));
    }

    private static JsonNode card(JsonNode task) {
        return as().get(Part.OUTREACH, "/v1/call-tasks/" + task.path("taskId").asText() + "/card");
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static Api as() {
        return Api.as(LEAD, layout);
    }
}
