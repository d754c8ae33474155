package org.secondperiod.outreach.doors.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.secondperiod.kit.ids.BuildingId;
import org.secondperiod.outreach.facts.db.Columns;

/**
 * When a building's doors saw anybody, to the quarter of an hour: every day of every zone begins with one, and so it can be said
 * of each school's own day whether it was within it.
 */
@ApplicationScoped
public class BuildingSeenStore {

    private static final long QUARTER_OF_AN_HOUR = 15 * 60;

    private static final String TOLD = """
            unnest(CAST(:buildings AS text[]), CAST(:quarters AS timestamptz[])) AS n(building_id, quarter)
            """;

    /** Where nobody was seen yet on some school's day. */
    private static final String FIRST = """
            SELECT DISTINCT n.building_id FROM %s JOIN school s ON n.building_id = ANY (s.buildings)
            WHERE NOT EXISTS (SELECT 1 FROM building_seen b
                WHERE b.building_id = n.building_id
                    AND b.quarter BETWEEN n.quarter - interval '1 day' AND n.quarter + interval '1 day'
                    AND CAST(b.quarter AT TIME ZONE :zone AS date) = CAST(n.quarter AT TIME ZONE :zone AS date)
                    AND CAST(b.quarter AT TIME ZONE (s.settings ->> 'zone') AS date)
                        = CAST(n.quarter AT TIME ZONE (s.settings ->> 'zone') AS date))
            """.formatted(TOLD);

    private static final String INSERT = """
            INSERT INTO building_seen (building_id, quarter)
            SELECT DISTINCT n.building_id, n.quarter FROM %s
            WHERE NOT EXISTS (SELECT 1 FROM building_seen b
                WHERE b.building_id = n.building_id AND b.quarter = n.quarter)
            ORDER BY 1, 2
            ON CONFLICT DO NOTHING
            """.formatted(TOLD);

    private final ZoneId districtZone;

    BuildingSeenStore(@ConfigProperty(name = "secondperiod.district.zone") ZoneId districtZone) {
        this.districtZone = districtZone;
    }

    /**
     * A building in a quarter of an hour.
     *
     * @param quarter its beginning
     */
    public record BuildingSeen(BuildingId building, Instant quarter) {

        public static BuildingSeen at(BuildingId building, Instant time) {
            long second = time.getEpochSecond();
            return new BuildingSeen(
                    building, Instant.ofEpochSecond(second - Math.floorMod(second, QUARTER_OF_AN_HOUR)));
        }
    }

    /** Of these, the buildings that nobody was seen in before on the day of some school. */
    public Set<BuildingId> first(Handle tx, Collection<BuildingSeen> seen) {
        if (seen.isEmpty()) {
            return Set.of();
        }
        return keys(tx.createQuery(FIRST), seen)
                .bind("zone", districtZone.getId())
                .map((row, context) -> new BuildingId(row.getString(1)))
                .set();
    }

    /** Notes that somebody was seen. */
    public void seen(Handle tx, Collection<BuildingSeen> seen) {
        if (!seen.isEmpty()) {
            keys(tx.createUpdate(INSERT), seen).execute();
        }
    }

    private static <S extends SqlStatement<S>> S keys(S statement, Collection<BuildingSeen> seen) {
        Columns.bind(statement, "buildings", seen, BuildingSeen::building);
        return Columns.bind(statement, "quarters", seen, BuildingSeen::quarter);
    }
}
