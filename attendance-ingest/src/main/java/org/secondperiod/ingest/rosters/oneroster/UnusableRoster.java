package org.secondperiod.ingest.rosters.oneroster;

/** Nothing of this archive may be used; the message tells the sender why, and holds no personal data. */
public class UnusableRoster extends RuntimeException {

    public UnusableRoster(String message) {
        super(message);
    }
}
