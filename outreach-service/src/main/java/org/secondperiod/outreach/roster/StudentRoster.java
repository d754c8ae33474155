package org.secondperiod.outreach.roster;

import java.util.List;
import org.secondperiod.kit.ids.StudentId;

/** All enrolments of a student; none for one who left. The latest version wins. */
public record StudentRoster(StudentId student, List<Enrolment> enrolments, long version) {}
