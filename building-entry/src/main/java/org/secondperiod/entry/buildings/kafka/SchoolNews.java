package org.secondperiod.entry.buildings.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.secondperiod.entry.buildings.SchoolBuildings;
import org.secondperiod.entry.buildings.db.SchoolBuildingStore;
import org.secondperiod.events.SchoolChanged;
import org.secondperiod.events.Topics;
import org.secondperiod.kit.delivery.BadEvent;
import org.secondperiod.kit.delivery.BatchHandler;
import org.secondperiod.kit.delivery.Received;

/** Takes schools' buildings. A school that is removed keeps its buildings, so that nobody else may speak for its doors. */
@ApplicationScoped
public class SchoolNews implements BatchHandler {

    private final SchoolBuildingStore store;

    SchoolNews(SchoolBuildingStore store) {
        this.store = store;
    }

    @Override
    public void handle(Handle tx, List<Received> batch) {
        Map<String, SchoolBuildings> newest = new TreeMap<>();
        for (Received record : batch) {
            if (!record.isTombstone()) {
                SchoolBuildings school = buildings(record.event(Topics.SCHOOLS));
                newest.merge(school.schoolId(), school, SchoolNews::newer);
            }
        }
        newest.values().forEach(school -> store.put(tx, school));
    }

    private static SchoolBuildings newer(SchoolBuildings one, SchoolBuildings other) {
        return one.version() > other.version() ? one : other;
    }

    private static SchoolBuildings buildings(SchoolChanged event) {
        if (event.schoolId() == null || event.buildings() == null) {
            throw new BadEvent("schoolId or buildings is missing");
        }
        return new SchoolBuildings(event.schoolId(), event.version(), event.buildings());
    }
}
