package org.secondperiod.entry.buildings;

import java.util.Map;
import java.util.Set;

/**
 * For which doors a credential may speak.
 *
 * @param schoolsIn the schools of the buildings in question, as far as they are known
 */
public record DoorScope(SchoolLimits limits, Map<String, Set<String>> schoolsIn) {

    public boolean covers(String buildingId) {
        return limits.allow(schoolsIn.getOrDefault(buildingId, Set.of()));
    }
}
