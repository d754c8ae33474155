/** Reads how many there were, as they were added up. */
@NullMarked
package org.secondperiod.reporting.inbuilding.db;

import org.jspecify.annotations.NullMarked;
