package org.secondperiod.outreach.whereabouts.db;

/**
 * SQL for the queue of those who are to be looked at again. Whoever sets {@code look_again_at} queues it in the same statement;
 * what is queued and holds no more is passed over when its time comes, and so nobody has to take it out.
 */
public final class LookAgainQueue {

    private static final String QUEUE = """
            INSERT INTO look_again (student_id, school_id, school_day, at, marked_absent)
            SELECT student_id, school_id, school_day, look_again_at, marked_absent FROM changed
            WHERE look_again_at IS NOT NULL
            """;

    private LookAgainQueue() {}

    /**
     * An {@code UPDATE} of, or {@code INSERT} into, {@code whereabouts AS w}, and queues what it sets. The statement's result is
     * how many were queued.
     */
    public static String queueing(String change) {
        return "WITH changed AS (" + change
                + " RETURNING w.student_id, w.school_id, w.school_day, w.look_again_at, w.marked_absent) " + QUEUE;
    }
}
