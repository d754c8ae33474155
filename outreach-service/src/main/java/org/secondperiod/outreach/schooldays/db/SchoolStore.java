package org.secondperiod.outreach.schooldays.db;

import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;
import org.secondperiod.kit.ids.BuildingId;
import org.secondperiod.kit.ids.SchoolId;
import org.secondperiod.outreach.facts.db.Columns;
import org.secondperiod.outreach.facts.db.StoredJson;
import org.secondperiod.outreach.schooldays.SchoolSettings;
import org.secondperiod.outreach.schooldays.SchoolVersion;

/** The district's schools. Settings are large and change seldom, so each version is parsed once per process. */
@ApplicationScoped
public class SchoolStore {

    private static final String UPSERT = """
            INSERT INTO school (school_id, version, buildings, settings)
            SELECT n.id, n.version, ARRAY(SELECT jsonb_array_elements_text(n.settings -> 'buildings')), n.settings
            FROM unnest(CAST(:ids AS text[]), CAST(:versions AS bigint[]), CAST(:settings AS jsonb[]))
                AS n(id, version, settings)
            ORDER BY n.id
            ON CONFLICT (school_id) DO UPDATE SET version = excluded.version, buildings = excluded.buildings,
                settings = excluded.settings
            WHERE school.version < excluded.version
            """;

    private final Map<SchoolId, SchoolVersion> parsed = new ConcurrentHashMap<>();

    /** Puts settings in force that are newer than what is known; one per school. */
    public void put(Handle tx, Collection<SchoolVersion> schools) {
        if (!schools.isEmpty()) {
            var upsert = tx.createUpdate(UPSERT);
            Columns.bind(upsert, "ids", schools, school -> school.settings().schoolId());
            Columns.bind(upsert, "versions", schools, SchoolVersion::version);
            Columns.bind(upsert, "settings", schools, school -> StoredJson.write(school.settings()));
            upsert.execute();
        }
    }

    /** The settings in force of these schools; a school that is not known is missing. */
    public Map<SchoolId, SchoolVersion> load(Handle tx, Collection<SchoolId> schools) {
        Map<SchoolId, SchoolVersion> found = new HashMap<>();
        List<SchoolId> toParse = new ArrayList<>();
        var versions = tx.createQuery("SELECT school_id, version FROM school WHERE school_id = ANY (:ids)");
        Columns.bind(versions, "ids", Set.copyOf(schools));
        versions.map((row, context) -> Map.entry(new SchoolId(row.getString(1)), row.getLong(2)))
                .forEach(entry -> {
                    SchoolVersion known = parsed.get(entry.getKey());
                    if (known != null && known.version() == entry.getValue()) {
                        found.put(entry.getKey(), known);
                    } else {
                        toParse.add(entry.getKey());
                    }
                });
        if (!toParse.isEmpty()) {
            var settings = tx.createQuery("SELECT version, settings FROM school WHERE school_id = ANY (:ids)");
            Columns.bind(settings, "ids", toParse)
                    .map((row, context) ->
                            new SchoolVersion(StoredJson.read(row.getString(2), SchoolSettings.class), row.getLong(1)))
                    .forEach(school -> {
                        found.put(school.settings().schoolId(), school);
                        parsed.put(school.settings().schoolId(), school);
                    });
        }
        return found;
    }

    /** All schools of the district. */
    public Map<SchoolId, SchoolVersion> all(Handle tx) {
        return load(
                tx,
                tx.createQuery("SELECT school_id FROM school")
                        .map((row, context) -> new SchoolId(row.getString(1)))
                        .list());
    }

    /** The schools whose students enter through these buildings. */
    public Set<SchoolId> using(Handle tx, Collection<BuildingId> buildings) {
        if (buildings.isEmpty()) {
            return Set.of();
        }
        var query = tx.createQuery("SELECT school_id FROM school WHERE buildings && CAST(:buildings AS text[])");
        return Columns.bind(query, "buildings", buildings).mapTo(String.class).list().stream()
                .map(SchoolId::new)
                .collect(toSet());
    }

    /** What people call these buildings: the schools that are in them. */
    public Map<BuildingId, String> namesOf(Handle tx, Collection<BuildingId> buildings) {
        if (buildings.isEmpty()) {
            return Map.of();
        }
        var query = tx.createQuery("""
                SELECT b.building, string_agg(s.settings ->> 'name', ' / ' ORDER BY s.school_id)
                FROM unnest(CAST(:buildings AS text[])) AS b(building) JOIN school s ON s.buildings @> ARRAY[b.building]
                GROUP BY b.building
                """);
        Map<BuildingId, String> names = new HashMap<>();
        Columns.bind(query, "buildings", buildings)
                .map((row, context) -> Map.entry(new BuildingId(row.getString(1)), row.getString(2)))
                .forEach(entry -> names.put(entry.getKey(), entry.getValue()));
        return names;
    }
}
