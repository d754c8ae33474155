package org.secondperiod.ingest.rosters.db;

import java.util.ArrayList;
import java.util.List;
import org.secondperiod.ingest.rosters.oneroster.RosterFile;

/** What the sender should know of schools: not set up here yet, or a student at two of them. Nothing is rejected for it. */
final class SchoolChecks {

    private SchoolChecks() {}

    static List<Check> checks(ImportPlan plan) {
        List<Check> checks = new ArrayList<>();
        checks.add(
                Check.notes(
                        RosterFile.ORGS,
                        "staged_org",
                        "NOT s.deleted AND s.type = 'school' AND NOT EXISTS (SELECT 1 FROM school k WHERE k.school_id = s.id)",
                        "sourcedId",
                        "'school ' || s.id || ' is not set up yet (PUT /ingest/v1/schools/' || s.id || '); its students are enrolled'"));
        if (plan.memberships() != MembershipSource.NONE) {
            checks.add(atTwoSchools(plan));
        }
        return checks;
    }

    private static Check atTwoSchools(ImportPlan plan) {
        String ofTheStudent =
                "FROM staged_membership o JOIN staged_school k ON k.school_id = o.org_id WHERE o.user_id = s.user_id AND o.role = 'student' AND NOT o.deleted";
        String firstLine =
                "NOT EXISTS (SELECT 1 " + ofTheStudent + " AND (o.line < s.line OR (o.line = s.line AND o.id < s.id)))";
        String several = "s.user_id IN (SELECT user_id FROM staged_membership JOIN staged_school ON school_id = org_id"
                + " WHERE role = 'student' AND NOT deleted"
                + " GROUP BY user_id HAVING count(DISTINCT org_id) > 1)";
        return Check.notes(
                plan.membershipFile(),
                "staged_membership",
                "NOT s.deleted AND s.role = 'student' AND " + several + " AND " + firstLine,
                plan.memberships() == MembershipSource.ROLES ? "orgSourcedId" : "orgSourcedIds",
                "'student ' || s.user_id || ' is at ' || (SELECT count(DISTINCT o.org_id) " + ofTheStudent
                        + ") || ' schools (' || (SELECT string_agg(DISTINCT o.org_id, ', ') " + ofTheStudent
                        + ") || '); an enrolment is made at each'");
    }
}
