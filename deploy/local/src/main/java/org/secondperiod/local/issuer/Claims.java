package org.secondperiod.local.issuer;

import java.util.List;
import java.util.Map;
import org.secondperiod.local.issuer.Identities.Identity;
import org.secondperiod.local.issuer.Identities.Person;
import org.secondperiod.local.issuer.Identities.SystemClient;

/** The claims of a token: a person's says who it is and no more; a system's has its {@code scope} and {@code schools}. */
final class Claims {

    static final List<String> AUDIENCE = List.of("second-period");

    private Claims() {}

    static Map<String, Object> of(Identity identity) {
        return switch (identity) {
            case Person person -> Map.of("preferred_username", person.name());
            case SystemClient system -> Map.of("scope", String.join(" ", system.scopes()), "schools", system.schools());
        };
    }
}
