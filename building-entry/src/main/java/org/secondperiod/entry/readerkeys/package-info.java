/** Readers' own keys: issued, rotated and revoked, and what a request must be signed like to speak for a reader. */
@NullMarked
package org.secondperiod.entry.readerkeys;

import org.jspecify.annotations.NullMarked;
