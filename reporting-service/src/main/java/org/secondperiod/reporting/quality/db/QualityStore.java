package org.secondperiod.reporting.quality.db;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.secondperiod.kit.grants.Schools;
import org.secondperiod.reporting.quality.QualityReport.HeldOn;

/** Marks that nobody understands, and students who were held for want of data. */
@ApplicationScoped
public class QualityStore {

    /** The schools that are known, of those asked for. */
    public List<String> schools(Handle tx, Schools of) {
        return tx.createQuery(
                        "SELECT school_id FROM school WHERE :every OR school_id = ANY(:schools) ORDER BY school_id")
                .bind("every", of.all())
                .bindArray("schools", String.class, List.copyOf(of.ids()))
                .mapTo(String.class)
                .list();
    }

    /** Marks whose code means nothing yet, by school. */
    public Map<String, Long> unmapped(Handle tx, Collection<String> schools, LocalDate from, LocalDate to) {
        Map<String, Long> found = new HashMap<>();
        query(
                        tx,
                        "SELECT school_id, count(*) FROM mark WHERE kind = 'UNKNOWN' AND NOT withdrawn AND %s GROUP BY 1",
                        schools,
                        from,
                        to)
                .map((row, context) -> found.put(row.getString(1), row.getLong(2)))
                .list();
        return found;
    }

    /** Students who were held since a door was not heard from, by school. */
    public Map<String, List<HeldOn>> heldForDoor(Handle tx, Collection<String> schools, LocalDate from, LocalDate to) {
        return held(tx, "held_for_door", schools, from, to);
    }

    /** Students who were held since their class had not submitted, by school. */
    public Map<String, List<HeldOn>> heldForClass(Handle tx, Collection<String> schools, LocalDate from, LocalDate to) {
        return held(tx, "held_for_class", schools, from, to);
    }

    private static Map<String, List<HeldOn>> held(
            Handle tx, String column, Collection<String> schools, LocalDate from, LocalDate to) {
        String sql =
                "SELECT school_id, school_day, %1$s FROM outreach_day WHERE caller = '' AND %1$s > 0 AND %%s ORDER BY 1, 2"
                        .formatted(column);
        return query(tx, sql, schools, from, to)
                .map((row, context) ->
                        Map.entry(row.getString(1), new HeldOn(row.getObject(2, LocalDate.class), row.getLong(3))))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    private static Query query(Handle tx, String sql, Collection<String> schools, LocalDate from, LocalDate to) {
        return tx.createQuery(sql.formatted("school_id = ANY(:schools) AND school_day BETWEEN :from AND :to"))
                .bindArray("schools", String.class, List.copyOf(schools))
                .bind("from", from)
                .bind("to", to);
    }
}
