package org.secondperiod.outreach.join;

import java.util.Map;
import org.secondperiod.kit.ids.ReaderId;
import org.secondperiod.outreach.doors.ReaderNews;
import org.secondperiod.outreach.facts.StudentDay;
import org.secondperiod.outreach.facts.StudentDayFacts;

/**
 * What a transaction knows already, so that it need not be read again.
 *
 * @param facts of students' days that it has merged and locked
 * @param signs of life of readers, which it stores at its end only: many transactions hear of the same reader, and each would
 *     have to wait for the one before
 */
record AtHand(Map<StudentDay, StudentDayFacts> facts, Map<ReaderId, ReaderNews> signs) {

    static final AtHand NOTHING = new AtHand(Map.of(), Map.of());
}
