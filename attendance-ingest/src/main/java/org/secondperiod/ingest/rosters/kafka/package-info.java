/** Rosters as events: the compacted topics of enrolments and of people. */
@NullMarked
package org.secondperiod.ingest.rosters.kafka;

import org.jspecify.annotations.NullMarked;
