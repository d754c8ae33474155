/** Badges: whose a badge was at a moment. Claims come from the roster or by hand; where two overlap, the later start wins and the overlap is listed. */
@NullMarked
package org.secondperiod.entry.badges;

import org.jspecify.annotations.NullMarked;
