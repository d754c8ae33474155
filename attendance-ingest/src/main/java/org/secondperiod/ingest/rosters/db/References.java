package org.secondperiod.ingest.rosters.db;

import java.util.ArrayList;
import java.util.List;
import org.secondperiod.ingest.rosters.oneroster.RosterFile;

/** References from one staged row to another, or to what is stored and stays. */
final class References {

    private static final String KNOWN_ORG =
            "(EXISTS (SELECT 1 FROM staged_org o WHERE o.id = s.org_id AND NOT o.deleted)"
                    + " OR EXISTS (SELECT 1 FROM roster_org o WHERE o.org_id = s.org_id))";

    private static final String KNOWN_TERM =
            "(EXISTS (SELECT 1 FROM staged_session k WHERE k.id = t.id AND NOT k.deleted)"
                    + " OR EXISTS (SELECT 1 FROM roster_session k WHERE k.session_id = t.id))";

    private static final String AT_A_SCHOOL =
            "EXISTS (SELECT 1 FROM staged_membership m LEFT JOIN staged_org a ON a.id = m.org_id AND NOT a.deleted"
                    + " LEFT JOIN roster_org b ON b.org_id = m.org_id WHERE m.user_id = s.id AND m.role = 'student'"
                    + " AND coalesce(a.type, b.type) = 'school')";

    private References() {}

    static List<Check> checks(ImportPlan plan) {
        List<Check> checks = new ArrayList<>();
        checks.addAll(memberships(plan));
        checks.add(Check.rejects(
                RosterFile.CLASSES,
                "staged_class",
                "NOT s.deleted AND NOT " + KNOWN_ORG,
                "schoolSourcedId",
                "'school ' || s.org_id || ' is not in orgs.csv'"));
        checks.add(Check.notes(
                RosterFile.CLASSES,
                "staged_class",
                "NOT s.deleted AND EXISTS (SELECT 1 FROM unnest(s.terms) t(id) WHERE NOT " + KNOWN_TERM + ")",
                "termSourcedIds",
                "'term ' || (SELECT string_agg(t.id, ', ') FROM unnest(s.terms) t(id) WHERE NOT " + KNOWN_TERM
                        + ") || ' is not in academicSessions.csv; send it there, or correct it. It is left out, and a class of which"
                        + " no term is known meets all year'"));
        checks.addAll(seats(plan));
        checks.addAll(links(plan));
        checks.addAll(SchoolChecks.checks(plan));
        return checks;
    }

    private static List<Check> memberships(ImportPlan plan) {
        return switch (plan.memberships()) {
            case USERS ->
                List.of(
                        Check.leavesOut(
                                RosterFile.USERS,
                                "staged_membership",
                                "NOT " + KNOWN_ORG,
                                "orgSourcedIds",
                                "'org ' || s.org_id || ' is not in orgs.csv; the link to it is left out'"),
                        Check.rejects(
                                RosterFile.USERS,
                                "staged_user",
                                "NOT s.deleted AND s.role = 'student' AND NOT " + AT_A_SCHOOL,
                                "orgSourcedIds",
                                "'student ' || s.id || ' is at no school: orgSourcedIds names none that is in orgs.csv'"));
            case ROLES ->
                List.of(
                        Check.rejects(
                                RosterFile.ROLES,
                                "staged_membership",
                                "NOT s.deleted AND NOT " + KNOWN_ORG,
                                "orgSourcedId",
                                "'org ' || s.org_id || ' is not in orgs.csv'"),
                        Check.rejects(
                                RosterFile.ROLES,
                                "staged_membership",
                                "NOT s.deleted AND NOT " + knownUser("s.user_id", plan),
                                "userSourcedId",
                                "'user ' || s.user_id || ' is not in users.csv'"),
                        Check.rejects(
                                RosterFile.USERS,
                                "staged_user",
                                "NOT s.deleted AND cardinality(s.agents) = 0"
                                        + " AND NOT EXISTS (SELECT 1 FROM staged_membership m WHERE m.user_id = s.id)"
                                        + " AND NOT EXISTS (SELECT 1 FROM roster_membership m WHERE m.user_id = s.id)"
                                        + " AND s.id NOT IN (SELECT unnest(agents) FROM staged_user)",
                                "sourcedId",
                                "'user ' || s.id || ' has no role at any school in roles.csv'"));
            case NONE -> List.of();
        };
    }

    private static List<Check> seats(ImportPlan plan) {
        String known = "(EXISTS (SELECT 1 FROM staged_class c WHERE c.id = s.class_id AND NOT c.deleted)"
                + " OR EXISTS (SELECT 1 FROM staged_rejected r WHERE r.file = 'classes.csv' AND r.id = s.class_id)"
                + (plan.isBulk(RosterFile.CLASSES)
                        ? ")"
                        : " OR EXISTS (SELECT 1 FROM roster_class c WHERE c.class_id = s.class_id))");
        return List.of(
                Check.rejects(
                        RosterFile.ENROLLMENTS,
                        "staged_seat",
                        "NOT s.deleted AND NOT " + KNOWN_ORG,
                        "schoolSourcedId",
                        "'school ' || s.org_id || ' is not in orgs.csv'"),
                Check.rejects(
                        RosterFile.ENROLLMENTS,
                        "staged_seat",
                        "NOT s.deleted AND NOT " + known,
                        "classSourcedId",
                        "'class ' || s.class_id || ' is not in classes.csv'"),
                Check.rejects(
                        RosterFile.ENROLLMENTS,
                        "staged_seat",
                        "NOT s.deleted AND NOT " + knownUser("s.user_id", plan),
                        "userSourcedId",
                        "'user ' || s.user_id || ' is not in users.csv'"));
    }

    private static List<Check> links(ImportPlan plan) {
        return List.of(
                Check.notes(
                        RosterFile.USERS,
                        "staged_user",
                        "NOT s.deleted AND EXISTS (SELECT 1 FROM unnest(s.agents) a(id) WHERE NOT "
                                + knownUser("a.id", plan) + ")",
                        "agentSourcedIds",
                        "'is linked to ' || (SELECT string_agg(a.id, ', ') FROM unnest(s.agents) a(id) WHERE NOT "
                                + knownUser("a.id", plan) + ") || ', not in users.csv; the link counts once they are'"),
                Check.rejects(
                        RosterFile.CONTACTS,
                        "staged_contact",
                        "NOT " + knownUser("s.student_id", plan),
                        "studentSourcedId",
                        "'student ' || s.student_id || ' is not in users.csv'"),
                Check.rejects(
                        RosterFile.CONTACTS,
                        "staged_contact",
                        "NOT " + knownUser("s.guardian_id", plan),
                        "guardianSourcedId",
                        "'guardian ' || s.guardian_id || ' is not in users.csv'"),
                Check.rejects(
                        RosterFile.BADGES,
                        "staged_badge",
                        "NOT " + knownUser("s.student_id", plan),
                        "studentSourcedId",
                        "'student ' || s.student_id || ' is not in users.csv'"),
                Check.notes(
                        RosterFile.BADGES,
                        "staged_badge",
                        "EXISTS (SELECT 1 FROM staged_badge o WHERE o.badge = s.badge AND o.student_id <> s.student_id"
                                + " AND tstzrange(o.valid_from, o.valid_to) && tstzrange(s.valid_from, s.valid_to))",
                        "badge",
                        "'badge ' || s.badge || ' belongs to another student at the same time'"));
    }

    /** A bulk users.csv is the whole truth; a line of it that was rejected still shows that the user is there. */
    private static String knownUser(String id, ImportPlan plan) {
        return "(EXISTS (SELECT 1 FROM staged_user k WHERE k.id = " + id + " AND NOT k.deleted)"
                + " OR EXISTS (SELECT 1 FROM staged_rejected r WHERE r.file = 'users.csv' AND r.id = " + id + ")"
                + (plan.isBulk(RosterFile.USERS)
                        ? ")"
                        : " OR EXISTS (SELECT 1 FROM roster_user k WHERE k.user_id = " + id + "))");
    }
}
