package org.secondperiod.reporting.outreach;

import java.time.LocalDate;
import java.util.List;
import org.secondperiod.reporting.arithmetic.Span;

/**
 * A student's days at a school are no longer what they were: what the calls came to, and absences by reason, hang on them.
 *
 * @param absences dates that were an absence, or have become one, all day or for half of it
 * @param before dates whose next day that counts may be another one, or another day, than before
 */
public record DaysChanged(String studentId, String schoolId, List<LocalDate> absences, List<Span> before) {}
