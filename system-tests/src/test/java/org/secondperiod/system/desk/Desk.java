package org.secondperiod.system.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Somebody at a desk. What their browser complains about is a fault. */
final class Desk implements AutoCloseable {

    private final BrowserContext context;
    private final Page page;
    private final String address;
    private final List<String> complaints = new ArrayList<>();

    private Desk(Browser browser, Screen screen, String address) {
        this.context = browser.newContext(screen.options());
        this.page = context.newPage();
        this.address = address;
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("ERR_INTERNET_DISCONNECTED")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        // There is no telephone here, and a browser that looks for one takes no keys meanwhile.
        context.addInitScript(
                "addEventListener('click', e => e.target.closest?.('a[href^=\"tel:\"]') && e.preventDefault(), true)");
    }

    /** Signs somebody in who has a card or a list in front of them then. */
    static Desk signIn(Browser browser, Screen screen, String address, String name) {
        var desk = enter(browser, screen, address, name);
        desk.page.locator("nav.pages, .menu").first().waitFor();
        return desk;
    }

    /** Signs somebody in, whatever they see then. */
    static Desk enter(Browser browser, Screen screen, String address, String name) {
        var desk = new Desk(browser, screen, address);
        desk.page.navigate(address + "/");
        desk.page
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .click();
        desk.page.waitForURL(url -> url.startsWith(address + "/"));
        return desk;
    }

    /** Whose hands are at it, so that it is counted what they do. */
    Hands hands() {
        return new Hands(page);
    }

    Page page() {
        return page;
    }

    /** Goes to a page of the desk, whatever it shows. */
    Desk at(String path) {
        page.navigate(address + path);
        return this;
    }

    /** Opens a page of the desk and waits until it shows what it has. */
    void open(String path) {
        page.navigate(address + path);
        settled();
    }

    /**
     * Opens the first card with somebody who can be called; there are families whose number nobody knows.
     *
     * @return whose task it is
     */
    String somebodyWithANumber() {
        for (var task : page.locator(".task:not(.taken)").all()) {
            var href = task.getAttribute("href");
            task.click();
            page.waitForURL(url -> url.endsWith(href));
            page.locator(".callee").first().waitFor();
            if (page.locator(".number a.call").isVisible()) {
                return page.url().replaceFirst(".*/", "");
            }
        }
        throw new AssertionError("nobody here can be called");
    }

    /** The address of a task's card. It is read by the browser, which knows no \Q. */
    static Pattern addressOf(String taskId) {
        return Pattern.compile(".*/" + taskId.replace(".", "\\.") + "$");
    }

    void settled() {
        page.locator("main h1:visible").first().waitFor();
        page.locator(".loading")
                .first()
                .waitFor(new Locator.WaitForOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.HIDDEN));
    }

    /** What axe finds; nothing is right. It looks at colours that stand still, and not half-way from one to the other. */
    List<String> findings() {
        page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
        return new AxeBuilder(page)
                .analyze().getViolations().stream().map(Desk::inWords).toList();
    }

    private static String inWords(Rule rule) {
        return rule.getId() + ": " + rule.getNodes().getFirst().getHtml();
    }

    void photograph(Path file) {
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
    }

    /** Fails if the browser has complained. */
    void assertQuiet() {
        assertThat(complaints).isEmpty();
    }

    @Override
    public void close() {
        context.close();
    }
}
