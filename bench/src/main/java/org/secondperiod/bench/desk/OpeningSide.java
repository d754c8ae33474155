package org.secondperiod.bench.desk;

import com.microsoft.playwright.Page;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;
import org.secondperiod.bench.measure.TimedSide;

/**
 * A page is opened in a browser that has none of the desk's files: until the list's figure and the first family's number are
 * painted, or on the page of who has signed out, which asks no service, its heading.
 */
final class OpeningSide implements TimedSide {

    private static final int TIMES = 5;
    private static final int DIGITS = 3;
    private static final double MICROS_PER_MILLI = 1_000;

    private final String name;
    private final DeskBrowser browser;
    private final String path;
    private final @Nullable Integer toCall;

    private OpeningSide(String name, DeskBrowser browser, String path, @Nullable Integer toCall) {
        this.name = name;
        this.browser = browser;
        this.path = path;
        this.toCall = toCall;
    }

    /** @param morning whose list is as it was when the day began */
    static OpeningSide ofSchool(DeskBrowser browser, BenchSchool school, Morning morning) {
        return new OpeningSide(
                "the school",
                browser,
                "/s/" + school.id() + "/calls",
                morning.absent().size());
    }

    /** The baseline: the same files, and nothing else. */
    static OpeningSide ofStaticPage(DeskBrowser browser) {
        return new OpeningSide("a static page", browser, "/signed-out", null);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void prepare() {}

    @Override
    public Histogram work() {
        Histogram micros = new Histogram(DIGITS);
        for (int n = 0; n < TIMES; n++) {
            micros.recordValue(open());
        }
        return micros;
    }

    private long open() {
        Page page = browser.fresh();
        try {
            page.navigate(browser.address() + path);
            double millis = ((Number) page.evaluate("() => window.opened")).doubleValue();
            look(page);
            return Math.round(millis * MICROS_PER_MILLI);
        } finally {
            page.context().close();
        }
    }

    private void look(Page page) {
        if (toCall != null) {
            String shown = page.locator(".numbers .to-call b").innerText();
            if (!shown.equals(String.valueOf(toCall))) {
                throw new IllegalStateException(
                        "The desk says that %s are to be called, and not %d".formatted(shown, toCall));
            }
        }
    }
}
