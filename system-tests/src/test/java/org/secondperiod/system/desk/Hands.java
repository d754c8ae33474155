package org.secondperiod.system.desk;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/**
 * Somebody's hands at a desk: each key that is pressed and each tap is a real one, and is counted. Words are typed besides, since how
 * many there are is the family's affair.
 */
final class Hands {

    private final Page page;
    private int keys;
    private int taps;

    Hands(Page page) {
        this.page = page;
    }

    /** One key; with others held down it is one as well. */
    Hands press(String key) {
        page.keyboard().press(key);
        keys++;
        return this;
    }

    /** One tap. */
    Hands tap(Locator target) {
        target.tap();
        taps++;
        return this;
    }

    /** Words, into whatever has the focus. */
    Hands type(String words) {
        page.keyboard().type(words);
        return this;
    }

    int keys() {
        return keys;
    }

    int taps() {
        return taps;
    }
}
