package org.secondperiod.bench.desk;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;
import org.secondperiod.bench.measure.TimedSide;
import org.secondperiod.bench.stack.Await;
import org.secondperiod.bench.stack.Database;
import org.secondperiod.bench.stack.District;

/** Somebody presses 1, nobody answered, once a second: until the next family's card is painted. A round has a morning of its own. */
final class OutcomeSide implements TimedSide {

    static final int TIMES = 10;

    private static final int EVERY_MILLIS = 1_000;
    private static final String MINE = ".task[aria-current] .mark.mine";

    private final DeskBrowser browser;
    private final BenchSchool school;
    private final Mornings mornings;
    private final Database database;
    private @Nullable Page page;
    private LocalDate day = District.FIRST_DAY;

    /** @param database outreach-service's */
    OutcomeSide(DeskBrowser browser, BenchSchool school, Mornings mornings, Database database) {
        this.browser = browser;
        this.school = school;
        this.mornings = mornings;
        this.database = database;
    }

    @Override
    public String name() {
        return "the next card";
    }

    @Override
    public void prepare() {
        day = mornings.open().day();
        Page fresh = browser.fresh();
        fresh.navigate(browser.address() + "/s/" + school.id() + "/calls");
        fresh.locator(".card .people").waitFor();
        fresh.keyboard().press("n");
        page = fresh;
    }

    @Override
    public Histogram work() {
        return Keys.press(page, "1", TIMES, EVERY_MILLIS, "() => { window.awaitCard() }", MINE);
    }

    /** What was logged must have arrived, once. */
    @Override
    public void check() {
        Page used = page;
        if (used == null) {
            throw new IllegalStateException("prepare() comes first");
        }
        Await.until("the calls to be written down", () -> calls() >= TIMES);
        used.context().close();
        if (calls() != TIMES) {
            throw new IllegalStateException("%d calls are written down, and not %d".formatted(calls(), TIMES));
        }
    }

    private long calls() {
        return database.number("SELECT count(DISTINCT call_id) FROM call_attempt WHERE school_day = '" + day + "'");
    }
}
