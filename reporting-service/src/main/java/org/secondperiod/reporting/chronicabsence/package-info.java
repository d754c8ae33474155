/** How many students are in which band as of a date, by school, grade, homeroom and group, with attendance beside it. */
@NullMarked
package org.secondperiod.reporting.chronicabsence;

import org.jspecify.annotations.NullMarked;
