package org.secondperiod.bench.desk;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;

/** A browser in which somebody is signed in at the desk. */
final class DeskBrowser implements AutoCloseable {

    private static final int WIDTH = 1440;
    private static final int HEIGHT = 900;
    private static final double PATIENCE_MILLIS = 60_000;
    private static final String SCRIPT = script();

    private final Chromium chromium;
    private final String address;
    private final String signedIn;

    /** @param who one of the issuer's people, who calls at a school */
    DeskBrowser(Path executable, String address, String who) {
        this.chromium = new Chromium(executable);
        this.address = address;
        this.signedIn = signIn(who);
    }

    private String signIn(String who) {
        try (BrowserContext context = chromium.browser().newContext()) {
            context.setDefaultTimeout(PATIENCE_MILLIS);
            Page page = context.newPage();
            page.navigate(address + "/");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(who))
                    .click();
            page.waitForURL(url -> url.startsWith(address + "/"));
            page.locator("nav.pages, .menu").first().waitFor();
            return context.storageState();
        }
    }

    /** Where the desk is. */
    String address() {
        return address;
    }

    /** A page of a signed-in browser that has none of the desk's files yet; closing its context ends it. */
    Page fresh() {
        BrowserContext context = chromium.browser()
                .newContext(new NewContextOptions()
                        .setStorageState(signedIn)
                        .setLocale("en")
                        .setViewportSize(WIDTH, HEIGHT));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        context.addInitScript(SCRIPT);
        return context.newPage();
    }

    private static String script() {
        try (InputStream in = Objects.requireNonNull(DeskBrowser.class.getResourceAsStream("painted.js"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        chromium.close();
    }
}
