package org.secondperiod.reporting.watchlist;

/** Why a student is on the list; one student may be on it for several reasons. */
public enum Why {
    /** In a worse band than ten school days ago, and no longer satisfactory. */
    NEWLY_AT_RISK,
    /** One more day absent, on the next day that counts, and the band is a worse one. */
    ONE_ABSENCE_FROM_A_BAND,
    /** Three days or more in a row, the last that counts among them. */
    THREE_IN_A_ROW,
    /** At most two more days absent, and the year ends chronic. */
    FEW_ABSENCES_LEFT
}
