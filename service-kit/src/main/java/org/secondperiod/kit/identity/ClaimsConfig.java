package org.secondperiod.kit.identity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** What the identity provider calls the claims that are read here, where it cannot be told to call them otherwise. */
@ConfigMapping(prefix = "secondperiod.sign-in")
public interface ClaimsConfig {

    /** The claim that says who it is, for good: never a name or an address. Default {@code sub}. */
    @WithDefault("sub")
    String subjectClaim();

    /** The claim with a system's scopes: one text with spaces between them, or a list. Default {@code scope}. */
    @WithDefault("scope")
    String scopesClaim();

    /**
     * What those scopes begin with that name a school, for a provider that has no claim of its own for schools: with {@code
     * school:}, {@code school:11X265} is the school 11X265 and {@code school:*} all of them. Default none: schools are in the
     * claim {@code schools} alone.
     */
    Optional<String> schoolsPrefix();
}
