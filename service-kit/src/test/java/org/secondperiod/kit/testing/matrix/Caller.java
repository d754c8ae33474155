package org.secondperiod.kit.testing.matrix;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.secondperiod.kit.testing.TestGrants;
import org.secondperiod.kit.testing.TestTokens;

/**
 * Somebody who asks, as a person or as a system.
 *
 * @param named the role or scope
 * @param isPerson a role by a grant; otherwise a scope in a token
 */
record Caller(String named, boolean isPerson, Holding holding, String token) {

    /** All that there are. */
    static final List<String> SCOPES = List.of(
            "marks:write",
            "roster:write",
            "scans:write",
            "reader-keys:write",
            "outreach:read",
            "outreach:write",
            "reports:read");

    /** Everybody: each role in each way, each scope in each way that a token can have it. */
    static List<Caller> all() {
        List<Caller> all = new ArrayList<>();
        for (String role : AccessTable.roles()) {
            for (Holding holding : Holding.values()) {
                all.add(new Caller(role, true, holding, person(role, holding)));
            }
        }
        for (String scope : SCOPES) {
            for (Holding holding : List.of(Holding.OWN_SCHOOL, Holding.OTHER_SCHOOL, Holding.DISTRICT)) {
                String subject = "matrix-" + scope.replace(':', '-') + "-" + holding;
                all.add(new Caller(scope, false, holding, TestTokens.system(subject, scope, schools(holding))));
            }
        }
        return all;
    }

    Cell cell(AccessTable.Row row) {
        return isPerson ? row.roles().get(named) : row.systems().getOrDefault(named, Cell.NO);
    }

    private static String person(String role, Holding holding) {
        TestGrants grants = TestGrants.of("matrix-" + role + "-" + holding);
        String[] schools = schools(holding);
        return switch (holding) {
            case EXPIRED ->
                grants.until(Instant.now().minus(Duration.ofMinutes(1)), role, schools)
                        .hold();
            case REVOKED -> grants.revoked(role, schools).hold();
            default -> grants.as(role, schools).hold();
        };
    }

    private static String[] schools(Holding holding) {
        return switch (holding) {
            case OTHER_SCHOOL -> new String[] {AccessMatrix.OTHER};
            case DISTRICT -> new String[] {"*"};
            default -> new String[] {AccessMatrix.OWN, AccessMatrix.OWN_NEW};
        };
    }

    @Override
    public String toString() {
        return named + " (" + holding.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ")";
    }
}
