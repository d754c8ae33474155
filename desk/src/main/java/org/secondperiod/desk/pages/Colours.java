package org.secondperiod.desk.pages;

import org.jspecify.annotations.Nullable;

/** Light, dark, or as the device is set. */
public enum Colours {
    AUTO("light dark"),
    LIGHT("light"),
    DARK("dark");

    private final String scheme;

    Colours(String scheme) {
        this.scheme = scheme;
    }

    /** As it stands in {@code color-scheme}. */
    public String scheme() {
        return scheme;
    }

    /** What was chosen in the app, if it was. */
    public static Colours of(@Nullable String chosen) {
        for (Colours one : values()) {
            if (one.scheme.equals(chosen)) {
                return one;
            }
        }
        return AUTO;
    }
}
