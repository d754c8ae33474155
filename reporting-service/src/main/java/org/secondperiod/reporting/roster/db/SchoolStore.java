package org.secondperiod.reporting.roster.db;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import org.jdbi.v3.core.Handle;
import org.secondperiod.reporting.facts.db.Columns;
import org.secondperiod.reporting.roster.SchoolTold;

/** The latest version of each school, but for its calendars. */
@ApplicationScoped
public class SchoolStore {

    /** Stores those that are newer than what is known. */
    public void put(Handle tx, Collection<SchoolTold> told) {
        Collection<SchoolTold> schools = told.stream()
                .collect(toMap(
                        SchoolTold::schoolId,
                        school -> school,
                        BinaryOperator.maxBy(Comparator.comparingLong(SchoolTold::version)),
                        TreeMap::new))
                .values();
        var put = tx.createUpdate("""
                INSERT INTO school (school_id, version, name, zone, trigger_period, sends_taken)
                SELECT * FROM unnest(:ids, CAST(:versions AS bigint[]), :names, :zones, :triggers, CAST(:sends AS boolean[]))
                ON CONFLICT (school_id) DO UPDATE
                SET version = excluded.version, name = excluded.name, zone = excluded.zone,
                    trigger_period = excluded.trigger_period, sends_taken = excluded.sends_taken
                WHERE excluded.version > school.version""");
        Columns.bind(put, "ids", schools, SchoolTold::schoolId);
        Columns.bind(put, "versions", schools, SchoolTold::version);
        Columns.bind(put, "names", schools, SchoolTold::name);
        Columns.bind(put, "zones", schools, SchoolTold::zone);
        Columns.bind(put, "triggers", schools, SchoolTold::triggerPeriod);
        Columns.bind(put, "sends", schools, SchoolTold::sendsTaken);
        put.execute();
    }

    /** Those of these schools that are known, without their calendars; nobody changes them until this transaction ends. */
    public Map<String, SchoolTold> hold(Handle tx, Collection<String> ids) {
        return load(tx, ids, "FOR SHARE");
    }

    /** Those of these schools that are known, without their calendars. */
    public Map<String, SchoolTold> load(Handle tx, Collection<String> ids) {
        return load(tx, ids, "");
    }

    private static Map<String, SchoolTold> load(Handle tx, Collection<String> ids, String lock) {
        return tx
                .createQuery("SELECT * FROM school WHERE school_id = ANY(:ids) ORDER BY school_id " + lock)
                .bindArray("ids", String.class, List.copyOf(ids))
                .map((row, context) -> new SchoolTold(
                        row.getString("school_id"),
                        row.getLong("version"),
                        row.getString("name"),
                        ZoneId.of(row.getString("zone")),
                        row.getString("trigger_period"),
                        row.getBoolean("sends_taken"),
                        new TreeMap<>(),
                        new TreeMap<>()))
                .list()
                .stream()
                .collect(toMap(SchoolTold::schoolId, school -> school));
    }
}
