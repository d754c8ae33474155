/** Reads the events of the SIS, the roster and the doors. No event record goes further than this package. */
@NullMarked
package org.secondperiod.outreach.join.kafka;

import org.jspecify.annotations.NullMarked;
