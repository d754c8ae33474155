package org.secondperiod.entry.buildings;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.secondperiod.entry.buildings.db.SchoolBuildingStore;
import org.secondperiod.kit.identity.Where;

/** Holds a credential to the schools it was given for, wherever a building's schools are known. */
@ApplicationScoped
public class DoorAccess {

    private final Jdbi jdbi;
    private final SchoolBuildingStore store;

    DoorAccess(Jdbi jdbi, SchoolBuildingStore store) {
        this.jdbi = jdbi;
        this.store = store;
    }

    public DoorScope scope(Handle handle, SchoolLimits limits, Collection<String> buildingIds) {
        return new DoorScope(limits, limits.all() ? Map.of() : store.schoolsIn(handle, Set.copyOf(buildingIds)));
    }

    /** Refuses (422) who may not speak for the doors of this building. */
    public void require(Where where, String buildingId) {
        require(SchoolLimits.of(where), buildingId);
    }

    /** Refuses (422) who may not speak for the doors of this building. */
    public void require(SchoolLimits limits, String buildingId) {
        if (!jdbi.withHandle(handle -> scope(handle, limits, Set.of(buildingId)))
                .covers(buildingId)) {
            throw BuildingProblems.otherSchools();
        }
    }
}
