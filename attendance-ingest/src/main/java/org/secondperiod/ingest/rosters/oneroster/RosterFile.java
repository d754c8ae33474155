package org.secondperiod.ingest.rosters.oneroster;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The files of an archive that we read, in the order in which they are read. */
public enum RosterFile {
    ORGS("orgs.csv", false, OrgRow.COLUMNS),
    SESSIONS("academicSessions.csv", false, SessionRow.COLUMNS),
    USERS("users.csv", false, UserRow.COLUMNS),
    ROLES("roles.csv", false, RoleRow.COLUMNS),
    CLASSES("classes.csv", false, ClassRow.COLUMNS),
    ENROLLMENTS("enrollments.csv", false, SeatRow.COLUMNS),
    CONTACTS("secondperiod_contacts.csv", true, ContactRow.COLUMNS),
    BADGES("secondperiod_badges.csv", true, BadgeRow.COLUMNS);

    private final String fileName;
    private final boolean ours;
    private final List<String> columns;

    RosterFile(String fileName, boolean ours, List<String> columns) {
        this.fileName = fileName;
        this.ours = ours;
        this.columns = columns;
    }

    public String fileName() {
        return fileName;
    }

    /** Those it can not do without. */
    List<String> columns() {
        return columns;
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
