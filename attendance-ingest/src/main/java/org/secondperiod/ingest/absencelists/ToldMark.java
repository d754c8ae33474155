package org.secondperiod.ingest.absencelists;

import java.time.Instant;
import org.secondperiod.ingest.absencelists.AbsenceList.Place;

/**
 * A mark of a list that was told.
 *
 * @param takenAt what it is ordered by among other marks
 * @param holds whether its list was not taken back
 */
public record ToldMark(String listId, Place place, String code, Instant takenAt, boolean holds) {}
