package org.secondperiod.kit.testing.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.secondperiod.kit.identity.Role;
import org.secondperiod.kit.testing.TestGrants;
import org.secondperiod.kit.testing.TestTokens;

/** Everybody who may do anything at one school, and nothing at any other. */
public final class OneSchool {

    private static final List<String> SCOPES = List.of(
            "marks:write",
            "roster:write",
            "scans:write",
            "reader-keys:write",
            "outreach:read",
            "outreach:write",
            "reports:read");

    private OneSchool() {}

    /** A token of each role and of each scope there. */
    public static List<String> tokens(String school) {
        var tokens = new ArrayList<String>();
        Stream.of(Role.values())
                .map(role ->
                        TestGrants.of("fuzz-" + role.id()).as(role.id(), school).hold())
                .forEach(tokens::add);
        SCOPES.stream()
                .map(scope -> TestTokens.system("fuzz-" + scope.replace(':', '-'), scope, school))
                .forEach(tokens::add);
        return tokens;
    }
}
