package org.secondperiod.reporting.edfacts.db;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.secondperiod.kit.grants.Schools;
import org.secondperiod.reporting.arithmetic.SchoolYear;
import org.secondperiod.reporting.edfacts.SchoolGroups;

/** Counts students out of their days, as far as the request may see them: the database shows no other rows. */
@ApplicationScoped
public class EdFactsStore {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

    /** In whole days and half days: nothing is rounded. */
    private static final String COUNTS = """
            WITH until AS (
                SELECT school_id, groups, substr(days, 1, :dates) AS days FROM student_year
                WHERE year = :year AND first_day <= :asOf AND (:every OR school_id = ANY(:schools))
            ), counted AS (
                SELECT school_id, groups, length(translate(days, '.', '')) AS enrolled,
                    length(days) - length(translate(days, 'A', '')) AS whole, length(days) - length(translate(days, 'H', '')) AS half
                FROM until
            )
            SELECT school_id, groups, count(*) FILTER (WHERE enrolled >= :minimum) AS enrolled,
                count(*) FILTER (WHERE enrolled >= :minimum AND 10 * (whole + half) >= enrolled) AS chronic,
                count(*) FILTER (WHERE enrolled >= :ofReports AND 10 * (2 * whole + half) >= 2 * enrolled) AS by_reports
            FROM counted GROUP BY school_id, groups ORDER BY school_id, groups""";

    /**
     * Of these schools, by the groups that students are in.
     *
     * @param minimumDays fewer leave a student out of the file
     * @param minimumOfReports fewer leave a student out of the district's reports
     */
    public List<SchoolGroups> groups(
            Handle tx, SchoolYear year, LocalDate asOf, Schools of, int minimumDays, int minimumOfReports) {
        return tx.createQuery(COUNTS)
                .bind("year", year.begins())
                .bind("asOf", asOf)
                .bind("dates", year.index(asOf) + 1)
                .bind("minimum", minimumDays)
                .bind("ofReports", minimumOfReports)
                .bind("every", of.all())
                .bindArray("schools", String.class, List.copyOf(of.ids()))
                .map((row, context) -> new SchoolGroups(
                        row.getString("school_id"),
                        texts(row.getString("groups")),
                        row.getLong("enrolled"),
                        row.getLong("chronic"),
                        row.getLong("by_reports")))
                .list();
    }

    private static List<String> texts(String json) {
        try {
            return MAPPER.readValue(json, TEXTS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored groups could not be read", e);
        }
    }
}
