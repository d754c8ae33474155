package org.secondperiod.kit.identity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What people do here. Only grants give roles. */
public enum Role {
    /** Calls families. */
    CALLER,
    /** Leads the callers of a school. */
    ATTENDANCE_LEAD,
    /** Answers for a school. */
    PRINCIPAL,
    /** Looks at numbers. */
    DISTRICT_ANALYST,
    /** Sets things up, and gives grants. */
    ADMIN;

    /** Its name in grants, events and problems: {@code attendance-lead}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The role of that name. */
    public static Optional<Role> of(String id) {
        return Arrays.stream(values()).filter(role -> role.id().equals(id)).findFirst();
    }

    static boolean isOne(String id) {
        return of(id).isPresent();
    }
}
