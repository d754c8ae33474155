package org.secondperiod.system.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;

/** Sets a school up as an administrator does who has never done it, page by page. */
final class SettingUp {

    private final Desk desk;
    private final Page page;

    SettingUp(Desk desk) {
        this.desk = desk;
        this.page = desk.page();
    }

    /** The page that a line of the list leads to. */
    void follow(String step) {
        page.locator(".checklist li")
                .filter(new Locator.FilterOptions().setHasText(step))
                .first()
                .locator("a.button")
                .click();
    }

    void school(String id, String building) {
        button("Set up a school").click();
        page.getByLabel("Its id").fill(id);
        page.getByLabel("Its name").fill("Maple School");
        button("Set it up").click();
        page.getByLabel("Buildings").fill(building);
        save("school-settings");
    }

    void bells() {
        button("Add a type of day").click();
        button("Add a period").click();
        save("school-bells");
        assertThat(page.locator("school-bells .trigger")).containsText("08:00–08:45");
    }

    void calendar() {
        button("Fill in school days").click();
        assertThat(page.locator("school-calendar .consequence")).containsText("When saved: Today families are called");
        save("school-calendar");
    }

    /** A reader with a key: the first is revoked, and the second stays. */
    void door(String id) {
        button("Register a reader").click();
        page.getByLabel("Its id").fill(id);
        page.getByLabel("What people call it").fill("Main door");
        page.locator("reader-form .button").first().click();
        button("Give it a key").click();
        assertThat(page.locator(".secret")).containsText("BEGIN PRIVATE KEY");
        button("Hide it").click();
        button("Give it a key").click();
        assertThat(page.locator("reader-keys .key")).hasCount(2);
        page.locator("reader-keys .key .link").last().click();
        page.locator("reader-keys .key + .decide .button").first().click();
        assertThat(page.locator("reader-keys")).containsText("is revoked");
    }

    /** What the set-up says on its pages of what comes next leads there. */
    void goOn(String next) {
        page.locator("setup-next a")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^" + next + "$")))
                .click();
    }

    void roster(String school) throws IOException {
        page.locator("input[type=file]").setInputFiles(SmallRoster.of(school));
        assertThat(page.locator("import-details")).containsText("Nothing was stored");
        assertThat(page.locator("import-details")).containsText("users.csv");
        assertThat(page.locator("import-details")).containsText("not used");
        assertThat(page.locator("import-details tbody tr", new Page.LocatorOptions().setHasText("users.csv"))
                        .first())
                .containsText("line");
        var saved =
                page.waitForDownload(() -> button("Save these rows as a file").click());
        Assertions.assertThat(saved.suggestedFilename())
                .startsWith("roster-rows-")
                .endsWith(".csv");
        Assertions.assertThat(Files.readAllLines(saved.path()))
                .hasSizeGreaterThan(1)
                .anyMatch(line -> line.startsWith("\"users.csv\"") && line.contains("\"REJECTED\""));
        Look.at(desk, "set-up-imports");
        button("Import it now").click();
        assertThat(page.locator("import-details")).containsText("3 of 3 students changed");
    }

    void role(String who, String role) {
        button("Give somebody a role").click();
        page.getByLabel("Their id at the district").fill(who);
        page.locator("select[name=role]").selectOption(new SelectOption().setLabel(role));
        page.getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName("Maple School"))
                .check();
        page.getByLabel("Why, for whoever").fill("the first morning");
        page.locator("form.give .button").first().click();
        assertThat(page.locator("form.give")).hasCount(0);
        assertThat(page.locator("tbody")).containsText(who);
    }

    void save(String section) {
        page.locator(section + " form button.button:not(.quiet)").last().click();
        assertThat(page.locator(section + " .notice")).containsText("Saved");
    }

    private Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .first();
    }
}
