/** Changes as they happen, for who watches: the newest events of this service's topics, kept in memory in every replica. */
@NullMarked
package org.secondperiod.outreach.live;

import org.jspecify.annotations.NullMarked;
