package org.secondperiod.outreach.whereabouts;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.secondperiod.kit.ids.BuildingId;
import org.secondperiod.outreach.doors.Reader;
import org.secondperiod.outreach.facts.KnownAbsences;
import org.secondperiod.outreach.facts.StudentDayFacts;
import org.secondperiod.outreach.facts.SubmittedAttendance;

/**
 * All that is known when one student at one school on one day is assessed.
 *
 * @param enrolled whether the student is enrolled at the school that day
 * @param classIds the student's classes that meet in the trigger period; empty where the roster does not tell
 * @param facts the student's marks, scans and sightings of the day, at all schools and buildings
 * @param submitted what the school submitted that day
 * @param readers the readers at the school's buildings; others do no harm
 * @param buildingNames names for people, of the district's buildings; a building without one goes by its id
 */
public record Situation(
        boolean enrolled,
        Set<String> classIds,
        StudentDayFacts facts,
        KnownAbsences knownAbsences,
        SubmittedAttendance submitted,
        Collection<Reader> readers,
        SchoolPicture school,
        Map<BuildingId, String> buildingNames) {}
