/** Reads the days and marks that events are made of. */
@NullMarked
package org.secondperiod.reporting.edfi.db;

import org.jspecify.annotations.NullMarked;
