package org.secondperiod.kit.testing.hostile;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/**
 * An application and a database of its own: hostile requests leave odd things behind. Whoever sends them may send as many as there
 * are.
 */
public class OwnApplication implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "secondperiod.limits.person.at-once", "1000000",
                "secondperiod.limits.system.at-once", "1000000");
    }
}
