package org.secondperiod.reporting.roster;

import java.time.Instant;
import java.util.List;

/**
 * All enrolments of a student, as a roster told them once; none of a student who left.
 *
 * @param groups the student's groups, of the whole district
 */
public record RosterVersion(
        String studentId, long version, Instant recordedAt, List<Enrolled> enrolments, List<String> groups) {}
