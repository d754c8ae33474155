/**
 * Attendance arithmetic: which days count, what a day was, how often absent, which band, how many absences are left. Functions of
 * facts and policy, in whole half days; nothing is ever rounded and then compared. A student's year at a school is a strip, one
 * letter for each date of the school year.
 */
@NullMarked
package org.secondperiod.reporting.arithmetic;

import org.jspecify.annotations.NullMarked;
