package org.secondperiod.reporting.outreach.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.grants.Schools;
import org.secondperiod.reporting.outreach.OutreachReport.GroupBy;
import org.secondperiod.reporting.outreach.OutreachReport.InError;
import org.secondperiod.reporting.outreach.OutreachSums;

/** Adds days of calls up. */
@ApplicationScoped
public class OutreachSumStore {

    private static final String SUMS = """
            sum(to_call) AS to_call, sum(due_30) AS due_30, sum(covered_30) AS covered_30, sum(due_60) AS due_60,
            sum(covered_60) AS covered_60, sum(due_120) AS due_120, sum(covered_120) AS covered_120, sum(attempts) AS attempts,
            sum(bad_numbers) AS bad_numbers, sum(called) AS called, sum(reached) AS reached, sum(successful) AS successful,
            sum(may_return) AS may_return, sum(returned) AS returned, sum(return_minutes) AS return_minutes,
            sum(periods_saved) AS periods_saved, sum(promised) AS promised, sum(promises_kept) AS promises_kept,
            sum(reached_before) AS reached_before, sum(same_caller) AS same_caller, sum(next_day_known) AS next_day_known,
            sum(next_day_absent) AS next_day_absent""";

    private static final String ASKED =
            "school_day BETWEEN :from AND :to AND (:every OR school_id = ANY(:schools)) AND %s";

    private static final String ERRORS_NOW = """
            (SELECT school_id, school_day, called_by AS caller, in_error AS cause, 1 AS calls FROM call
             WHERE in_error IS NOT NULL AND NOT undone) AS call_error""";

    private static final String WEEK = "CAST(date_trunc('week', school_day) AS date)";

    /** One sum. @param key the school, the caller, or the Monday of the week */
    public record Of(String key, OutreachSums sums) {}

    /**
     * From which day to which, of which schools, as what was known when tells it.
     *
     * @param knownOn what was learned after this date counts for nothing; none: what is known now
     */
    public record Days(
            Schools schools,
            LocalDate from,
            LocalDate to,
            @Nullable LocalDate knownOn) {

        /**
         * What is selected from in place of this table of days: the table, or what it gained by when it was learned, of which
         * several rows add up to one.
         */
        public String rows(String table) {
            return knownOn == null
                    ? table
                    : "(SELECT * FROM %1$s_learned WHERE learned_on <= :knownOn) AS %1$s".formatted(table);
        }

        /** Of rows that are grouped, whether any is there. */
        public String isAny() {
            return knownOn == null ? "count(*) > 0" : "sum(%s) > 0".formatted(Learned.THERE);
        }

        /** Binds them all: {@code from}, {@code to}, {@code every}, {@code schools}, and where it is asked for {@code knownOn}. */
        public Query bindTo(Query query) {
            query.bind("from", from)
                    .bind("to", to)
                    .bind("every", schools.all())
                    .bindArray("schools", String.class, List.copyOf(schools.ids()));
            return knownOn == null ? query : query.bind("knownOn", knownOn);
        }
    }

    /** All together. */
    public OutreachSums total(Handle tx, Days days) {
        String sql =
                "SELECT %s FROM %s WHERE %s".formatted(SUMS, days.rows("outreach_day"), ASKED.formatted("caller = ''"));
        return days.bindTo(tx.createQuery(sql)).map((row, context) -> sums(row)).one();
    }

    /** By school, week or caller, in the order of these. */
    public List<Of> by(Handle tx, Days days, GroupBy groupBy) {
        String key =
                switch (groupBy) {
                    case SCHOOL -> "school_id";
                    case WEEK -> WEEK;
                    case CALLER -> "caller";
                };
        String sql = "SELECT %s AS key, %s FROM %s WHERE %s GROUP BY 1 HAVING %s ORDER BY 1"
                .formatted(
                        key,
                        SUMS,
                        days.rows("outreach_day"),
                        ASKED.formatted(groupBy == GroupBy.CALLER ? "caller <> ''" : "caller = ''"),
                        days.isAny());
        return days.bindTo(tx.createQuery(sql))
                .map((row, context) -> new Of(row.getString("key"), sums(row)))
                .list();
    }

    /** Calls about a child who was in the building, by school, week or caller, and by cause. */
    public Map<String, List<InError>> errorsBy(Handle tx, Days days, GroupBy groupBy) {
        String key =
                switch (groupBy) {
                    case SCHOOL -> "school_id";
                    case WEEK -> WEEK;
                    case CALLER -> "caller";
                };
        String sql = "SELECT %s, cause, sum(calls) FROM %s WHERE %s GROUP BY 1, 2 HAVING sum(calls) > 0 ORDER BY 1, 2"
                .formatted(key, errorRows(days), ASKED.formatted("true"));
        Map<String, List<InError>> errors = new HashMap<>();
        days.bindTo(tx.createQuery(sql))
                .map((row, context) -> Map.entry(row.getString(1), new InError(row.getString(2), row.getLong(3))))
                .forEach(entry -> errors.computeIfAbsent(entry.getKey(), none -> new ArrayList<>())
                        .add(entry.getValue()));
        return errors;
    }

    /** Calls about a child who was in the building, by cause. */
    public List<InError> errors(Handle tx, Days days) {
        String sql = "SELECT cause, sum(calls) FROM %s WHERE %s GROUP BY 1 HAVING sum(calls) > 0 ORDER BY 1"
                .formatted(errorRows(days), ASKED.formatted("true"));
        return days.bindTo(tx.createQuery(sql))
                .map((row, context) -> new InError(row.getString(1), row.getLong(2)))
                .list();
    }

    private static String errorRows(Days days) {
        return days.knownOn() == null ? ERRORS_NOW : days.rows("call_error");
    }

    private static OutreachSums sums(ResultSet row) throws SQLException {
        return new OutreachSums(
                row.getLong("to_call"),
                row.getLong("due_30"),
                row.getLong("covered_30"),
                row.getLong("due_60"),
                row.getLong("covered_60"),
                row.getLong("due_120"),
                row.getLong("covered_120"),
                row.getLong("attempts"),
                row.getLong("bad_numbers"),
                row.getLong("called"),
                row.getLong("reached"),
                row.getLong("successful"),
                row.getLong("may_return"),
                row.getLong("returned"),
                row.getLong("return_minutes"),
                row.getLong("periods_saved"),
                row.getLong("promised"),
                row.getLong("promises_kept"),
                row.getLong("reached_before"),
                row.getLong("same_caller"),
                row.getLong("next_day_known"),
                row.getLong("next_day_absent"));
    }
}
