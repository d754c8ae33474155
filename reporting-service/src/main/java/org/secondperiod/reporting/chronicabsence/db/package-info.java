/** Adds up tallies. */
@NullMarked
package org.secondperiod.reporting.chronicabsence.db;

import org.jspecify.annotations.NullMarked;
