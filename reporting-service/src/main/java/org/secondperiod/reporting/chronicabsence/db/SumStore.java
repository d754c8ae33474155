package org.secondperiod.reporting.chronicabsence.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.secondperiod.reporting.arithmetic.SchoolYear;
import org.secondperiod.reporting.chronicabsence.Sums;
import org.secondperiod.reporting.tallies.Scope;

/** Adds tallies up to a date: whole months, and the days of the last one. */
@ApplicationScoped
public class SumStore {

    private static final String ADDED = """
            SELECT school_id, value, sum(enrolled) AS enrolled, sum(counted) AS counted, sum(absent) AS absent,
                sum(left_out) AS left_out, sum(satisfactory) AS satisfactory, sum(at_risk) AS at_risk, sum(chronic) AS chronic,
                sum(severe) AS severe
            FROM (SELECT * FROM tally_month WHERE year = :year AND kind = :kind AND %1$s AND day < :month
                  UNION ALL
                  SELECT * FROM tally WHERE year = :year AND kind = :kind AND %1$s AND day BETWEEN :month AND :asOf) AS t
            GROUP BY school_id, value HAVING sum(enrolled) > 0 ORDER BY school_id, value""";

    /** One sum. */
    public record Of(String schoolId, String value, Sums sums) {}

    /** Of every school, without the district's own. */
    public List<Of> ofEverySchool(Handle tx, SchoolYear year, Scope.Kind kind, LocalDate asOf) {
        return sums(tx, ADDED.formatted("school_id <> '*'"), year, kind, asOf, List.of());
    }

    /** Of these schools; {@link Scope#EVERY} stands for the district. */
    public List<Of> of(Handle tx, SchoolYear year, Scope.Kind kind, LocalDate asOf, Collection<String> schools) {
        return sums(tx, ADDED.formatted("school_id = ANY(:schools)"), year, kind, asOf, schools);
    }

    private static List<Of> sums(
            Handle tx, String sql, SchoolYear year, Scope.Kind kind, LocalDate asOf, Collection<String> schools) {
        var query = tx.createQuery(sql)
                .bind("year", year.begins())
                .bind("kind", kind.name())
                .bind("month", asOf.withDayOfMonth(1))
                .bind("asOf", asOf);
        if (sql.contains(":schools")) {
            query.bindArray("schools", String.class, List.copyOf(schools));
        }
        return query.map((row, context) -> of(row)).list();
    }

    private static Of of(ResultSet row) throws SQLException {
        return new Of(
                row.getString("school_id"),
                row.getString("value"),
                new Sums(
                        row.getLong("enrolled"),
                        row.getLong("counted"),
                        row.getLong("absent"),
                        row.getLong("left_out"),
                        row.getLong("satisfactory"),
                        row.getLong("at_risk"),
                        row.getLong("chronic"),
                        row.getLong("severe")));
    }
}
