package org.secondperiod.reporting.reasons.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.secondperiod.reporting.arithmetic.SchoolYear;
import org.secondperiod.reporting.chronicabsence.GroupBy;
import org.secondperiod.reporting.outreach.db.OutreachSumStore.Days;

/** Absences by reason. */
@ApplicationScoped
public class ReasonStore {

    private static final String SCHOOL = "CASE WHEN :ofOneSchool THEN school_id ELSE '' END";

    /** A school, or a grade, homeroom or group of it or of all. @param schoolId empty: of all schools that were asked for */
    public record Key(String schoolId, String value) implements Comparable<Key> {

        /** Of everybody. */
        public static final Key ALL = new Key("", "");

        @Override
        public int compareTo(Key other) {
            int bySchool = schoolId.compareTo(other.schoolId);
            return bySchool == 0 ? value.compareTo(other.value) : bySchool;
        }
    }

    /**
     * One sum.
     *
     * @param source {@code MARK}, {@code CALL} or {@code ROOT}
     * @param reason empty: no code was given
     * @param halfDays of marks: how many half days these absences are
     */
    public record Of(Key key, String source, boolean excused, String reason, long absences, long halfDays) {}

    /** Of everybody, the most frequent first. */
    public List<Of> all(Handle tx, Days days) {
        String sql = """
                SELECT '' AS school, '' AS value, source, excused, reason, sum(students), sum(half_days) FROM %s
                WHERE kind = 'SCHOOL' AND school_day BETWEEN :from AND :to AND (:every OR school_id = ANY(:schools))
                GROUP BY 3, 4, 5 HAVING sum(students) > 0 ORDER BY 6 DESC, 5, 4""".formatted(days.rows("reason_day"));
        return days.bindTo(tx.createQuery(sql)).map((row, context) -> of(row)).list();
    }

    /** By group, of each the most frequent first. */
    public List<Of> by(Handle tx, Days days, GroupBy groupBy) {
        String sql = """
                SELECT %s AS school, value, source, excused, reason, sum(students), sum(half_days) FROM %s
                WHERE kind = :kind AND school_day BETWEEN :from AND :to AND (:every OR school_id = ANY(:schools))
                GROUP BY 1, 2, 3, 4, 5 HAVING sum(students) > 0 ORDER BY 1, 2, 6 DESC, 5, 4""".formatted(SCHOOL, days.rows("reason_day"));
        return days.bindTo(tx.createQuery(sql))
                .bind("kind", groupBy.kind().name())
                .bind("ofOneSchool", groupBy.isOfOneSchool())
                .map((row, context) -> of(row))
                .list();
    }

    /** How many students a group has. */
    public record Size(Key key, long students) {}

    /** How many students each group has had in the school year, until the end of the last month, as it is known now. */
    public List<Size> sizes(Handle tx, SchoolYear year, Days days, GroupBy groupBy) {
        return bind(tx.createQuery("""
                        SELECT %s AS school, value, sum(enrolled) FROM tally_month
                        WHERE year = :year AND kind = :kind AND day <= :to AND school_id <> '*'
                            AND (:every OR school_id = ANY(:schools)) AND :from <= :to
                        GROUP BY 1, 2""".formatted(SCHOOL)), days)
                .bind("year", year.begins())
                .bind("kind", groupBy.kind().name())
                .bind("ofOneSchool", groupBy.isOfOneSchool())
                .map((row, context) -> new Size(new Key(row.getString(1), row.getString(2)), row.getLong(3)))
                .list();
    }

    private static Of of(ResultSet row) throws SQLException {
        return new Of(
                new Key(row.getString(1), row.getString(2)),
                row.getString(3),
                row.getBoolean(4),
                row.getString(5),
                row.getLong(6),
                row.getLong(7));
    }

    private static Query bind(Query query, Days days) {
        return query.bind("from", days.from())
                .bind("to", days.to())
                .bind("every", days.schools().all())
                .bindArray("schools", String.class, List.copyOf(days.schools().ids()));
    }
}
