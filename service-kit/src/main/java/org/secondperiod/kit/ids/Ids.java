package org.secondperiod.kit.ids;

/** What an id may look like: opaque, short, and safe in a path, a log and a file name. */
public final class Ids {

    private static final int LONGEST = 64;

    private Ids() {}

    /** Whether the text can be an id. Asked several times for every line and every record, so no regular expression. */
    public static boolean isId(String text) {
        int length = text.length();
        if (length == 0 || length > LONGEST) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (!mayStandIn(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean mayStandIn(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= ':' || c == '-' || c == '.' || c == '_';
    }

    static void check(String kind, String value) {
        if (!isId(value)) {
            throw new IllegalArgumentException(
                    "A " + kind + " has 1 to 64 characters out of A-Z a-z 0-9 . _ : - and this one has not");
        }
    }
}
