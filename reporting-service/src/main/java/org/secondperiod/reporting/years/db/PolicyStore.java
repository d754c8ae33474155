package org.secondperiod.reporting.years.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.secondperiod.reporting.arithmetic.StatusRule;
import org.secondperiod.reporting.years.Policy;

/** Writes down by which rules is counted, for whoever counts the same anew. */
@ApplicationScoped
public class PolicyStore {

    /** From now on it is this one, unless it was already. */
    public void keep(Handle tx, Policy policy, Instant now) {
        tx.createUpdate("""
                        INSERT INTO counting_policy (since, minimum_days, usual_rule, half_of_periods, trigger_period, year_ends, zone)
                        SELECT CAST(:since AS timestamptz), p.* FROM (SELECT CAST(:minimum AS int), CAST(:usual AS text),
                            CAST(:half AS text[]), CAST(:trigger AS text[]), CAST(:ends AS text), CAST(:zone AS text)) AS p
                        WHERE p IS DISTINCT FROM (
                            SELECT ROW(minimum_days, usual_rule, half_of_periods, trigger_period, year_ends, zone)
                            FROM counting_policy ORDER BY policy_id DESC LIMIT 1)""")
                .bind("since", now)
                .bind("minimum", policy.minimumDays())
                .bind("usual", policy.usual().name())
                .bindArray("half", String.class, schools(policy, StatusRule.HALF_OF_PERIODS))
                .bindArray("trigger", String.class, schools(policy, StatusRule.TRIGGER_PERIOD))
                .bind("ends", policy.yearEnds().toString().substring("--".length()))
                .bind("zone", policy.zone().getId())
                .execute();
    }

    private static List<String> schools(Policy policy, StatusRule rule) {
        return policy.ofSchools().entrySet().stream()
                .filter(school -> school.getValue() == rule)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }
}
