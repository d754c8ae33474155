package org.secondperiod.outreach.doors.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.secondperiod.kit.ids.BuildingId;
import org.secondperiod.kit.ids.SchoolDay;
import org.secondperiod.outreach.facts.db.Columns;

/** On which days a building's doors saw anybody. */
@ApplicationScoped
public class BuildingDayStore {

    private static final String MISSING = """
            SELECT DISTINCT n.building_id, n.school_day
            FROM unnest(CAST(:buildings AS text[]), CAST(:days AS date[])) AS n(building_id, school_day)
            WHERE NOT EXISTS (SELECT 1 FROM building_day b
                WHERE b.building_id = n.building_id AND b.school_day = n.school_day)
            ORDER BY 1, 2
            """;

    /** A building on a day. */
    public record BuildingDay(BuildingId building, SchoolDay day) {}

    /** Of these, the buildings and days on which nobody was seen yet. */
    public List<BuildingDay> unseen(Handle tx, Collection<BuildingDay> buildingDays) {
        if (buildingDays.isEmpty()) {
            return List.of();
        }
        return keys(tx.createQuery(MISSING), buildingDays)
                .map((row, context) -> new BuildingDay(
                        new BuildingId(row.getString(1)), SchoolDay.of(row.getObject(2, LocalDate.class))))
                .list();
    }

    /** Notes that somebody was seen. */
    public void seen(Handle tx, Collection<BuildingDay> buildingDays) {
        if (!buildingDays.isEmpty()) {
            keys(
                            tx.createUpdate("INSERT INTO building_day (building_id, school_day) " + MISSING
                                    + " ON CONFLICT DO NOTHING"),
                            buildingDays)
                    .execute();
        }
    }

    private static <S extends SqlStatement<S>> S keys(S statement, Collection<BuildingDay> buildingDays) {
        Columns.bind(statement, "buildings", buildingDays, BuildingDay::building);
        return Columns.bind(statement, "days", buildingDays, BuildingDay::day);
    }
}
