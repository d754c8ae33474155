package org.secondperiod.outreach.facts;

import java.time.Instant;
import org.secondperiod.kit.ids.SchoolDay;
import org.secondperiod.kit.ids.StudentId;

/** A mark as it was told: what it says, of whom and which day, and when we learnt it. */
public record MarkVersion(StudentId student, SchoolDay day, MarkFact mark, Instant recordedAt) {}
