package org.secondperiod.outreach.visibility;

import java.util.Collection;
import java.util.List;
import org.secondperiod.kit.grants.Schools;
import org.secondperiod.kit.ids.SchoolId;

/**
 * The schools a listing is about.
 *
 * @param all all of the district; {@code schools} then says nothing
 */
public record SchoolScope(boolean all, List<String> schools) {

    static SchoolScope of(Collection<String> schools) {
        return new SchoolScope(false, List.copyOf(schools));
    }

    static SchoolScope of(Schools schools) {
        return new SchoolScope(schools.all(), List.copyOf(schools.ids()));
    }

    /** Whether a school is one of them. */
    public boolean holds(SchoolId school) {
        return all || schools.contains(school.value());
    }
}
