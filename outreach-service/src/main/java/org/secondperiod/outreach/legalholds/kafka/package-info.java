/** Legal holds, as they are told. */
@NullMarked
package org.secondperiod.outreach.legalholds.kafka;

import org.jspecify.annotations.NullMarked;
