package org.secondperiod.system.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.secondperiod.local.stack.Part;

/** What the card says of whom to call: how the name is said, in which language and by whose help, whom nobody calls, and when. */
@TestMethodOrder(OrderAnnotation.class)
class DeskCardIT {

    private static final LocalTime TOO_EARLY = LocalTime.of(7, 50);
    private static final LocalTime MORNING = LocalTime.of(9, 5);

    private static OwnFamilies families;

    @BeforeAll
    static void start() {
        families = OwnFamilies.start("card", TOO_EARLY, Map.of(), 3);
    }

    @AfterAll
    static void close() {
        families.close();
    }

    @Test
    @Order(1)
    void beforeTheHoursTheCardSaysFromWhenFamiliesAreCalledAndDialsNobody() {
        try (var desk = families.openCard("rivera", 1)) {
            var page = desk.page();
            assertThat(page.locator(".people")).containsText("Families are called from 08:00 to 21:00.");
            assertThat(callee(page, "Rosa")).containsText(FamilyRoster.mothersNumber(1));
            assertThat(callee(page, "Rosa")).containsText("too early or too late to call");
            assertThat(page.locator("a[href^='tel:'], .qr-box")).hasCount(0);
            assertThat(desk.findings()).isEmpty();
            desk.assertQuiet();
        }

        families.itIsNoEarlierThan(MORNING);

        try (var desk = families.openCard("rivera", 1)) {
            var page = desk.page();
            assertThat(page.locator(".number.is-next a.call"))
                    .hasAttribute("href", "tel:" + FamilyRoster.mothersDialled(1));
            assertThat(page.locator(".people")).not().containsText("Families are called from");
        }
    }

    @Test
    @Order(2)
    void theCardSaysHowTheNameIsSaidWithWhomAnInterpreterIsNeededAndWhomNobodyCalls() {
        families.itIsNoEarlierThan(MORNING);
        try (var desk = families.openCard("rivera", 1)) {
            var page = desk.page();
            assertThat(page.locator(".card h1")).containsText("Xóchitl Ramos-1");
            assertThat(page.locator(".card h1 .say-it")).hasText("(SO-cheel)");
            assertThat(page.locator(".card-facts")).containsText("Spanish at home");
            assertThat(callee(page, "Rosa").locator(".tongue")).hasText("Spanish");
            assertThat(callee(page, "Rosa").locator(".callee-name")).containsText("interpreter");
            assertThat(callee(page, "Elena").locator(".tongue")).hasCount(0);
            assertThat(callee(page, "Elena").locator(".callee-name")).containsText("interpreter");
            var father = callee(page, "Luis");
            assertThat(father).hasClass("callee barred");
            assertThat(father).containsText("Must not be called. no contact, the roster says");
            assertThat(father).not().containsText("555");
            assertThat(page.locator(".restrictions"))
                    .containsText("Luis Ramos (father) must not be called. no contact, the roster says");
            assertThat(desk.findings()).isEmpty();
            desk.assertQuiet();
        }
    }

    @Test
    @Order(3)
    void aNumberIsCopiedAsItIsDialledAndTheFamilyIsTheCallers() {
        families.itIsNoEarlierThan(MORNING);
        try (var desk = families.openCard("chen", 2)) {
            var page = desk.page();
            page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
            var copy = page.getByRole(
                    AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Copy " + FamilyRoster.mothersNumber(2)));
            assertThat(copy).hasText("copy");

            copy.click();

            assertThat(copy).hasText("copied");
            assertThat(page.locator(".announcer")).hasText("copied");
            assertThat(page.locator(".lease .mark.mine")).isVisible();
            assertThat(page.evaluate("navigator.clipboard.readText()")).isEqualTo(FamilyRoster.mothersDialled(2));
            desk.assertQuiet();
        }
    }

    @Test
    @Order(4)
    void whoWasReachedBeforeIsBestCalledAtThatHour() {
        families.itIsNoEarlierThan(MORNING);
        families.as("okafor")
                .post(
                        Part.OUTREACH,
                        "/v1/call-tasks/" + families.taskId(3) + "/attempts",
                        Map.of(
                                "outcome", "REACHED_OTHER",
                                "result", "UNDETERMINED",
                                "contactId", FamilyRoster.mother(3),
                                "number", FamilyRoster.mothersNumber(3),
                                "startedAt", FirstRun.at(LocalTime.of(9, 2)).toString()));
        try (var desk = families.openCard("rivera", 3)) {
            var page = desk.page();
            assertThat(callee(page, "Rosa").locator(".callee-name")).containsText("best between 09:00 and 10:00");
            assertThat(callee(page, "Rosa")).containsText("worked on");
            assertThat(callee(page, "Elena")).isVisible();
            assertThat(callee(page, "Elena")).not().containsText("best between");
            desk.assertQuiet();
        }
    }

    private static Locator callee(Page page, String name) {
        return page.locator(".callee", new Page.LocatorOptions().setHasText(name));
    }
}
