package org.secondperiod.outreach.priority;

import java.util.regex.Pattern;

/** What a strip of a student's last school days says, oldest first: P present, A absent, H half a day, L late. */
record LastDays(String letters) {

    /** Three days away or more, and since then there every day. */
    private static final Pattern CAME_BACK = Pattern.compile(".*A{3,}[PL]+");

    int absentHalfDays() {
        return letters.chars()
                .map(letter -> letter == 'A' ? 2 : letter == 'H' ? 1 : 0)
                .sum();
    }

    boolean cameBackAndStayed() {
        return CAME_BACK.matcher(letters).matches();
    }

    int count() {
        return letters.length();
    }
}
