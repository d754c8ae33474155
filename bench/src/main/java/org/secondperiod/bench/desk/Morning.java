package org.secondperiod.bench.desk;

import java.time.LocalDate;
import java.util.List;

/**
 * A school day on which everybody is decided on and families wait to be called.
 *
 * @param absent the students whose families these are
 */
record Morning(LocalDate day, List<String> absent) {}
