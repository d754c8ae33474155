package org.secondperiod.entry.buildings.db;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.secondperiod.entry.buildings.SchoolBuildings;

/** Which schools are in which building. */
@ApplicationScoped
public class SchoolBuildingStore {

    /** Puts in force what is newer than what is known. */
    public void put(Handle tx, SchoolBuildings school) {
        int newer = tx.createUpdate("""
                        INSERT INTO school_version AS s (school_id, version) VALUES (:school, :version)
                        ON CONFLICT (school_id) DO UPDATE SET version = excluded.version WHERE s.version < excluded.version""")
                .bind("school", school.schoolId())
                .bind("version", school.version())
                .execute();
        if (newer == 0) {
            return;
        }
        tx.createUpdate("DELETE FROM school_building WHERE school_id = :school")
                .bind("school", school.schoolId())
                .execute();
        tx.createUpdate("""
                        INSERT INTO school_building (building_id, school_id)
                        SELECT DISTINCT building, :school FROM unnest(:buildings) building""")
                .bind("school", school.schoolId())
                .bindArray("buildings", String.class, school.buildingIds())
                .execute();
    }

    /** The schools of these buildings; a building of which no school is known is missing. */
    public Map<String, Set<String>> schoolsIn(Handle handle, Collection<String> buildingIds) {
        return handle
                .createQuery("SELECT building_id, school_id FROM school_building WHERE building_id = ANY(:buildings)")
                .bindArray("buildings", String.class, List.copyOf(buildingIds))
                .map((row, context) -> Map.entry(row.getString("building_id"), row.getString("school_id")))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toSet())));
    }
}
