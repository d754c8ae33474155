/** Students' years, tallies, standings as they were told, and what is to be counted again. */
@NullMarked
package org.secondperiod.reporting.years.db;

import org.jspecify.annotations.NullMarked;
