/** Tallies, by day and by month. */
@NullMarked
package org.secondperiod.reporting.tallies.db;

import org.jspecify.annotations.NullMarked;
