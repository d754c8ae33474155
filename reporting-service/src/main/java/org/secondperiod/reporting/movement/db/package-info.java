/** Reads what was kept up of movement. */
@NullMarked
package org.secondperiod.reporting.movement.db;

import org.jspecify.annotations.NullMarked;
