package org.secondperiod.kit.identity;

import java.util.function.Consumer;
import org.secondperiod.kit.grants.Schools;

/**
 * Where the bearer may do what was asked for: at one school or more.
 *
 * @param asked hears of each school that is asked for in particular, also where it is refused
 */
public record Where(Schools schools, Consumer<String> asked) {

    /** Refuses (403) a school where they may not. */
    public void at(String schoolId) {
        asked.accept(schoolId);
        if (!schools.holds(schoolId)) {
            throw IdentityProblems.otherSchool();
        }
    }

    /** Refuses (403) who may do it at some schools only. */
    public void everywhere() {
        if (!schools.all()) {
            throw IdentityProblems.notEverywhere();
        }
    }

    /** Whether it is one of their schools. */
    public boolean holds(String schoolId) {
        return schools.holds(schoolId);
    }

    /** Whether it is every school of the district. */
    public boolean isEverywhere() {
        return schools.all();
    }
}
