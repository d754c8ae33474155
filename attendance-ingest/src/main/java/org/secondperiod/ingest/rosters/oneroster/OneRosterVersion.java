package org.secondperiod.ingest.rosters.oneroster;

import java.util.Arrays;
import java.util.Optional;

/** The versions of the standard that are read. */
public enum OneRosterVersion {
    V1_0("1.0"),
    V1_1("1.1"),
    V1_2("1.2");

    private final String text;

    OneRosterVersion(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }

    static Optional<OneRosterVersion> of(String text) {
        return Arrays.stream(values())
                .filter(version -> text.equals(version.text) || text.startsWith(version.text + "."))
                .findFirst();
    }
}
