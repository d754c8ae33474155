package org.secondperiod.ingest.rosters.api;

import jakarta.enterprise.context.RequestScoped;
import org.secondperiod.kit.identity.Access;

/** Who may send rosters, and see what became of them. */
@RequestScoped
class RosterAccess {

    private final Access access;

    RosterAccess(Access access) {
        this.access = access;
    }

    /** Refuses (403) everybody else. */
    void require() {
        if (!access.as("roster:write", "admin").isEverywhere()) {
            throw RostersProblems.needsAllSchools();
        }
    }

    String subject() {
        return access.subject();
    }
}
