package org.secondperiod.reporting.chronicabsence.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.secondperiod.reporting.arithmetic.SchoolYear;
import org.secondperiod.reporting.chronicabsence.Cell;
import org.secondperiod.reporting.chronicabsence.Sums;
import org.secondperiod.reporting.tallies.Scope;

/** Adds tallies up to a date: whole months, and the days of the last one. */
@ApplicationScoped
public class SumStore {

    private static final String SUMMED = """
            SELECT school_id, value, sum(enrolled) AS enrolled, sum(counted) AS counted, sum(absent) AS absent,
                sum(left_out) AS left_out, sum(satisfactory) AS satisfactory, sum(at_risk) AS at_risk, sum(chronic) AS chronic,
                sum(severe) AS severe
            FROM %s AS t
            GROUP BY school_id, value HAVING sum(enrolled) > 0 ORDER BY school_id, value""";

    private static final String KNOWN_NOW = """
            (SELECT * FROM tally_month WHERE year = :year AND %1$s AND day < :month
             UNION ALL
             SELECT * FROM tally WHERE year = :year AND %1$s AND day BETWEEN :month AND :asOf)""";

    /**
     * What is known now, less what was learned later of those days; and what had been learned of days that were still to come.
     * {@code until} is the earlier of both dates. Whatever was not learned on its day has an index of its own.
     */
    private static final String KNOWN_THEN = """
            (SELECT * FROM tally_month WHERE year = :year AND %1$s AND day < :month
             UNION ALL
             SELECT * FROM tally WHERE year = :year AND %1$s AND day BETWEEN :month AND :until
             UNION ALL
             SELECT year, kind, school_id, value, day, -enrolled, -counted, -absent, -left_out, -satisfactory, -at_risk, -chronic,
                 -severe
             FROM tally_learned WHERE year = :year AND %1$s AND day < learned_on AND learned_on > :knownOn AND day <= :until
             UNION ALL
             SELECT year, kind, school_id, value, day, enrolled, counted, absent, left_out, satisfactory, at_risk, chronic, severe
             FROM tally_learned WHERE year = :year AND %1$s AND day > learned_on AND learned_on <= :knownOn AND day > :until
                 AND day <= :asOf)""";

    private static final String DAYS_KNOWN_THEN =
            "(SELECT * FROM tally_learned WHERE learned_on <= :knownOn) AS learned";

    private static final String CELLS = "(kind = 'DISTRICT' OR kind = 'GRADE' AND school_id <> '*')";

    /**
     * Up to which date, as what was known when tells it.
     *
     * @param knownOn what was learned after this date counts for nothing; none: what is known now
     */
    public record At(LocalDate asOf, @Nullable LocalDate knownOn) {}

    /** One sum. */
    public record Of(String schoolId, String value, Sums sums) {}

    /** The grades of all schools, and the district in which nobody is counted twice, of one moment. */
    public record Cells(SortedMap<Cell.Of, Sums> ofSchools, Sums district) {}

    public Cells cells(Handle tx, SchoolYear year, LocalDate asOf) {
        SortedMap<Cell.Of, Sums> ofSchools = new TreeMap<>();
        Sums district = Sums.NONE;
        for (Of one : query(tx, CELLS, year, new At(asOf, null))
                .map((row, context) -> of(row))
                .list()) {
            if (one.schoolId().equals(Scope.EVERY)) {
                district = one.sums();
            } else {
                ofSchools.put(new Cell.Of(one.schoolId(), one.value()), one.sums());
            }
        }
        return new Cells(ofSchools, district);
    }

    /** Of every school, without the district's own. */
    public List<Of> ofEverySchool(Handle tx, SchoolYear year, Scope.Kind kind, At at) {
        return query(tx, "kind = :kind AND school_id <> '*'", year, at)
                .bind("kind", kind.name())
                .map((row, context) -> of(row))
                .list();
    }

    /** Of these schools; {@link Scope#EVERY} stands for the district. */
    public List<Of> of(Handle tx, SchoolYear year, Scope.Kind kind, At at, Collection<String> schools) {
        return query(tx, "kind = :kind AND school_id = ANY(:schools)", year, at)
                .bind("kind", kind.name())
                .bindArray("schools", String.class, List.copyOf(schools))
                .map((row, context) -> of(row))
                .list();
    }

    /** What a day added. */
    public record OnDay(LocalDate day, Sums sums) {}

    /**
     * Day by day from the school year's first on.
     *
     * @param schools {@link Scope#EVERY} stands for the district; of several all together
     */
    public List<OnDay> byDay(
            Handle tx, SchoolYear year, Scope.Kind kind, Collection<String> schools, @Nullable String value, At at) {
        LocalDate knownOn = at.knownOn();
        Query query = tx.createQuery("""
                        SELECT day, sum(enrolled) AS enrolled, sum(counted) AS counted, sum(absent) AS absent,
                            sum(left_out) AS left_out, sum(satisfactory) AS satisfactory, sum(at_risk) AS at_risk,
                            sum(chronic) AS chronic, sum(severe) AS severe
                        FROM %s WHERE year = :year AND kind = :kind AND school_id = ANY(:schools) AND value = :value
                            AND day <= :asOf
                        GROUP BY day ORDER BY day""".formatted(knownOn == null ? "tally" : DAYS_KNOWN_THEN))
                .bind("year", year.begins())
                .bind("kind", kind.name())
                .bindArray("schools", String.class, List.copyOf(schools))
                .bind("value", value == null ? "" : value)
                .bind("asOf", at.asOf());
        if (knownOn != null) {
            query.bind("knownOn", knownOn);
        }
        return query.map((row, context) -> new OnDay(row.getObject("day", LocalDate.class), sums(row)))
                .list();
    }

    private static Query query(Handle tx, String which, SchoolYear year, At at) {
        LocalDate knownOn = at.knownOn();
        String rows = (knownOn == null ? KNOWN_NOW : KNOWN_THEN).formatted(which);
        Query query = tx.createQuery(SUMMED.formatted(rows))
                .bind("year", year.begins())
                .bind("asOf", at.asOf());
        if (knownOn == null) {
            return query.bind("month", at.asOf().withDayOfMonth(1));
        }
        LocalDate until = knownOn.isBefore(at.asOf()) ? knownOn : at.asOf();
        return query.bind("knownOn", knownOn).bind("until", until).bind("month", until.withDayOfMonth(1));
    }

    private static Of of(ResultSet row) throws SQLException {
        return new Of(row.getString("school_id"), row.getString("value"), sums(row));
    }

    static Sums sums(ResultSet row) throws SQLException {
        return new Sums(
                row.getLong("enrolled"),
                row.getLong("counted"),
                row.getLong("absent"),
                row.getLong("left_out"),
                row.getLong("satisfactory"),
                row.getLong("at_risk"),
                row.getLong("chronic"),
                row.getLong("severe"));
    }
}
