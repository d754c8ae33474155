package org.secondperiod.ingest.intake;

import java.util.Set;
import org.secondperiod.kit.identity.Access;

/**
 * Who sends facts.
 *
 * @param subject the credential's subject; ids of the source's own are unique to it
 * @param schools the schools it may speak of; {@code *} is all of them
 */
public record Sender(String subject, Set<String> schools) {

    /** Whoever made the request, as one who has one of these roles or scopes; anybody else is refused (403). */
    public static Sender of(Access access, String... rolesOrScopes) {
        return new Sender(access.subject(), access.as(rolesOrScopes).schools().names());
    }

    /** Whether it may speak of the school. */
    public boolean mayWrite(String schoolId) {
        return schools.contains("*") || schools.contains(schoolId);
    }

    /** Whether it may speak of every school. */
    public boolean mayWriteEverywhere() {
        return schools.contains("*");
    }
}
