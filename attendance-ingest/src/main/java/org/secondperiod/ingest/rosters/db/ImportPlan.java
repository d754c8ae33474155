package org.secondperiod.ingest.rosters.db;

import org.secondperiod.ingest.rosters.oneroster.FileMode;
import org.secondperiod.ingest.rosters.oneroster.Manifest;
import org.secondperiod.ingest.rosters.oneroster.RosterFile;

/** How the staged rows are meant. */
public record ImportPlan(Manifest manifest, MembershipSource memberships) {

    public boolean isBulk(RosterFile file) {
        return manifest.mode(file) == FileMode.BULK;
    }

    public boolean has(RosterFile file) {
        return manifest.mode(file) != FileMode.ABSENT;
    }

    /** Whether a student that no file names any more is gone from the schools that the files do name. */
    boolean replacesMemberships() {
        return switch (memberships) {
            case USERS -> isBulk(RosterFile.USERS);
            case ROLES -> isBulk(RosterFile.ROLES);
            case NONE -> false;
        };
    }

    boolean anyBulk() {
        return manifest.modes().containsValue(FileMode.BULK);
    }

    /** The file in which a membership's line stands. */
    RosterFile membershipFile() {
        return memberships == MembershipSource.ROLES ? RosterFile.ROLES : RosterFile.USERS;
    }
}
