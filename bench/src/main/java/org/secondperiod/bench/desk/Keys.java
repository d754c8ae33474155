package org.secondperiod.bench.desk;

import com.microsoft.playwright.Page;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** Presses a key again and again, and asks the page how long it was until it was painted what came of it. */
final class Keys {

    private static final int DIGITS = 3;
    private static final double MICROS_PER_MILLI = 1_000;

    private Keys() {}

    /**
     * At a pace that nobody keeps up; never before the page shows what the key is about.
     *
     * @param watch has the page look for what comes of the next key
     * @param before what must be shown before a key is pressed
     * @return how long each took, in microseconds
     */
    static Histogram press(@Nullable Page page, String key, int times, int everyMillis, String watch, String before) {
        if (page == null) {
            throw new IllegalStateException("There is no page yet");
        }
        Histogram micros = new Histogram(DIGITS);
        Pace pace = Pace.every(everyMillis);
        for (int n = 0; n < times; n++) {
            page.locator(before).first().waitFor();
            page.evaluate(watch);
            pace.await(n);
            page.keyboard().press(key);
            double millis = ((Number) page.evaluate("() => window.answered")).doubleValue();
            micros.recordValue(Math.round(millis * MICROS_PER_MILLI));
        }
        return micros;
    }
}
