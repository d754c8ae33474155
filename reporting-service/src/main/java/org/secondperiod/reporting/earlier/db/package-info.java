/** Reads what became of draws, as it was added up. */
@NullMarked
package org.secondperiod.reporting.earlier.db;

import org.jspecify.annotations.NullMarked;
