/** What every fact on its way in has in common, one by one or in bulk: its identity, its repeats, and that the answer waits for the broker. */
@NullMarked
package org.secondperiod.ingest.intake;

import org.jspecify.annotations.NullMarked;
