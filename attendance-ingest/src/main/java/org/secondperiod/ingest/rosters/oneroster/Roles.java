package org.secondperiod.ingest.rosters.oneroster;

import java.util.List;
import java.util.Locale;

/**
 * What somebody may be. A role of another name is never guessed: whoever is taken for no student is missed by nobody.
 */
final class Roles {

    /** Of 1.1 and 1.2, at schools and in classes. */
    private static final List<String> KNOWN = List.of(
            "administrator",
            "aide",
            "counselor",
            "districtadministrator",
            "guardian",
            "parent",
            "principal",
            "proctor",
            "relative",
            "siteadministrator",
            "student",
            "systemadministrator",
            "teacher");

    /** Before roles of a sender's own, as 1.2 has them. */
    private static final String EXTENSION = "ext:";

    private Roles() {}

    static String read(String column, String given) {
        String role = given.toLowerCase(Locale.ROOT);
        if (!KNOWN.contains(role) && !role.startsWith(EXTENSION)) {
            throw new RowRejected(
                    column,
                    "is no role of OneRoster; send student, guardian, parent, relative, teacher or another of its"
                            + " roles, or one of your own with ext: before it");
        }
        return role;
    }
}
