package org.secondperiod.ingest.testing;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Small bodies and an impatient publisher, so that limits are met quickly. */
public class TightLimits implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "secondperiod.bulk.max-bytes", "64K",
                "secondperiod.delivery.acknowledged-within", "PT3S");
    }
}
