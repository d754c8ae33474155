package org.secondperiod.kit.orders;

import org.jspecify.annotations.Nullable;

/** A legal hold of a student, or of all students of a school: nothing of it is purged. */
public record Hold(
        String holdId, @Nullable String studentId, @Nullable String schoolId, boolean ended, long version) {

    public Hold {
        if ((studentId == null) == (schoolId == null)) {
            throw new IllegalArgumentException("a hold is of a student or of a school");
        }
    }
}
