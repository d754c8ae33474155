package org.secondperiod.ingest.rosters.db;

import org.jdbi.v3.core.Handle;
import org.secondperiod.ingest.rosters.oneroster.RosterFile;

/**
 * Links from a user to another: each has its place in the user's own list, and its turn among those who name the same other
 * one, in the order of the file. A delta's turns come after those that are known.
 */
final class Links {

    private static final String STAGE = """
            INSERT INTO staged_link (user_id, agent_id, place, turn)
            SELECT u.id, a.id, a.place, row_number() OVER (PARTITION BY a.id ORDER BY u.line, u.id)
            FROM staged_user u, unnest(u.agents) WITH ORDINALITY a(id, place) WHERE NOT u.deleted""";

    private static final String TURN_IN_A_DELTA = """
            UPDATE staged_link s SET turn = coalesce(
                (SELECT t.turn FROM roster_agent t WHERE t.user_id = s.user_id AND t.agent_id = s.agent_id),
                s.turn + (SELECT coalesce(max(t.turn), 0) FROM roster_agent t WHERE t.agent_id = s.agent_id))""";

    private static final String FIND_DIFFERING = """
            INSERT INTO changed_link (user_id, agent_id, gone)
            SELECT s.user_id, s.agent_id, false
            FROM staged_link s LEFT JOIN roster_agent t ON t.user_id = s.user_id AND t.agent_id = s.agent_id
            WHERE t.user_id IS NULL OR t.place <> s.place OR t.turn <> s.turn""";

    /** Of users who are gone, and those that a user who is staged no longer names. */
    private static final String FIND_GONE = """
            INSERT INTO changed_link (user_id, agent_id, gone)
            SELECT t.user_id, t.agent_id, true FROM roster_agent t JOIN changed_user c ON c.id = t.user_id AND c.gone
            UNION
            SELECT t.user_id, t.agent_id, true FROM roster_agent t JOIN staged_user u ON u.id = t.user_id AND NOT u.deleted
            WHERE NOT EXISTS (SELECT 1 FROM staged_link s WHERE s.user_id = t.user_id AND s.agent_id = t.agent_id)""";

    private static final String REMOVE = """
            DELETE FROM roster_agent t USING changed_link c
            WHERE c.gone AND t.user_id = c.user_id AND t.agent_id = c.agent_id""";

    private static final String UPSERT = """
            INSERT INTO roster_agent (user_id, agent_id, place, turn)
            SELECT s.user_id, s.agent_id, s.place, s.turn FROM staged_link s
            WHERE EXISTS (SELECT 1 FROM changed_link c
                          WHERE NOT c.gone AND c.user_id = s.user_id AND c.agent_id = s.agent_id)
            ON CONFLICT (user_id, agent_id) DO UPDATE SET place = excluded.place, turn = excluded.turn""";

    private Links() {}

    static void find(Handle tx, ImportPlan plan) {
        tx.execute("TRUNCATE staged_link");
        tx.execute(STAGE);
        if (!plan.isBulk(RosterFile.USERS)) {
            tx.execute(TURN_IN_A_DELTA);
        }
        tx.execute("ANALYZE staged_link");
        tx.execute(FIND_GONE);
        tx.execute(FIND_DIFFERING);
    }

    static void write(Handle tx) {
        tx.execute(REMOVE);
        tx.execute(UPSERT);
    }
}
