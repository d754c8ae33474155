package org.secondperiod.ingest.knownabsences;

import jakarta.enterprise.context.ApplicationScoped;
import org.secondperiod.ingest.schools.KnownSchools;
import org.secondperiod.kit.bulk.BulkLine;

/** Checks what a known absence refers to. */
@ApplicationScoped
public class DeclaredCheck {

    private final KnownSchools schools;

    DeclaredCheck(KnownSchools schools) {
        this.schools = schools;
    }

    /** Refuses one of a school that is not set up. */
    void school(BulkLine line, Declared declared) {
        var school = declared.school();
        if (school != null && !schools.has(school)) {
            throw line.bad("schoolId", "is a school that is not set up (PUT /v1/schools/{schoolId})");
        }
    }
}
