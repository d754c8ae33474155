package org.secondperiod.outreach.draw.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.secondperiod.outreach.draw.Drawn;
import org.secondperiod.outreach.facts.db.Columns;
import org.secondperiod.outreach.priority.Band;

/** Where tasks stand in the drawn order: by the same digest as the queue is ordered by. */
@ApplicationScoped
public class PlaceStore {

    /** Of these, by task; of none where nobody has approved the draw, or the approval was taken back. */
    public Map<String, Drawn> of(Handle tx, Collection<String> taskIds) {
        var query = tx.createQuery("""
                SELECT k.id, coalesce(r.band, 4) AS band, md5(a.seed || k.id) AS place
                FROM unnest(CAST(:ids AS text[])) AS k(id)
                CROSS JOIN (SELECT approved, seed FROM draw_approval ORDER BY approval_id DESC LIMIT 1) AS a
                LEFT JOIN call_task_rank r ON r.task_id = k.id WHERE a.approved
                """);
        Columns.bind(query, "ids", taskIds);
        Map<String, Drawn> places = new HashMap<>();
        query.map((row, context) ->
                        Map.entry(row.getString("id"), new Drawn(Band.of(row.getInt("band")), row.getString("place"))))
                .forEach(entry -> places.put(entry.getKey(), entry.getValue()));
        return places;
    }
}
