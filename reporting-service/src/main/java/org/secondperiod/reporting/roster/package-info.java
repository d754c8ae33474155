/** When students were enrolled where, out of all that rosters ever said; and the schools. */
@NullMarked
package org.secondperiod.reporting.roster;

import org.jspecify.annotations.NullMarked;
