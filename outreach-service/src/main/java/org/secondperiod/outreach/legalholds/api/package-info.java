/** Legal holds, as administrators place and lift them. */
@NullMarked
package org.secondperiod.outreach.legalholds.api;

import org.jspecify.annotations.NullMarked;
