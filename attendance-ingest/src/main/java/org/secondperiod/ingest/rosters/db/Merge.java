package org.secondperiod.ingest.rosters.db;

import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/**
 * Makes staged rows the roster: what is new, what changed, what is gone. Set against set, in one transaction, and no row is
 * written that is as it was.
 */
public final class Merge {

    /** Tables that the planner must know the size of before students are compared. */
    private static final List<String> GROWN = List.of(
            "roster_user", "roster_agent", "roster_membership", "roster_class", "roster_seat", "roster_candidate");

    private Merge() {}

    /**
     * Merges, and leaves in roster_candidate whoever may have changed by it.
     *
     * @param progress is told in words what comes next
     */
    public static void run(Handle tx, ImportPlan plan, Consumer<String> progress) {
        progress.accept("looking for changes in orgs and sessions");
        Changes.ofOrgsAndSessions(tx);
        write(tx, StagedEntity.ORGS);
        write(tx, StagedEntity.SESSIONS);
        progress.accept("looking for changes in users");
        Changes.ofUsers(tx, plan);
        Changes.ofMemberships(tx, plan);
        progress.accept("looking for changes in classes and enrollments");
        Changes.ofClasses(tx, plan);
        Changes.ofSeats(tx, plan);
        Changes.analyze(tx);
        progress.accept("looking for students concerned");
        Candidates.add(tx);
        progress.accept("writing users");
        users(tx, plan);
        progress.accept("writing classes and enrollments");
        write(tx, StagedEntity.CLASSES);
        write(tx, StagedEntity.SEATS);
        SideFiles.find(tx, plan);
        SideFiles.write(tx, plan);
        progress.accept("counting students concerned");
        Candidates.add(tx);
        GROWN.forEach(table -> tx.execute("ANALYZE " + table));
    }

    private static void users(Handle tx, ImportPlan plan) {
        write(tx, StagedEntity.USERS);
        Links.write(tx);
        write(tx, StagedEntity.memberships(plan));
    }

    private static void write(Handle tx, StagedEntity entity) {
        tx.execute(entity.removal());
        tx.execute(entity.upsert());
    }
}
