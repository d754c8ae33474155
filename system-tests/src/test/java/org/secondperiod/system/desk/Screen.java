package org.secondperiod.system.desk;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.ColorScheme;

/** How somebody looks at the desk. */
record Screen(String language, boolean narrow, boolean dark) {

    static final Screen WIDE = new Screen("en", false, false);
    static final Screen NARROW = new Screen("en", true, false);

    NewContextOptions options() {
        return new NewContextOptions()
                .setLocale(language)
                .setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT)
                .setHasTouch(narrow)
                .setViewportSize(narrow ? 390 : 1440, narrow ? 844 : 900);
    }

    @Override
    public String toString() {
        return language + (narrow ? " narrow" : " wide") + (dark ? " dark" : " light");
    }
}
