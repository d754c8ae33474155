/** How many students are in each band, by school, grade, homeroom and group: what each student adds to it on each day. */
@NullMarked
package org.secondperiod.reporting.tallies;

import org.jspecify.annotations.NullMarked;
