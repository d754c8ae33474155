package org.secondperiod.kit.testing.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.secondperiod.kit.identity.Role;
import org.secondperiod.kit.testing.TestGrants;
import org.secondperiod.kit.testing.TestTokens;

/** Everybody who may do anything at one school and nothing at any other, and those who may for the whole district. */
final class Askers {

    private static final List<String> SCOPES = List.of(
            "marks:write",
            "roster:write",
            "scans:write",
            "reader-keys:write",
            "outreach:read",
            "outreach:write",
            "reports:read");

    private Askers() {}

    /** People enough that none of them asks faster than a person may. */
    private static final int REQUESTS_OF_ONE = 500;

    /** Some of each role and of each scope there, and for the district. */
    static List<Asker> at(String school, int requests) {
        var askers = new ArrayList<Asker>();
        for (int i = 0; i <= requests / REQUESTS_OF_ONE; i++) {
            tokens(school, "fuzz-" + i + "-").forEach(token -> askers.add(new Asker(token, false)));
            tokens("*", "fuzz-district-" + i + "-").forEach(token -> askers.add(new Asker(token, true)));
        }
        return List.copyOf(askers);
    }

    private static Stream<String> tokens(String school, String subject) {
        return Stream.concat(
                Stream.of(Role.values())
                        .map(role ->
                                TestGrants.of(subject + role.id()).as(role.id(), school).hold()),
                SCOPES.stream()
                        .map(scope -> TestTokens.system(subject + scope.replace(':', '-'), scope, school)));
    }
}
