package org.secondperiod.reporting.years.db;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;
import org.secondperiod.reporting.arithmetic.AbsencesLeft;
import org.secondperiod.reporting.arithmetic.Band;
import org.secondperiod.reporting.arithmetic.Count;
import org.secondperiod.reporting.arithmetic.Standing;
import org.secondperiod.reporting.facts.db.Columns;
import org.secondperiod.reporting.years.Told;

/** Standings as they were told. */
@ApplicationScoped
public class StandingStore {

    /** What was told of these students; nobody else tells of them until this transaction ends. */
    public Map<String, Told> take(Handle tx, Collection<String> students) {
        return select(tx, students, "FOR UPDATE");
    }

    /** What was told of these students. */
    public Map<String, Told> of(Handle tx, Collection<String> students) {
        return select(tx, students, "");
    }

    private static Map<String, Told> select(Handle tx, Collection<String> students, String lock) {
        return tx
                .createQuery("SELECT * FROM standing WHERE student_id = ANY(:students) ORDER BY student_id " + lock)
                .bindArray("students", String.class, List.copyOf(students))
                .map((row, context) -> told(row))
                .list()
                .stream()
                .collect(toMap(Told::studentId, Function.identity()));
    }

    /** Stores what is told now, in place of what was. */
    public void put(Handle tx, Collection<Told> told) {
        if (told.isEmpty()) {
            return;
        }
        var put = tx.createUpdate("""
                INSERT INTO standing (student_id, year, school_id, as_of, enrolled_halves, absent_halves, band, left_halves,
                    can_end_below, run, last_twenty, version)
                SELECT * FROM unnest(:students, CAST(:years AS int[]), :schools, CAST(:asOf AS date[]), CAST(:enrolled AS int[]),
                    CAST(:absent AS int[]), :bands, CAST(:left AS int[]), CAST(:canEnd AS boolean[]), CAST(:runs AS int[]),
                    :lastTwenty, CAST(:versions AS bigint[]))
                ON CONFLICT (student_id) DO UPDATE
                SET year = excluded.year, school_id = excluded.school_id, as_of = excluded.as_of,
                    enrolled_halves = excluded.enrolled_halves, absent_halves = excluded.absent_halves, band = excluded.band,
                    left_halves = excluded.left_halves, can_end_below = excluded.can_end_below, run = excluded.run,
                    last_twenty = excluded.last_twenty, version = excluded.version""");
        bind(put, "students", told, Told::studentId);
        bind(put, "years", told, Told::year);
        bind(put, "versions", told, Told::version);
        bindStanding(put, "schools", told, Standing::schoolId);
        bindStanding(put, "asOf", told, Standing::asOf);
        bindStanding(put, "enrolled", told, standing -> standing.count().enrolledHalfDays());
        bindStanding(put, "absent", told, standing -> standing.count().absentHalfDays());
        bindStanding(put, "bands", told, Standing::band);
        bindStanding(put, "left", told, StandingStore::left);
        bindStanding(put, "canEnd", told, StandingStore::canEndBelow);
        bindStanding(put, "runs", told, Standing::run);
        bindStanding(put, "lastTwenty", told, Standing::lastTwenty);
        put.execute();
    }

    private static void bindStanding(
            Update put, String name, Collection<Told> told, Function<Standing, @Nullable Object> column) {
        bind(put, name, told, each -> column.apply(each.standing()));
    }

    private static void bind(Update put, String name, Collection<Told> told, Function<Told, @Nullable Object> column) {
        Columns.bind(put, name, told, column);
    }

    private static @Nullable Integer left(Standing standing) {
        AbsencesLeft left = standing.left();
        return left == null ? null : left.halfDays();
    }

    private static @Nullable Boolean canEndBelow(Standing standing) {
        AbsencesLeft left = standing.left();
        return left == null ? null : left.canEndBelowChronic();
    }

    private static Told told(ResultSet row) throws SQLException {
        String band = row.getString("band");
        int left = row.getInt("left_halves");
        AbsencesLeft absencesLeft = row.wasNull() ? null : new AbsencesLeft(left, row.getBoolean("can_end_below"));
        Standing standing = new Standing(
                row.getString("school_id"),
                row.getObject("as_of", LocalDate.class),
                new Count(row.getInt("enrolled_halves"), row.getInt("absent_halves")),
                band == null ? null : Band.valueOf(band),
                absencesLeft,
                row.getInt("run"),
                row.getString("last_twenty"));
        return new Told(row.getString("student_id"), row.getInt("year"), standing, row.getLong("version"));
    }
}
