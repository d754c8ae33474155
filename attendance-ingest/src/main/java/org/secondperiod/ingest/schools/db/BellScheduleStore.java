package org.secondperiod.ingest.schools.db;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.secondperiod.events.EventJson;
import org.secondperiod.ingest.schools.BellSchedule;
import org.secondperiod.ingest.schools.Period;
import org.secondperiod.kit.ids.SchoolId;

/** Bell schedules; their periods are one value each. */
@ApplicationScoped
public class BellScheduleStore {

    private static final TypeReference<List<Period>> PERIODS = new TypeReference<>() {};

    private final Jdbi jdbi;

    BellScheduleStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The school's schedules, by day type and effective date. */
    public List<BellSchedule> of(Handle tx, SchoolId school) {
        return tx.createQuery("""
                        SELECT day_type, effective_from, remote, periods FROM bell_schedule
                        WHERE school_id = :school ORDER BY day_type, effective_from
                        """)
                .bind("school", school.value())
                .map((row, context) -> new BellSchedule(
                        row.getString("day_type"),
                        row.getObject("effective_from", LocalDate.class),
                        row.getBoolean("remote"),
                        read(row.getString("periods"))))
                .list();
    }

    /** Writes a schedule over the one of the same day type and effective date. */
    public void put(Handle tx, SchoolId school, BellSchedule bells) {
        tx.createUpdate("""
                        INSERT INTO bell_schedule (school_id, day_type, effective_from, remote, periods)
                        VALUES (:school, :dayType, :effectiveFrom, :remote, CAST(:periods AS jsonb))
                        ON CONFLICT (school_id, day_type, effective_from)
                        DO UPDATE SET remote = EXCLUDED.remote, periods = EXCLUDED.periods
                        """)
                .bind("school", school.value())
                .bind("dayType", bells.dayType())
                .bind("effectiveFrom", bells.effectiveFrom())
                .bind("remote", bells.remote())
                .bind("periods", write(bells.periods()))
                .execute();
    }

    /** Greater after every change of any school. */
    public long revision() {
        return jdbi.withHandle(tx -> tx.createQuery("SELECT coalesce(sum(version), 0) FROM school")
                .mapTo(long.class)
                .one());
    }

    /** The names of all periods of each school that has any. */
    public Map<String, Set<String>> periods() {
        return jdbi.withHandle(tx -> tx
                .createQuery("""
                        SELECT b.school_id, array_agg(DISTINCT p ->> 'name') AS names
                        FROM bell_schedule b, jsonb_array_elements(b.periods) p GROUP BY b.school_id
                        """)
                .map((row, context) -> Map.entry(row.getString("school_id"), Set.of((String[])
                        row.getArray("names").getArray())))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private static String write(List<Period> periods) {
        try {
            return EventJson.MAPPER.writeValueAsString(periods);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Periods could not be written as JSON", e);
        }
    }

    private static List<Period> read(String json) {
        try {
            return EventJson.MAPPER.readValue(json, PERIODS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored periods could not be read", e);
        }
    }
}
