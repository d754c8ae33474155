package org.secondperiod.local.city;

/** What happens to a student that an attendance file cannot tell. */
public enum Twist {
    NONE("nothing further"),
    MARKED_IN_ERROR("marked absent though scanned in before the bell"),
    LATE_UPLOAD("marked absent, and the scan from before the bell uploaded after the cut-off"),
    LEFT_AGAIN("scanned in, scanned out again before the cut-off, and marked absent"),
    CORRECTED("marked absent, and corrected to present after the cut-off"),
    WITHDRAWN("marked absent, and the mark withdrawn after the cut-off"),
    EXCUSED_FIRST("excused, the mark of before arriving after the one that replaces it"),
    CAME_LATE("marked absent, and scanned in after the cut-off"),
    ELSEWHERE("marked absent, and scanned in at another school's building");

    private final String words;

    Twist(String words) {
        this.words = words;
    }

    /** In a sentence about students. */
    public String words() {
        return words;
    }
}
