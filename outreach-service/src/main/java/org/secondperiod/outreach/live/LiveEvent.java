package org.secondperiod.outreach.live;

/**
 * A change, as it is shown to who watches.
 *
 * @param partition which of the watched partitions it came from
 * @param position of a watcher who has seen it
 * @param kind {@code whereabouts}, {@code call-task} or {@code call}
 * @param of whom it tells of, and at which school
 * @param json the event
 */
public record LiveEvent(int partition, long offset, Position position, String kind, Of of, String json) {

    /** A student at a school. */
    public record Of(String studentId, String schoolId) {}
}
