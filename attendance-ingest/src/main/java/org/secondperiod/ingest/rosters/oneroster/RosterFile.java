package org.secondperiod.ingest.rosters.oneroster;

import java.util.Arrays;
import java.util.Optional;

/** The files of an archive that we read, in the order in which they are read. */
public enum RosterFile {
    ORGS("orgs.csv", false),
    SESSIONS("academicSessions.csv", false),
    USERS("users.csv", false),
    ROLES("roles.csv", false),
    CLASSES("classes.csv", false),
    ENROLLMENTS("enrollments.csv", false),
    CONTACTS("secondperiod_contacts.csv", true),
    BADGES("secondperiod_badges.csv", true);

    private final String fileName;
    private final boolean ours;

    RosterFile(String fileName, boolean ours) {
        this.fileName = fileName;
        this.ours = ours;
    }

    public String fileName() {
        return fileName;
    }

    /** Whether it is an extension of ours that OneRoster, and so perhaps the manifest, does not know. */
    public boolean isOurs() {
        return ours;
    }

    /** The file of that name, if it is one that we read. */
    public static Optional<RosterFile> named(String fileName) {
        return Arrays.stream(values())
                .filter(file -> file.fileName.equals(fileName))
                .findFirst();
    }
}
