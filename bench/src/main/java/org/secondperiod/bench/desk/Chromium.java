package org.secondperiod.bench.desk;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.secondperiod.local.stack.StackException;

/** A browser of this machine's, not one that is downloaded. */
final class Chromium implements AutoCloseable {

    private static final List<String> USUAL_PLACES =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/snap/bin/chromium");
    private static final List<String> ARGUMENTS =
            List.of("--no-sandbox", "--disable-background-networking", "--disable-component-update", "--no-first-run");

    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser;

    Chromium(Path executable) {
        this.browser = playwright
                .chromium()
                .launch(new LaunchOptions().setExecutablePath(executable).setArgs(ARGUMENTS));
    }

    /**
     * Where it is.
     *
     * @throws StackException if there is none, with what to install
     */
    static Path executable() {
        return executable(Stream.concat(Stream.of(System.getenv("SP_CHROMIUM")), USUAL_PLACES.stream())
                .filter(Objects::nonNull)
                .map(Path::of)
                .toList());
    }

    static Path executable(List<Path> places) {
        return places.stream()
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new StackException("./sp bench desk needs Chromium, for example: sudo apt install"
                        + " chromium. SP_CHROMIUM says where it is if it is elsewhere."));
    }

    Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
