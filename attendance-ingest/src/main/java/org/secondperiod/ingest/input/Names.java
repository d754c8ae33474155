package org.secondperiod.ingest.input;

import org.jspecify.annotations.Nullable;

/** What the name of a period, or an attendance code, may look like. */
public final class Names {

    private static final int LONGEST = 32;

    private Names() {}

    /** What is wrong with the name, if anything is. */
    public static @Nullable String fault(String name) {
        if (name.isEmpty() || name.length() > LONGEST) {
            return "must have 1 to " + LONGEST + " characters";
        }
        if (name.charAt(0) == ' ' || name.charAt(name.length() - 1) == ' ') {
            return "must not begin or end with a space";
        }
        for (int i = 0; i < name.length(); i++) {
            if (Character.isISOControl(name.charAt(i))) {
                return "must not hold control characters";
            }
        }
        return null;
    }
}
