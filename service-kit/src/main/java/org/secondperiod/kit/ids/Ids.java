package org.secondperiod.kit.ids;

import java.util.regex.Pattern;

/** What an id may look like: opaque, short, and safe in a path, a log and a file name. */
public final class Ids {

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

    private Ids() {}

    /** Whether the text can be an id. */
    public static boolean isId(String text) {
        return SHAPE.matcher(text).matches();
    }

    static void check(String kind, String value) {
        if (!isId(value)) {
            throw new IllegalArgumentException(
                    "A " + kind + " has 1 to 64 characters out of A-Z a-z 0-9 . _ : - and this one has not");
        }
    }
}
