package org.secondperiod.ingest.rosters.people;

import org.jspecify.annotations.Nullable;

/**
 * What the rest of the system was last told of a student.
 *
 * @param personMark of the person that was told; none if none was
 * @param erased that the student is to be forgotten
 */
public record Told(Enrolments enrolments, @Nullable String personMark, boolean erased) {}
