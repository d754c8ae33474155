/** A whole school as one value of the compacted topic of schools. */
@NullMarked
package org.secondperiod.ingest.schools.kafka;

import org.jspecify.annotations.NullMarked;
