package org.secondperiod.reporting.arithmetic;

/**
 * One letter for each date of a school year, from its first on; {@value #NOTHING} says nothing, and so does every date after the
 * strip's end.
 */
public final class Strip {

    public static final char NOTHING = '.';

    /** A mark whose code nobody has given a meaning: the day does not count until somebody has. */
    public static final char UNKNOWN = '?';

    private Strip() {}

    public static char at(String strip, int index) {
        return index >= 0 && index < strip.length() ? strip.charAt(index) : NOTHING;
    }

    /** The strip with another letter at this date. */
    public static String with(String strip, int index, char letter) {
        if (at(strip, index) == letter) {
            return strip;
        }
        StringBuilder changed = new StringBuilder(strip);
        while (changed.length() <= index) {
            changed.append(NOTHING);
        }
        changed.setCharAt(index, letter);
        return trimmed(changed);
    }

    /** The date of the first letter that says something; -1 if none does. */
    public static int first(String strip) {
        for (int index = 0; index < strip.length(); index++) {
            if (strip.charAt(index) != NOTHING) {
                return index;
            }
        }
        return -1;
    }

    /** The date of the last letter that says something; -1 if none does. */
    public static int last(String strip) {
        int index = strip.length() - 1;
        while (index >= 0 && strip.charAt(index) == NOTHING) {
            index--;
        }
        return index;
    }

    /** Whether both say the same of all dates before this one. */
    public static boolean areAlikeBefore(int index, String one, String other) {
        for (int date = 0; date < Math.min(index, Math.max(one.length(), other.length())); date++) {
            if (at(one, date) != at(other, date)) {
                return false;
            }
        }
        return true;
    }

    /** What it says without what says nothing, at most the last so many letters. */
    public static String tail(String strip, int most) {
        StringBuilder backwards = new StringBuilder(most);
        for (int i = strip.length() - 1; i >= 0 && backwards.length() < most; i--) {
            if (strip.charAt(i) != NOTHING) {
                backwards.append(strip.charAt(i));
            }
        }
        return backwards.reverse().toString();
    }

    static String trimmed(StringBuilder letters) {
        int length = letters.length();
        while (length > 0 && letters.charAt(length - 1) == NOTHING) {
            length--;
        }
        return letters.substring(0, length);
    }
}
