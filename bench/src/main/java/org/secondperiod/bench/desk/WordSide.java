package org.secondperiod.bench.desk;

import com.microsoft.playwright.Page;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;
import org.secondperiod.bench.measure.TimedSide;

/** The baseline: a key puts another word into the heading of a page that does nothing else, until that is painted. */
final class WordSide implements TimedSide {

    private static final int EVERY_MILLIS = 250;

    private final DeskBrowser browser;
    private @Nullable Page page;

    WordSide(DeskBrowser browser) {
        this.browser = browser;
    }

    @Override
    public String name() {
        return "another word";
    }

    @Override
    public void prepare() {
        Page fresh = browser.fresh();
        fresh.navigate(browser.address() + "/signed-out");
        page = fresh;
    }

    @Override
    public Histogram work() {
        return Keys.press(page, "1", OutcomeSide.TIMES, EVERY_MILLIS, "() => { window.awaitWord() }", "h1");
    }

    @Override
    public void check() {
        if (page != null) {
            page.context().close();
        }
    }
}
