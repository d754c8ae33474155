/** Takes in what the topics tell, in the one order in which rows are taken: schools, facts, rosters, students' years. */
@NullMarked
package org.secondperiod.reporting.intake;

import org.jspecify.annotations.NullMarked;
