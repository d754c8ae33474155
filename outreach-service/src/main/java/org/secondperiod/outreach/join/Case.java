package org.secondperiod.outreach.join;

import java.time.Instant;
import org.secondperiod.outreach.schooldays.DayPlan;
import org.secondperiod.outreach.whereabouts.Assess;
import org.secondperiod.outreach.whereabouts.SchoolPicture;
import org.secondperiod.outreach.whereabouts.Situation;
import org.secondperiod.outreach.whereabouts.StoredWhereabouts;
import org.secondperiod.outreach.whereabouts.StudentAtSchool;
import org.secondperiod.outreach.whereabouts.Whereabouts;

/**
 * A student to be decided on: what was concluded before, the plan of the day, and what is known now.
 *
 * @param situation without the school's picture, which only few decisions need
 * @param isKnownAbsent how the student counts in that picture
 * @param isMarkedAbsent likewise
 */
record Case(
        StoredWhereabouts stored, DayPlan plan, Situation situation, boolean isKnownAbsent, boolean isMarkedAbsent) {

    /** A picture in which nothing is out of the ordinary. */
    static final SchoolPicture ORDINARY = new SchoolPicture(0, 0, 0, true, null);

    static Case of(StoredWhereabouts stored, DayPlan plan, Situation situation) {
        return new Case(
                stored,
                plan,
                situation,
                Assess.isKnownAbsent(situation, plan),
                Assess.isMarkedAbsentUnexplained(situation, plan));
    }

    StudentAtSchool of() {
        return stored.of();
    }

    /** Whether the student counts otherwise in the school's picture than before. */
    boolean countsOtherwise() {
        return isKnownAbsent != stored.knownAbsent() || isMarkedAbsent != stored.markedAbsent();
    }

    /** Whether the school's picture may matter to this student, or this student to it. */
    boolean concernsPicture(Instant now) {
        return plan instanceof DayPlan.Open day && !now.isBefore(day.cutOff()) && (isMarkedAbsent || countsOtherwise());
    }

    Whereabouts assess(SchoolPicture picture, Instant now) {
        return Assess.assess(
                new Situation(
                        situation.enrolled(),
                        situation.classIds(),
                        situation.facts(),
                        situation.knownAbsences(),
                        situation.submitted(),
                        situation.readers(),
                        picture,
                        situation.buildingNames()),
                plan,
                now);
    }
}
