/** Legal holds: of which students and schools nothing is purged, who ordered it, why, and when it ended. */
@NullMarked
package org.secondperiod.outreach.legalholds;

import org.jspecify.annotations.NullMarked;
