package org.secondperiod.outreach.doors.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
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

    private static final String MISSING = """
            SELECT DISTINCT n.building_id, n.quarter
            FROM unnest(CAST(:buildings AS text[]), CAST(:quarters AS timestamptz[])) AS n(building_id, quarter)
            WHERE NOT EXISTS (SELECT 1 FROM building_seen b
                WHERE b.building_id = n.building_id AND b.quarter = n.quarter)
            ORDER BY 1, 2
            """;

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

    /** Of these, the buildings and times at which nobody was seen yet. */
    public List<BuildingSeen> unseen(Handle tx, Collection<BuildingSeen> seen) {
        if (seen.isEmpty()) {
            return List.of();
        }
        return keys(tx.createQuery(MISSING), seen)
                .map((row, context) -> new BuildingSeen(
                        new BuildingId(row.getString(1)),
                        row.getObject(2, OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Notes that somebody was seen. */
    public void seen(Handle tx, Collection<BuildingSeen> seen) {
        if (!seen.isEmpty()) {
            keys(
                            tx.createUpdate("INSERT INTO building_seen (building_id, quarter) " + MISSING
                                    + " ON CONFLICT DO NOTHING"),
                            seen)
                    .execute();
        }
    }

    private static <S extends SqlStatement<S>> S keys(S statement, Collection<BuildingSeen> seen) {
        Columns.bind(statement, "buildings", seen, BuildingSeen::building);
        return Columns.bind(statement, "quarters", seen, BuildingSeen::quarter);
    }
}
