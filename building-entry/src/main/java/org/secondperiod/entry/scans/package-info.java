/** Scans: each one ends as accepted, duplicate, unresolved, quarantined or rejected with a reason; none is dropped silently. What waits for a badge or a reader leaves by itself once that is known. */
@NullMarked
package org.secondperiod.entry.scans;

import org.jspecify.annotations.NullMarked;
