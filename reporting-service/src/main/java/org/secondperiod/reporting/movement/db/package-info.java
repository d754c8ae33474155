/** Reads what was kept up of movement, and the days out of which it is counted. */
@NullMarked
package org.secondperiod.reporting.movement.db;

import org.jspecify.annotations.NullMarked;
