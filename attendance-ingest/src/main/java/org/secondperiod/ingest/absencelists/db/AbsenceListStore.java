package org.secondperiod.ingest.absencelists.db;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.secondperiod.ingest.absencelists.AbsenceList.Place;
import org.secondperiod.ingest.absencelists.AbsenceList.Row;
import org.secondperiod.ingest.absencelists.KeptList;
import org.secondperiod.ingest.absencelists.TakingBack.Change;
import org.secondperiod.ingest.absencelists.ToldMark;
import org.secondperiod.kit.ids.SchoolDay;
import org.secondperiod.kit.ids.SchoolId;

/** The lists that were told, with their marks. */
@ApplicationScoped
public class AbsenceListStore {

    private static final String LISTS = """
            SELECT l.*, (SELECT count(*) FROM absence_list_row r WHERE r.list_id = l.list_id) AS marks
              FROM absence_list l WHERE l.school_id = :school AND\s""";

    private static final RowMapper<KeptList> LIST = (row, context) -> new KeptList(
            row.getString("list_id"),
            new SchoolId(row.getString("school_id")),
            SchoolDay.of(row.getObject("school_day", LocalDate.class)),
            instant(row, "taken_at").orElseThrow(),
            row.getString("told_by"),
            List.of((String[]) row.getArray("complete_in").getArray()),
            row.getInt("marks"),
            instant(row, "withdrawn_at").orElse(null),
            row.getString("withdrawn_by"));

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    /** Keeps every other list of that day out until this transaction ends. */
    public void lock(Handle tx, SchoolId school, SchoolDay day) {
        tx.createQuery("SELECT pg_advisory_xact_lock(hashtextextended('absence-lists:' || :school || ':' || :day, 0))")
                .bind("school", school.value())
                .bind("day", day.toString())
                .mapTo(String.class)
                .list();
    }

    /** Those of a day, the latest first. */
    public List<KeptList> ofDay(Handle tx, SchoolId school, SchoolDay day) {
        return tx.createQuery(LISTS + "l.school_day = :day ORDER BY l.taken_at DESC, l.list_id")
                .bind("school", school.value())
                .bind("day", day.date())
                .map(LIST)
                .list();
    }

    /** One of a school's. */
    public Optional<KeptList> find(Handle tx, SchoolId school, String listId) {
        return tx.createQuery(LISTS + "l.list_id = :list")
                .bind("school", school.value())
                .bind("list", listId)
                .map(LIST)
                .findOne();
    }

    /** When the last of that day's lists, or of their marks, counts as made. */
    public Optional<Instant> newest(Handle tx, SchoolId school, SchoolDay day) {
        return tx.createQuery("""
                        SELECT max(taken_at) AS newest FROM (
                            SELECT taken_at FROM absence_list_row WHERE school_id = :school AND school_day = :day
                            UNION ALL
                            SELECT taken_at FROM absence_list WHERE school_id = :school AND school_day = :day) told""")
                .bind("school", school.value())
                .bind("day", day.date())
                .map((row, context) -> instant(row, "newest"))
                .one();
    }

    /** Keeps a list that is told now. */
    public void add(Handle tx, KeptList list, List<Row> rows) {
        tx.createUpdate("""
                        INSERT INTO absence_list (list_id, school_id, school_day, taken_at, told_by, complete_in)
                        VALUES (:list, :school, :day, :takenAt, :toldBy, :completeIn)""")
                .bind("list", list.listId())
                .bind("school", list.school().value())
                .bind("day", list.day().date())
                .bind("takenAt", list.takenAt().atOffset(ZoneOffset.UTC))
                .bind("toldBy", list.toldBy())
                .bindArray("completeIn", String.class, list.completeIn())
                .execute();
        tx.createUpdate("""
                        INSERT INTO absence_list_row (list_id, school_id, school_day, student_id, period, code, taken_at)
                        SELECT :list, :school, CAST(:day AS date), student_id, period, code, CAST(:takenAt AS timestamptz)
                          FROM unnest(:students, :periods, :codes) AS told (student_id, period, code)""")
                .bind("list", list.listId())
                .bind("school", list.school().value())
                .bind("day", list.day().date())
                .bind("takenAt", list.takenAt().atOffset(ZoneOffset.UTC))
                .bindArray(
                        "students",
                        String.class,
                        rows.stream().map(Row::studentId).toList())
                .bindArray(
                        "periods", String.class, rows.stream().map(Row::period).toList())
                .bindArray("codes", String.class, rows.stream().map(Row::code).toList())
                .execute();
    }

    /** The list's marks, and those that lists of the same day have of the same students and periods. */
    public List<ToldMark> marksBeside(Handle tx, KeptList list) {
        return tx.createQuery("""
                        SELECT r.list_id, r.student_id, r.period, r.code, r.taken_at, l.withdrawn_at IS NULL AS holds
                          FROM absence_list_row own
                          JOIN absence_list_row r ON r.student_id = own.student_id AND r.period = own.period
                          JOIN absence_list l ON l.list_id = r.list_id
                         WHERE own.list_id = :list AND l.school_id = :school AND l.school_day = :day""")
                .bind("list", list.listId())
                .bind("school", list.school().value())
                .bind("day", list.day().date())
                .map((row, context) -> new ToldMark(
                        row.getString("list_id"),
                        new Place(row.getString("student_id"), row.getString("period")),
                        row.getString("code"),
                        instant(row, "taken_at").orElseThrow(),
                        row.getBoolean("holds")))
                .list();
    }

    /**
     * The list's periods in which no other list of the day that holds is complete, each with the time at which attendance was last
     * said to be taken in it.
     */
    public Map<String, Instant> completeNowhereElse(Handle tx, KeptList list) {
        return tx
                .createQuery("""
                        SELECT told.period, max(l.taken_at) AS last
                          FROM absence_list l CROSS JOIN unnest(l.complete_in) AS told (period)
                         WHERE l.school_id = :school AND l.school_day = :day
                         GROUP BY told.period
                        HAVING bool_or(l.list_id = :list)
                           AND NOT bool_or(l.list_id <> :list AND l.withdrawn_at IS NULL)""")
                .bind("list", list.listId())
                .bind("school", list.school().value())
                .bind("day", list.day().date())
                .map((row, context) ->
                        Map.entry(row.getString("period"), instant(row, "last").orElseThrow()))
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The list was taken back, and its marks and those of others have changed so. */
    public void withdraw(Handle tx, KeptList list, List<Change> changes) {
        tx.createUpdate("UPDATE absence_list SET withdrawn_at = :at, withdrawn_by = :by WHERE list_id = :list")
                .bind("at", list.withdrawnAt().atOffset(ZoneOffset.UTC))
                .bind("by", list.withdrawnBy())
                .bind("list", list.listId())
                .execute();
        var batch = tx.prepareBatch("""
                UPDATE absence_list_row SET taken_at = :takenAt
                 WHERE list_id = :list AND student_id = :student AND period = :period""");
        changes.forEach(change -> batch.bind("takenAt", change.takenAt().atOffset(ZoneOffset.UTC))
                .bind("list", change.listId())
                .bind("student", change.place().studentId())
                .bind("period", change.place().period())
                .add());
        if (!changes.isEmpty()) {
            batch.execute();
        }
    }
}
