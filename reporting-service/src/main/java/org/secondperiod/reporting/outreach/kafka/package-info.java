/** Reads calls, call tasks and whereabouts from their topics. */
@NullMarked
package org.secondperiod.reporting.outreach.kafka;

import org.jspecify.annotations.NullMarked;
