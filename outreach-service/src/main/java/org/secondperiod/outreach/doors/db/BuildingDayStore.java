package org.secondperiod.outreach.doors.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.secondperiod.kit.ids.BuildingId;
import org.secondperiod.kit.ids.SchoolDay;
import org.secondperiod.outreach.facts.db.Columns;

/** On which days a building's doors saw anybody. */
@ApplicationScoped
public class BuildingDayStore {

    private static final String INSERT = """
            INSERT INTO building_day (building_id, school_day)
            SELECT DISTINCT * FROM unnest(CAST(:buildings AS text[]), CAST(:days AS date[])) AS n(building_id, school_day)
            WHERE NOT EXISTS (SELECT 1 FROM building_day b
                WHERE b.building_id = n.building_id AND b.school_day = n.school_day)
            ORDER BY 1, 2
            ON CONFLICT DO NOTHING
            RETURNING building_id, school_day
            """;

    /** A building on a day. */
    public record BuildingDay(BuildingId building, SchoolDay day) {}

    /** Notes that somebody was seen. @return the buildings and days for which it is the first time */
    public List<BuildingDay> seen(Handle tx, Collection<BuildingDay> buildingDays) {
        if (buildingDays.isEmpty()) {
            return List.of();
        }
        var insert = tx.createQuery(INSERT);
        Columns.bind(insert, "buildings", buildingDays, BuildingDay::building);
        Columns.bind(insert, "days", buildingDays, BuildingDay::day);
        return insert.map((row, context) -> new BuildingDay(
                        new BuildingId(row.getString(1)),
                        SchoolDay.of(row.getDate(2).toLocalDate())))
                .list();
    }
}
