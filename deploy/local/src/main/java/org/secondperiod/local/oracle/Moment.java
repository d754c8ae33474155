package org.secondperiod.local.oracle;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A student at a school on a day, at a moment about which the oracle is asked.
 *
 * @param doorsAt when a decision was made last: the doors are judged as of then
 */
public record Moment(String studentId, String schoolId, LocalDate day, Instant at, Instant doorsAt) {}
