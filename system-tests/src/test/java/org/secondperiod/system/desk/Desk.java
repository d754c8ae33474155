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

    private static final String STORED = """
            async () => {
              const known = await indexedDB.databases();
              if (!known.some(each => each.name === 'desk')) return [];
              const done = request => new Promise((resolve, reject) => {
                request.onsuccess = () => resolve(request.result);
                request.onerror = () => reject(request.error);
              });
              const text = value => {
                if (value instanceof CryptoKey) return 'key, extractable: ' + value.extractable;
                if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) return new TextDecoder('latin1').decode(value);
                if (value && typeof value === 'object') return Object.entries(value).map(each => each.map(text).join(' ')).join(' ');
                return String(value);
              };
              const db = await done(indexedDB.open('desk'));
              const rows = [];
              for (const name of db.objectStoreNames) {
                const store = db.transaction(name).objectStore(name);
                const [keys, values] = await Promise.all([done(store.getAllKeys()), done(store.getAll())]);
                values.forEach((value, at) => rows.push(name + ' ' + text(keys[at]) + ' ' + text(value)));
              }
              db.close();
              return rows;
            }""";

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
        signInAt(desk.page, address, name);
        return desk;
    }

    private static void signInAt(Page page, String address, String name) {
        page.navigate(address + "/");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .click();
        page.waitForURL(url -> url.startsWith(address + "/"));
    }

    /** Another page of the same browser, whoever is signed in there. */
    Page another(String path) {
        var other = context.newPage();
        other.navigate(address + path);
        return other;
    }

    /** The session of this browser has ended, and somebody signs in in another page of it: the same person, or the next. */
    Page nextPerson(String name) {
        context.clearCookies();
        var other = context.newPage();
        signInAt(other, address, name);
        other.locator("nav.pages").waitFor();
        return other;
    }

    /** What lies in this browser's database, as it lies there: a text for each row, keys beside. Nothing where there is none. */
    @SuppressWarnings("unchecked")
    static List<String> stored(Page page) {
        return (List<String>) page.evaluate(STORED);
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

    /** Waits until the desk is open, and then until the page in it has what it shows. */
    void settled() {
        titled();
        titled();
    }

    private void titled() {
        page.locator("main h1:visible").first().waitFor();
        page.locator(".loading")
                .first()
                .waitFor(new Locator.WaitForOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.HIDDEN));
    }

    /** Whether the desk itself has not come yet: what is looked at then is no page of it. */
    boolean isOpening() {
        return page.locator("main.alone .loading").count() > 0;
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
