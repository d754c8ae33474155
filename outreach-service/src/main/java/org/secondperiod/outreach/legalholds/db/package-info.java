/** Legal holds, as they are kept. */
@NullMarked
package org.secondperiod.outreach.legalholds.db;

import org.jspecify.annotations.NullMarked;
