package org.secondperiod.ingest.rosters.db;

/** Whom a bulk users.csv is the whole truth about. */
final class Users {

    private static final String ELSEWHERE = "FROM roster_membership m JOIN roster_org o ON o.org_id = m.org_id"
            + " AND o.type = 'school' WHERE m.org_id NOT IN (SELECT school_id FROM staged_school) AND m.user_id = ";

    /**
     * Users at none but the named schools, and linked to nobody elsewhere: a parent of children at two schools stays when
     * only one of the schools no longer names them.
     */
    static final String ONLY_OF_NAMED_SCHOOLS = "NOT EXISTS (SELECT 1 " + ELSEWHERE + "t.user_id)"
            + " AND NOT EXISTS (SELECT 1 FROM roster_agent a WHERE a.user_id = t.user_id AND EXISTS (SELECT 1 "
            + ELSEWHERE
            + "a.agent_id))"
            + " AND NOT EXISTS (SELECT 1 FROM roster_agent a WHERE a.agent_id = t.user_id AND EXISTS (SELECT 1 "
            + ELSEWHERE
            + "a.user_id))";

    private Users() {}
}
