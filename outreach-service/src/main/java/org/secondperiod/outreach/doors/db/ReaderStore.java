package org.secondperiod.outreach.doors.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.ids.BuildingId;
import org.secondperiod.kit.ids.ReaderId;
import org.secondperiod.outreach.doors.Reader;
import org.secondperiod.outreach.doors.ReaderNews;
import org.secondperiod.outreach.facts.db.Columns;

/** The readers of the district. */
@ApplicationScoped
public class ReaderStore {

    private static final String SETTINGS = """
            INSERT INTO reader (reader_id, building_id, name, in_service, allowed_silence, settings_version,
                in_service_since, sends_heartbeats, last_heard)
            SELECT n.*, false, NULL
            FROM unnest(CAST(:readers AS text[]), CAST(:buildings AS text[]), CAST(:names AS text[]),
                CAST(:inService AS boolean[]), CAST(:silences AS int[]), CAST(:versions AS bigint[]),
                CAST(:since AS timestamptz[])) AS n(reader_id)
            ORDER BY n.reader_id
            ON CONFLICT (reader_id) DO UPDATE SET building_id = excluded.building_id, name = excluded.name,
                in_service = excluded.in_service, allowed_silence = excluded.allowed_silence,
                settings_version = excluded.settings_version, in_service_since = excluded.in_service_since
            WHERE reader.settings_version < excluded.settings_version
            """;

    /** A reader that was heard from before it was announced is kept, and not waited for. */
    private static final String HEARD = """
            INSERT INTO reader (reader_id, building_id, name, in_service, allowed_silence, settings_version,
                sends_heartbeats, last_heard)
            SELECT n.reader_id, n.building_id, n.reader_id, false, 10, -1, n.heartbeat, n.heard
            FROM unnest(CAST(:readers AS text[]), CAST(:buildings AS text[]), CAST(:heartbeats AS boolean[]),
                CAST(:heard AS timestamptz[])) AS n(reader_id, building_id, heartbeat, heard)
            ORDER BY n.reader_id
            ON CONFLICT (reader_id) DO UPDATE SET
                sends_heartbeats = reader.sends_heartbeats OR excluded.sends_heartbeats,
                last_heard = greatest(reader.last_heard, excluded.last_heard)
            WHERE excluded.sends_heartbeats AND NOT reader.sends_heartbeats
                OR excluded.last_heard > coalesce(reader.last_heard, '-infinity')
            """;

    /** Locks the readers that are known, in order, until the transaction ends. */
    public void lock(Handle tx, Collection<ReaderId> readers) {
        var query = tx.createQuery("SELECT 1 FROM reader WHERE reader_id = ANY (:ids) ORDER BY reader_id FOR UPDATE");
        Columns.bind(query, "ids", readers).mapTo(Integer.class).list();
    }

    /** Applies news, one per reader. */
    public void apply(Handle tx, Collection<ReaderNews> news) {
        List<ReaderNews.Settings> settings =
                news.stream().map(ReaderNews::settings).filter(Objects::nonNull).toList();
        if (!settings.isEmpty()) {
            var upsert = tx.createUpdate(SETTINGS);
            Columns.bind(upsert, "readers", settings, of -> of.reader().readerId());
            Columns.bind(upsert, "buildings", settings, of -> of.reader().buildingId());
            Columns.bind(upsert, "names", settings, of -> of.reader().name());
            Columns.bind(upsert, "inService", settings, of -> of.reader().inService());
            Columns.bind(
                    upsert,
                    "silences",
                    settings,
                    of -> of.reader().allowedSilence().toMinutes());
            Columns.bind(upsert, "versions", settings, ReaderNews.Settings::version);
            Columns.bind(upsert, "since", settings, of -> of.reader().inServiceSince());
            upsert.execute();
        }
        if (!news.isEmpty()) {
            var heard = tx.createUpdate(HEARD);
            Columns.bind(heard, "readers", news, ReaderNews::readerId);
            Columns.bind(heard, "buildings", news, ReaderNews::buildingId);
            Columns.bind(heard, "heartbeats", news, ReaderNews::sentHeartbeat);
            Columns.bind(heard, "heard", news, ReaderNews::heardAt);
            heard.execute();
        }
    }

    /** The readers of that id. */
    public List<Reader> byId(Handle tx, Collection<ReaderId> readers) {
        return read(tx.createQuery("SELECT * FROM reader WHERE reader_id = ANY (:ids)"), readers);
    }

    /** All readers of these buildings. */
    public List<Reader> at(Handle tx, Collection<BuildingId> buildings) {
        return read(tx.createQuery("SELECT * FROM reader WHERE building_id = ANY (:ids)"), buildings);
    }

    private static List<Reader> read(Query query, Collection<?> ids) {
        return Columns.bind(query, "ids", ids)
                .map((row, context) -> {
                    return new Reader(
                            new ReaderId(row.getString("reader_id")),
                            new BuildingId(row.getString("building_id")),
                            row.getString("name"),
                            row.getBoolean("in_service"),
                            instant(row, "in_service_since"),
                            Duration.ofMinutes(row.getInt("allowed_silence")),
                            row.getBoolean("sends_heartbeats"),
                            instant(row, "last_heard"));
                })
                .list();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
