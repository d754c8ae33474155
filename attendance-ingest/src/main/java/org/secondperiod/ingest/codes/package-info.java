/** What the district's attendance codes mean, by district and by school. A code without a meaning is never guessed. */
@NullMarked
package org.secondperiod.ingest.codes;

import org.jspecify.annotations.NullMarked;
