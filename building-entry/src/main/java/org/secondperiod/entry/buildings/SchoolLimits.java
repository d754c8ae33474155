package org.secondperiod.entry.buildings;

import java.util.Collections;
import java.util.Set;
import org.secondperiod.kit.identity.Where;

/**
 * The schools that a credential may speak for.
 *
 * @param all every school; otherwise only {@code schools}
 */
public record SchoolLimits(boolean all, Set<String> schools) {

    public static SchoolLimits of(Where where) {
        return new SchoolLimits(where.isEverywhere(), where.schools().ids());
    }

    /** Whether it may speak for doors of a building where these schools are; none are known of is nobody's in particular. */
    boolean allow(Set<String> schoolsThere) {
        return all || schoolsThere.isEmpty() || !Collections.disjoint(schoolsThere, schools);
    }
}
