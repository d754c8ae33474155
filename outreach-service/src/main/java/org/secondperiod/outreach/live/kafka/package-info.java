/** Reads this service's own topics, as everybody else does, so that a watcher may be served by any replica. */
@NullMarked
package org.secondperiod.outreach.live.kafka;

import org.jspecify.annotations.NullMarked;
