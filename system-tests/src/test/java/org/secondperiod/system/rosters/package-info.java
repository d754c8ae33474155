/** Rosters of the size of a city, through attendance-ingest as it is run. */
@NullMarked
package org.secondperiod.system.rosters;

import org.jspecify.annotations.NullMarked;
