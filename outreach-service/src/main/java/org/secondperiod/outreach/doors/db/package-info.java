/** The readers as they were last heard from, and the days on which a building's doors saw anybody. */
@NullMarked
package org.secondperiod.outreach.doors.db;

import org.jspecify.annotations.NullMarked;
