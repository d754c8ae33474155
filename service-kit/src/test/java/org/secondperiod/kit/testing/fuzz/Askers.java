package org.secondperiod.kit.testing.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.secondperiod.kit.identity.Role;
import org.secondperiod.kit.testing.TestGrants;
import org.secondperiod.kit.testing.TestTokens;
import org.secondperiod.kit.testing.matrix.AccessTable;
import org.secondperiod.kit.testing.matrix.Holding;

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

    private final List<Asker> all;
    private final AccessTable table;

    private Askers(List<Asker> all, AccessTable table) {
        this.all = all;
        this.table = table;
    }

    /** One of each role and of each scope there, and for the district. */
    static Askers of(String service, String school) {
        var all = new ArrayList<Asker>();
        Stream.of(Holding.OWN_SCHOOL, Holding.DISTRICT).forEach(holding -> {
            var where = holding == Holding.DISTRICT ? "*" : school;
            Stream.of(Role.values())
                    .map(Role::id)
                    .forEach(role -> all.add(new Asker(
                            role,
                            holding,
                            TestGrants.of("fuzz-%s-%s".formatted(role, holding))
                                    .as(role, where)
                                    .hold())));
            SCOPES.forEach(scope -> all.add(new Asker(
                    scope,
                    holding,
                    TestTokens.system("fuzz-" + scope.replace(':', '-') + "-" + holding, scope, where))));
        });
        return new Askers(all, AccessTable.of(service));
    }

    List<Asker> all() {
        return all;
    }

    /** Whom docs/access.md lets in there. */
    List<Asker> whoMay(ApiDocument.Operation operation) {
        var endpoint = operation.method() + " "
                + operation.path().substring(operation.path().indexOf("/v1/"));
        return all.stream()
                .filter(asker -> table.letsIn(endpoint, asker.named(), asker.holding()))
                .toList();
    }
}
