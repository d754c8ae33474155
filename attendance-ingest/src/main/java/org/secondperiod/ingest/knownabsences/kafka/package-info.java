/** Known absences as events. */
@NullMarked
package org.secondperiod.ingest.knownabsences.kafka;

import org.jspecify.annotations.NullMarked;
