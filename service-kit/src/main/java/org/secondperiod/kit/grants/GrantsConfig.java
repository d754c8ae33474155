package org.secondperiod.kit.grants;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;
import java.util.Set;

/** Who begins. */
@ConfigMapping(prefix = "secondperiod.access")
public interface GrantsConfig {

    /**
     * Subjects of the identity provider, separated by commas, who are administrators of the whole district by this
     * configuration: so that somebody can give the first grants, and so that no mistake in grants locks everybody out. The same
     * in every service. Default none.
     */
    Optional<Set<String>> firstAdmins();
}
