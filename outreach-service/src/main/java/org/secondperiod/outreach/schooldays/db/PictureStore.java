package org.secondperiod.outreach.schooldays.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.secondperiod.kit.ids.SchoolDay;
import org.secondperiod.kit.ids.SchoolId;
import org.secondperiod.outreach.facts.db.Columns;
import org.secondperiod.outreach.schooldays.SchoolOnDay;
import org.secondperiod.outreach.whereabouts.SchoolPicture;

/**
 * A school's day in numbers, counted from what is stored of its students. How many are enrolled is counted once and kept with
 * the day, until a roster of the school changes.
 */
@ApplicationScoped
public class PictureStore {

    private static final String ENROLLED = """
            (SELECT count(DISTINCT e.student_id) FROM enrolment e
                WHERE e.school_id = k.school_id AND k.school_day BETWEEN e.entry_day AND e.exit_day)
            """;

    private static final String KEYS = """
            (SELECT DISTINCT * FROM unnest(CAST(:schools AS text[]), CAST(:days AS date[]))) AS k(school_id, school_day)
            """;

    private static final String COUNT = """
            UPDATE school_day d SET enrolled = %s FROM %s
            WHERE d.school_id = k.school_id AND d.school_day = k.school_day AND d.enrolled IS NULL
            """.formatted(ENROLLED, KEYS);

    /** The median counts only where the school has 20 closed days before this one. */
    private static final String PICTURE = """
            SELECT k.school_id, k.school_day,
                coalesce((SELECT d.enrolled FROM school_day d
                    WHERE d.school_id = k.school_id AND d.school_day = k.school_day), %s) AS enrolled,
                (SELECT count(*) FROM whereabouts w
                    WHERE w.school_id = k.school_id AND w.school_day = k.school_day AND w.known_absent) AS known,
                (SELECT count(*) FROM whereabouts w
                    WHERE w.school_id = k.school_id AND w.school_day = k.school_day AND w.marked_absent) AS marked,
                EXISTS (SELECT 1 FROM school s JOIN building_seen b ON b.building_id = ANY (s.buildings)
                    WHERE s.school_id = k.school_id AND CAST(b.quarter AT TIME ZONE :zone AS date) = k.school_day
                        AND CAST(b.quarter AT TIME ZONE (s.settings ->> 'zone') AS date) = k.school_day
                        AND b.quarter BETWEEN k.school_day - 1 AND k.school_day + 2) AS any_scan,
                (SELECT CASE WHEN count(*) = 20
                        THEN CAST(percentile_cont(0.5) WITHIN GROUP (ORDER BY last.absent_share) AS numeric) END
                    FROM (SELECT d.absent_share FROM school_day d
                        WHERE d.school_id = k.school_id AND d.school_day < k.school_day AND d.absent_share IS NOT NULL
                        ORDER BY d.school_day DESC LIMIT 20) AS last) AS median
            FROM %s
            """.formatted(ENROLLED, KEYS);

    private final ZoneId districtZone;

    PictureStore(@ConfigProperty(name = "secondperiod.district.zone") ZoneId districtZone) {
        this.districtZone = districtZone;
    }

    /** Counts and keeps how many are enrolled, where that is not kept yet. The caller holds the schools' locks. */
    public void count(Handle tx, Collection<SchoolOnDay> days) {
        keys(tx.createUpdate(COUNT), days).execute();
    }

    /** Rosters of these schools have changed: how many are enrolled is to be counted again. The caller has the locks alone. */
    public void forget(Handle tx, Collection<SchoolId> schools) {
        var update = tx.createUpdate(
                "UPDATE school_day SET enrolled = NULL WHERE school_id = ANY (:schools) AND enrolled IS NOT NULL");
        Columns.bind(update, "schools", schools).execute();
    }

    /** The picture of each of these days. */
    public Map<SchoolOnDay, SchoolPicture> pictures(Handle tx, Collection<SchoolOnDay> days) {
        if (days.isEmpty()) {
            return Map.of();
        }
        var query = keys(tx.createQuery(PICTURE), days).bind("zone", districtZone.getId());
        Map<SchoolOnDay, SchoolPicture> pictures = new HashMap<>();
        query.map((row, context) -> Map.entry(
                        new SchoolOnDay(
                                new SchoolId(row.getString("school_id")),
                                SchoolDay.of(row.getObject("school_day", LocalDate.class))),
                        new SchoolPicture(
                                row.getInt("enrolled"),
                                row.getInt("known"),
                                row.getInt("marked"),
                                row.getBoolean("any_scan"),
                                row.getBigDecimal("median"))))
                .forEach(entry -> pictures.put(entry.getKey(), entry.getValue()));
        return pictures;
    }

    private static <S extends SqlStatement<S>> S keys(S statement, Collection<SchoolOnDay> days) {
        Columns.bind(statement, "schools", days, SchoolOnDay::school);
        return Columns.bind(statement, "days", days, SchoolOnDay::day);
    }
}
